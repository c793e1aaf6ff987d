import { useTranslation } from 'react-i18next';
import type { OpenCase } from '#renderer/access/caseFile.ts';
import { useDocumentName } from '#renderer/caseParts/documentName.ts';
import { usePathLabel } from '#renderer/caseParts/pathLabel.ts';
import { Note } from '#renderer/components/Note.tsx';
import { clockTime, dayOf, spokenDay } from '#renderer/language/days.ts';
import { inLanguage, useLanguage } from '#renderer/language/useLanguage.ts';
import type { CaseEvent } from '#shared/domain/case/caseEvent.ts';

/** So many changed fields are named; a longer list says no more. */
const MOST_NAMED = 6;

/** A declaration that a change has voided: when, and by what; a new one is asked for. */
export function VoidedNote({ open }: { readonly open: OpenCase }) {
  const { t } = useTranslation('declaration');
  const language = useLanguage();
  const change = useChangeWords(open);
  const last = open.state.declarations.at(-1);
  if (last === undefined || last.voidedBy === null) return null;
  const { voidedBy } = last;
  const event = open.events.find(({ eventId }) => eventId === voidedBy.eventId);
  const moment = (at: string, isDayKnown: boolean) => {
    if (isDayKnown) return clockTime(at);
    const { hijri, gregorian } = spokenDay(dayOf(at), language);
    return [hijri, gregorian, clockTime(at)].filter((part) => part !== '').join(t('separator'));
  };
  return (
    <Note tone="review">
      <strong>{t('voidedTitle')}</strong>
      <p>
        {t('voidedAt', {
          signed: moment(last.at, false),
          voided: moment(voidedBy.at, dayOf(voidedBy.at) === dayOf(last.at)),
        })}
      </p>
      {event !== undefined && <p>{t('voidedBy', { change: change(event) })}</p>}
      <p>{t('voidedThen')}</p>
    </Note>
  );
}

function useChangeWords(open: OpenCase): (event: CaseEvent) => string {
  const { t } = useTranslation('declaration');
  const language = useLanguage();
  const label = usePathLabel(open.assessment.evaluation);
  const documentName = useDocumentName();
  return (event) => {
    switch (event.kind) {
      case 'answersChanged': {
        const names = event.payload.patches.map((patch) =>
          patch.op === 'set' ? label(patch.path) : t('changedRows', { list: label(patch.repeat) }),
        );
        const named = [...new Set(names)];
        return named.slice(0, MOST_NAMED).join(t('separator'));
      }
      case 'documentRecorded': {
        const { documentKey } = event.payload;
        const found = open.assessment.documents.find(
          ({ needed }) => needed.documentKey === documentKey,
        );
        return t('changedDocument', {
          document: found === undefined ? documentKey : documentName(found.needed),
        });
      }
      case 'scanAttached':
      case 'scanRemoved': {
        const { scanId } = event.payload;
        const scan = open.state.scans.find((each) => each.scanId === scanId);
        const found = open.assessment.documents.find(
          ({ needed }) => needed.documentKey === scan?.documentKey,
        );
        return t('changedScan', {
          document: found === undefined ? (scan?.documentKey ?? '') : documentName(found.needed),
        });
      }
      case 'verdictRecorded': {
        const { rowKey } = event.payload;
        const found = open.assessment.matrix.find(({ row }) => row.rowKey === rowKey);
        return t('changedRow', {
          row: found === undefined ? rowKey : inLanguage(found.row.label, language),
        });
      }
      default:
        return t('changedSomething');
    }
  };
}
