import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseRules } from '#renderer/access/reference.ts';
import { DataTable } from '#renderer/components/DataTable.tsx';
import { Facts } from '#renderer/components/Facts.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { VerdictChip } from '#renderer/components/VerdictChip.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import { dayOf } from '#renderer/language/days.ts';
import { inLanguage, useLanguage } from '#renderer/language/useLanguage.ts';
import { type AssessedDocument, assessCase } from '#shared/domain/case/assessCase.ts';
import type { CaseState } from '#shared/domain/case/caseState.ts';
import styles from './CaseData.module.css';
import { caseSummary, type SummaryPart, type SummaryRows } from './caseSummary.ts';
import { useShowMatched } from './displayMatched.tsx';
import { useDocumentName } from './documentName.ts';
import { LOOK_OF_VERDICT } from './matchingWords.ts';
import { useSummaryValue } from './summaryValue.tsx';

export interface CaseDataProps {
  /** Names of those who worked on it. */
  readonly people: Readonly<Record<string, string>>;
  readonly branchName: string;
  readonly state: CaseState;
  readonly rules: CaseRules;
}

/** All that a case says, as of its submission: stated, laid on the desk, compared. Nothing is changed here. */
export function CaseData({ people, branchName, state, rules }: CaseDataProps) {
  const { t } = useTranslation(['import', 'matching', 'papers']);
  const language = useLanguage();
  const documentName = useDocumentName();
  const showMatched = useShowMatched();
  const day = dayOf(state.submission?.at ?? state.last.at);
  const assessment = useMemo(
    () => assessCase(state, { ...rules, today: day }),
    [state, rules, day],
  );
  const names = { ...people, [state.branchOfficeId]: branchName };
  const sections = caseSummary(assessment.evaluation, language, () => true);
  const documents = assessment.documents.filter(({ recorded }) => recorded !== null);
  return (
    <>
      {sections.map((section) => (
        <Panel
          key={section.id}
          title={section.letter === null ? section.title : `${section.letter} · ${section.title}`}
          compact
        >
          <div className={styles.parts}>
            {section.parts.map((part) => (
              <Part key={part.id} part={part} names={names} />
            ))}
          </div>
        </Panel>
      ))}
      <Panel title={t('import:documents')} body="flush" compact>
        <DataTable
          caption={t('import:documents')}
          isDense
          rows={documents}
          rowId={({ needed }) => needed.documentKey}
          columns={[
            {
              id: 'document',
              head: t('import:document'),
              isRowName: true,
              cell: ({ needed }) => documentName(needed),
            },
            {
              id: 'presented',
              head: t('import:presented'),
              cell: ({ recorded }) =>
                recorded === null ? null : t(`papers:presented.${presentedAs(recorded)}`),
            },
            {
              id: 'validity',
              head: t('import:validity'),
              cell: (document) => <Validity document={document} />,
            },
          ]}
        />
      </Panel>
      <Panel title={t('import:matching')} body="flush" compact>
        <DataTable
          caption={t('import:matching')}
          isDense
          rows={assessment.matrix}
          rowId={({ row }) => row.rowKey}
          columns={[
            {
              id: 'row',
              head: t('import:row'),
              isRowName: true,
              cell: ({ row }) => inLanguage(row.label, language),
            },
            {
              id: 'stated',
              head: t('import:statedHead'),
              cell: ({ row }) => showMatched(row.stated, t('import:notStated')),
            },
            {
              id: 'read',
              head: t('import:readHead'),
              cell: ({ row }) =>
                row.read === null
                  ? t('import:notRead')
                  : showMatched(row.read, t('import:notRead')),
            },
            {
              id: 'verdict',
              head: t('import:verdictHead'),
              isTight: true,
              cell: ({ standing, stale }) => {
                const recorded = standing ?? stale;
                return recorded === null ? null : (
                  <VerdictChip
                    verdict={LOOK_OF_VERDICT[recorded.verdict]}
                    label={t(`matching:verdict.${recorded.verdict}`)}
                  />
                );
              },
            },
          ]}
        />
      </Panel>
    </>
  );
}

function presentedAs({
  presentation,
  originalSighted,
}: NonNullable<AssessedDocument['recorded']>):
  | 'originalSighted'
  | 'withoutOriginal'
  | 'notPresented'
  | 'illegible' {
  if (presentation !== 'presented') return presentation;
  return originalSighted ? 'originalSighted' : 'withoutOriginal';
}

function Validity({ document: { validity } }: { readonly document: AssessedDocument }) {
  const { t } = useTranslation('matching');
  const { t: own } = useTranslation('import');
  if (validity.verdict === 'valid' && validity.validUntil !== null) {
    return (
      <>
        {own('validUntil')} <DayText day={validity.validUntil} />
      </>
    );
  }
  return t(`validity.${validity.reasonCode}`, {
    days: Math.abs(validity.daysLeft ?? 0),
    count: Math.abs(validity.daysLeft ?? 0),
  });
}

interface PartProps {
  readonly part: SummaryPart;
  readonly names: Readonly<Record<string, string>>;
}

function Part({ part, names }: PartProps) {
  const show = useSummaryValue({ names });
  if (part.kind === 'rows') return <Rows part={part} names={names} />;
  return (
    <Facts
      layout="columns"
      facts={part.entries.map((entry) => ({
        id: entry.id,
        term: entry.label,
        value: show(entry),
      }))}
    />
  );
}

function Rows({ part, names }: { readonly part: SummaryRows; readonly names: PartProps['names'] }) {
  const { t } = useTranslation('import');
  const show = useSummaryValue({ names });
  return (
    <div className={styles.parts}>
      <strong>{part.title}</strong>
      {part.rows.length === 0 && <span className={styles.quiet}>{t('ack.none')}</span>}
      {part.rows.map((row) => (
        <div key={row.id} className={styles.item}>
          <div className={styles.grow}>
            <Facts
              layout="columns"
              facts={row.entries.map((entry) => ({
                id: entry.id,
                term: entry.label,
                value: show(entry),
              }))}
            />
            {row.nested.map((nested) => (
              <Rows key={nested.id} part={nested} names={names} />
            ))}
          </div>
        </div>
      ))}
    </div>
  );
}
