import { CircleCheck, Eye, ScanText } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldId } from '#renderer/caseParts/fieldId.ts';
import type { PageAnswers } from '#renderer/caseParts/usePageDraft.ts';
import { Badge } from '#renderer/components/Badge.tsx';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { Facts } from '#renderer/components/Facts.tsx';
import { focusField } from '#renderer/components/focus-field.ts';
import { Note } from '#renderer/components/Note.tsx';
import { PrintedDateText } from '#renderer/language/dates.tsx';
import {
  type MachineReadableZone,
  parseMachineReadableZone,
} from '#shared/domain/identifiers/parseMachineReadableZone.ts';
import type { IsoDay } from '#shared/domain/identity.ts';
import type { Questionnaire } from '#shared/domain/questionnaire/model.ts';
import styles from './documents.module.css';
import { type ZoneFact, zoneFacts, zoneFillings } from './zoneFilling.ts';

export interface ZoneReadingProps {
  readonly form: Questionnaire;
  readonly page: Pick<PageAnswers, 'answers' | 'setAnswer'>;
  readonly text: string;
  readonly today: IsoDay;
}

/** What the machine-readable lines say, with their check digits in words, and what they can fill. */
export function ZoneReading({ form, page, text, today }: ZoneReadingProps) {
  const { t } = useTranslation('documents');
  const zone = useMemo(() => parseMachineReadableZone(text, today), [text, today]);
  if ('problem' in zone) {
    return (
      <Note tone="review" live="status">
        {zone.line === null
          ? t(`zone.problem.${zone.problem}`)
          : t(`zone.problemInLine.${zone.problem}`, { line: zone.line })}
      </Note>
    );
  }
  const fillings = zoneFillings(form, page.answers, zone);
  const fill = () => {
    for (const { path, answer } of fillings) page.setAnswer(path, answer);
    const [first] = fillings;
    // The button goes with what it offered: the focus goes on to what it wrote.
    if (first !== undefined) focusField(fieldId(first.path));
  };
  return (
    <section className={styles.zone} aria-label={t('zone.title')}>
      <Facts
        layout="columns"
        facts={zoneFacts(zone).map((fact) => ({
          id: fact.part,
          term: t(`zone.part.${fact.part}`),
          value: <FactValue fact={fact} />,
        }))}
      />
      <Whole zone={zone} />
      {fillings.length > 0 && (
        <div>
          <Button icon={ScanText} onPress={fill}>
            {t('zone.fill', { count: fillings.length })}
          </Button>
        </div>
      )}
    </section>
  );
}

function FactValue({ fact: { part, value, digit } }: { readonly fact: ZoneFact }) {
  const { t } = useTranslation('documents');
  return (
    <span className={styles.zoneValue}>
      {value === null ? (
        t('zone.open')
      ) : typeof value !== 'string' ? (
        <PrintedDateText date={value} />
      ) : part === 'sex' ? (
        t(value === 'male' ? 'zone.male' : 'zone.female')
      ) : (
        <Bdi>{value}</Bdi>
      )}
      {digit !== null && (
        <Badge icon={digit === 'ok' ? CircleCheck : Eye} tone={digit === 'ok' ? 'ok' : 'review'}>
          {t(`zone.digit.${digit}`)}
        </Badge>
      )}
    </span>
  );
}

/** The digits that speak for the line as a whole, and the name that did not find room. */
function Whole({ zone }: { readonly zone: MachineReadableZone }) {
  const { t } = useTranslation('documents');
  const { composite, ...own } = zone.checkDigits;
  const isSlip = Object.values(own).includes('wrong');
  return (
    <>
      {(isSlip || composite === 'wrong') && (
        <Note tone="review" slim live="status">
          {t(isSlip ? 'zone.keyAgain' : 'zone.compositeWrong')}
        </Note>
      )}
      {zone.truncatedName && <Note slim>{t('zone.nameCut')}</Note>}
    </>
  );
}
