import { useTranslation } from 'react-i18next';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import type { Language } from '#shared/domain/case/vocabulary.ts';
import { HqRole } from '#shared/domain/hub/hqPermission.ts';
import { HolidayName } from '#shared/domain/promise/workingCalendar.ts';
import type { SourceChange } from '#shared/domain/publication/compareSources.ts';
import type { DocumentFault } from '#shared/domain/publication/documentFault.ts';
import { RegistrationPlace } from '#shared/domain/settings/caseTerms.ts';
import { useLibraryPlace } from './libraryPlaces.ts';
import { PERIODS, SIGNED_PAPERS } from './settingsDraft.ts';

/** Sunday first. */
export const WEEKDAYS = ['0', '1', '2', '3', '4', '5', '6'] as const;

/** Where in a document something stands: in the words of the screen where it has such. */
export function usePlaceWords(): (path: string) => string {
  const { t } = useTranslation('reference');
  const libraryPlace = useLibraryPlace();
  return (path) => {
    if (path === '') return t('wholeDocument');
    const [part = '', name = '', ...rest] = path.split('.');
    const period = PERIODS.find((each) => each === name);
    const paper = SIGNED_PAPERS.find((each) => each === name);
    switch (part) {
      case 'periods':
        return period === undefined ? t('reminders') : t(`period.${period}`);
      case 'calendar':
        return name === 'daysOff' ? t('daysOff') : holidayPlace(rest[0] ?? '', t('holidays'));
      case 'committee':
        return t('quorum');
      case 'registration':
        return t('registration');
      case 'rejectionReasons':
        return reasonPlace(Number(name), rest);
      case 'signers':
        return paper === undefined ? t('signers') : t(`signed.${paper}`);
      case 'notice':
      case 'tools':
      case 'pages':
        return libraryPlace(path);
      default:
        return path;
    }
  };

  function reasonPlace(at: number, [, language]: readonly string[]): string {
    if (!Number.isInteger(at)) return t('reasons');
    if (language === 'ar') return t('arabicOf', { number: at + 1 });
    if (language === 'en') return t('englishOf', { number: at + 1 });
    return t('reasons');
  }

  function holidayPlace(entry: string, general: string): string {
    const [name = '', from = ''] = entry.split(' ');
    const known = HolidayName.safeParse(name);
    return known.success ? `${t(`holiday.${known.data}`)} ${from}` : general;
  }
}

/** A value of settings or library in words; anything else as it stands. */
export function useValueWords(): (change: SourceChange, value: string | null) => string {
  const { t } = useTranslation(['reference', 'hqAdministration']);
  return ({ path }, value) => {
    if (value === null) return '';
    const place = RegistrationPlace.safeParse(value);
    if (path === 'registration' && place.success) return t(`reference:place.${place.data}`);
    if (path === 'calendar.daysOff') return listed(value, (day) => weekday(day));
    if (path.startsWith('signers.')) {
      return listed(value, (role) => {
        const known = HqRole.safeParse(role);
        return known.success ? t(`hqAdministration:role.${known.data}`) : role;
      });
    }
    if (path.startsWith('pages.') && value.startsWith('[')) return listed(value, (one) => one);
    if (path.startsWith('rejectionReasons.') && path.endsWith('.offered')) {
      return t(value === 'true' ? 'reference:offered' : 'reference:notOffered');
    }
    return value;
  };

  function weekday(day: string): string {
    const known = WEEKDAYS.find((each) => each === day);
    return known === undefined ? day : t(`reference:weekday.${known}`);
  }

  function listed(value: string, wordsOf: (one: string) => string): string {
    const values: unknown = JSON.parse(value);
    return Array.isArray(values)
      ? values.map((one) => wordsOf(String(one))).join(t('hqAdministration:listComma'))
      : value;
  }
}

/** What is wrong at a place, as a sentence. */
export function useFaultSentence(): (fault: DocumentFault) => string {
  const { t } = useTranslation(['reference', 'questionnaireFile']);
  const language = useLanguage();
  const placeOf = usePlaceWords();
  return (fault) => {
    if (fault.in === 'path') {
      const { path, label, code, detail } = fault;
      const place = placeOf(path);
      const named = nameIn(label, language);
      return t('reference:faultAt', {
        place: named === null ? place : t('reference:labelledPlace', { label: named, place }),
        what: t(`reference:fault.${code}`, { detail }),
      });
    }
    const { sheet, row, column, code, detail } = fault;
    const place =
      sheet === 'workbook' ? 'workbook' : row === 0 ? 'sheet' : column === '' ? 'row' : 'cell';
    return (
      t(`questionnaireFile:place.${place}`, { sheet, row, column }) +
      t(`questionnaireFile:fault.${code}`, { detail })
    );
  };
}

/** What a question, paper or row is called in the language of the screen. */
export function useChangeLabel(): (change: SourceChange) => string | null {
  const language = useLanguage();
  return ({ label }) => nameIn(label, language);
}

/** Of what has a name in one language only, that one. */
function nameIn(label: SourceChange['label'], language: Language): string | null {
  const names = label === null ? [] : [label[language], label.ar, label.en];
  return names.find((name) => name.trim() !== '') ?? null;
}
