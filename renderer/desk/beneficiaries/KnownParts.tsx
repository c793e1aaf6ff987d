import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCaseRules, useReferenceBundle } from '#renderer/access/reference.ts';
import { useOpenStatus } from '#renderer/access/status.ts';
import {
  caseSummary,
  type SummaryEntry,
  type SummaryPart,
  type SummaryRow,
} from '#renderer/caseParts/caseSummary.ts';
import { useSummaryValue } from '#renderer/caseParts/summaryValue.tsx';
import { type DataColumn, DataTable } from '#renderer/components/DataTable.tsx';
import { Facts } from '#renderer/components/Facts.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import type { BeneficiaryFile } from '#shared/contracts/beneficiaries.ts';
import { EMPTY_ANSWERS } from '#shared/domain/answers/answer.ts';
import { applyPatches } from '#shared/domain/answers/applyPatches.ts';
import { dayNumberOf } from '#shared/domain/documents/days.ts';
import { evaluate } from '#shared/domain/questionnaire/evaluate.ts';
import { isVisibleTo } from '#shared/domain/questionnaire/fields.ts';

/** What of the household stands in columns; the rest is in the interview. */
const MOST_COLUMNS = 5;

/** What is known of a person, by the pages of the interview, each with the day on which it was said. */
export function KnownParts({ known }: { readonly known: BeneficiaryFile['known'] }) {
  const { t } = useTranslation('beneficiaries');
  const language = useLanguage();
  const { today, person } = useOpenStatus();
  const { questionnaire } = useCaseRules(useReferenceBundle().inForce);
  const sections = useMemo(() => {
    const answers = applyPatches(EMPTY_ANSWERS, [
      ...known.rows.map(({ repeat, rowId }) => ({ op: 'addRow' as const, repeat, rowId })),
      ...known.answers.map(({ path, answer }) => ({
        op: 'set' as const,
        path,
        answer,
        base: null,
      })),
    ]);
    const evaluation = evaluate(questionnaire, answers, { today: dayNumberOf(today) });
    return caseSummary(
      evaluation,
      language,
      (field) => field.asked && !field.restricted && isVisibleTo(field, [person.role]),
    ).filter(({ parts }) => parts.some(hasSomething));
  }, [known, questionnaire, today, language, person.role]);
  const stale = known.answers.filter(({ isFresh }) => !isFresh).length;
  if (sections.length === 0) return null;
  return (
    <>
      {stale > 0 && (
        <Note tone="info" slim>
          {t('staleLine', { count: stale })}
        </Note>
      )}
      {sections.map((section) => (
        <Panel key={section.id} title={section.title}>
          <Stack gap={4}>
            {section.parts.filter(hasSomething).map((part) => (
              <Part key={part.id} part={part} known={known} />
            ))}
          </Stack>
        </Panel>
      ))}
    </>
  );
}

function hasSomething(part: SummaryPart): boolean {
  return part.kind === 'rows' ? part.rows.length > 0 : part.entries.length > 0;
}

interface PartProps {
  readonly part: SummaryPart;
  readonly known: BeneficiaryFile['known'];
}

function Part({ part, known }: PartProps) {
  const { t } = useTranslation('beneficiaries');
  const show = useSummaryValue({ names: {}, dates: 'stack' });
  if (part.kind === 'rows') {
    return (
      <DataTable
        caption={part.title}
        rows={part.rows}
        rowId={(row) => row.id}
        isDense
        columns={part.heads.slice(0, MOST_COLUMNS).map(
          (head, index): DataColumn<SummaryRow> => ({
            id: head.id,
            head: head.label,
            isRowName: index === 0,
            cell: (row) => {
              const entry = row.entries.find(({ field }) => field.name === head.id);
              return entry === undefined ? '' : show(entry);
            },
          }),
        )}
      />
    );
  }
  const said = (entry: SummaryEntry) => known.answers.find(({ path }) => path === entry.id);
  return (
    <Facts
      layout="columns"
      facts={part.entries.map((entry) => {
        const from = said(entry);
        return {
          id: entry.id,
          term: entry.label,
          value: (
            <>
              {show(entry)}
              {from !== undefined && !from.isFresh && (
                <div>
                  <small>
                    {t('askedAgain')} <DayText day={from.saidOn} />
                  </small>
                </div>
              )}
            </>
          ),
        };
      })}
    />
  );
}
