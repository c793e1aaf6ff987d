import { useTranslation } from 'react-i18next';
import { useOpenStatus } from '#renderer/access/status.ts';
import { caseSummary, type SummaryRows } from '#renderer/caseParts/caseSummary.ts';
import { useSummaryValue } from '#renderer/caseParts/summaryValue.tsx';
import { spokenDay } from '#renderer/language/days.ts';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import type { Submission } from '#shared/domain/case/caseState.ts';
import { isVisibleTo } from '#shared/domain/questionnaire/fields.ts';
import type { Field } from '#shared/domain/questionnaire/model.ts';
import { applicantContext } from '../applicantFacts.ts';
import { type PaperProps, PaperSheet } from '../PaperSheet.tsx';
import { momentOf } from '../paperMoment.ts';
import { SummaryTable } from '../SummaryTable.tsx';
import { FilledEntry } from './FilledEntry.tsx';
import { maskedAnswer } from './maskedAnswer.ts';
import { RequestSheet } from './RequestSheet.tsx';
import { requestForm } from './requestForm.ts';
import { useEdition } from './useEdition.ts';

export interface SupportRequestProps extends PaperProps {
  /** Null while the request is still worked on: the paper then says what is recorded now. */
  readonly submission: Submission | null;
}

/** N0 of a case: the whole form with what was answered; numbers of identity are masked. */
export function SupportRequest({ open, copy, submission }: SupportRequestProps) {
  const { t } = useTranslation('papers');
  const language = useLanguage();
  const { person, branch, today } = useOpenStatus();
  const { questionnaire } = open.rules;
  const edition = useEdition(questionnaire);
  const { evaluation } =
    submission === null ? open.assessment : momentOf(open, submission).assessment;
  const names = { ...open.file.people, [branch.branchOfficeId]: branch.name };
  const showWhole = useSummaryValue({ names });
  const showWholeInCell = useSummaryValue({ names, dates: 'stack' });
  const isVisible = (field: Field) => isVisibleTo(field, [person.role]);
  const show = (entry: Parameters<typeof showWhole>[0]) =>
    showWhole({ ...entry, answer: maskedAnswer(entry) });
  const showInCell = (entry: Parameters<typeof showWhole>[0]) =>
    showWholeInCell({ ...entry, answer: maskedAnswer(entry) });
  const tables = new Map(
    caseSummary(evaluation, language, isVisible)
      .flatMap(({ parts }) => parts.filter((part) => part.kind === 'rows'))
      .flatMap(withNested)
      .map((table) => [table.id, table]),
  );
  return (
    <PaperSheet
      open={open}
      copy={copy}
      paper="N0"
      edition={edition}
      title={t('name.N0')}
      subtitle={
        submission === null
          ? t('request.asRecorded', spokenDay(today, language))
          : t('made', spokenDay(submission.dayZero, language))
      }
    >
      <RequestSheet
        sections={requestForm({ questionnaire, language, isVisible, evaluation, blankRows: 0 })}
        hasHints={false}
        applicantLabel={t('applicantSignature', { context: applicantContext(evaluation) })}
        renderEntry={(entry) => <FilledEntry entry={entry} show={show} />}
        renderTable={(part) => (
          <SummaryTable
            part={
              tables.get(part.id) ?? {
                kind: 'rows',
                id: part.id,
                title: part.title,
                heads: [],
                rows: [],
              }
            }
            show={show}
            showInCell={showInCell}
          />
        )}
      />
    </PaperSheet>
  );
}

function withNested(table: SummaryRows): readonly SummaryRows[] {
  return [table, ...table.rows.flatMap(({ nested }) => nested.flatMap(withNested))];
}
