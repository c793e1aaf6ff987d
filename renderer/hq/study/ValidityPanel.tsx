import { useTranslation } from 'react-i18next';
import { useDocumentName } from '#renderer/caseParts/documentName.ts';
import { type DataColumn, DataTable } from '#renderer/components/DataTable.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import type { AssessedDocument } from '#shared/domain/case/assessCase.ts';
import type { FrozenValidity } from '#shared/domain/case/caseEvent.ts';
import { frozenValidities } from '#shared/domain/case/frozenValidity.ts';
import { seenPapers } from '#shared/domain/case/seenPapers.ts';
import { standingReport } from '#shared/domain/case/studyState.ts';
import styles from './study.module.css';
import type { StudyAtHand } from './studyCase.ts';

interface ValidityRow {
  readonly document: AssessedDocument;
  readonly before: FrozenValidity | undefined;
  readonly now: FrozenValidity | undefined;
}

/** Every document as it was at the submission and as it is now, or was at the report (P32). */
export function ValidityPanel({ at }: { readonly at: StudyAtHand }) {
  const { t } = useTranslation('hqStudy');
  const documentName = useDocumentName();
  const { state, documents } = at;
  const report = state.stage === 'underStudy' ? null : standingReport(state.study);
  const now = report?.validAtDecision ?? frozenValidities({ documents });
  const before = state.submission?.validAtSubmission ?? [];
  const seen = seenPapers(state);
  const rows = documents
    .filter(({ recorded }) => recorded !== null)
    .map((document): ValidityRow => {
      const { documentKey } = document.needed;
      return {
        document,
        before: before.find((each) => each.documentKey === documentKey),
        now: now.find((each) => each.documentKey === documentKey),
      };
    });
  const expired = rows.filter(
    (row) =>
      row.before?.verdict === 'valid' && row.now !== undefined && row.now.verdict !== 'valid',
  );
  const columns: readonly DataColumn<ValidityRow>[] = [
    {
      id: 'document',
      head: t('document'),
      isRowName: true,
      cell: ({ document }) => (
        <>
          {documentName(document.needed)}
          {seen.has(document.needed.documentKey) && <> ({t('seenLater')})</>}
        </>
      ),
    },
    { id: 'before', head: t('atSubmission'), cell: (row) => <Found validity={row.before} /> },
    {
      id: 'now',
      head: t(report === null ? 'atToday' : 'atReport'),
      cell: (row) => <Found validity={row.now} />,
    },
  ];
  return (
    <Panel title={t('validity')} body="flush" compact>
      <Stack gap={3}>
        {state.submission !== null && (
          <div className={styles.inset}>
            <Note tone={expired.length === 0 ? 'ok' : 'review'} slim>
              {expired.length === 0 ? (
                t('expiredSince', { count: 0 })
              ) : (
                <span>
                  {t('expiredSince', { count: expired.length })}:{' '}
                  {expired.map(({ document }) => documentName(document.needed)).join(' · ')}.{' '}
                  {t('expiredHelp')}
                </span>
              )}
            </Note>
          </div>
        )}
        <DataTable
          caption={t('validity')}
          isDense
          rows={rows}
          rowId={({ document }) => document.needed.documentKey}
          columns={columns}
        />
      </Stack>
    </Panel>
  );
}

function Found({ validity }: { readonly validity: FrozenValidity | undefined }) {
  const { t } = useTranslation('hqStudy');
  if (validity === undefined) return null;
  const { verdict, validUntil, byOfficer } = validity;
  return (
    <>
      {t(`verdict.${verdict}`)}{' '}
      {validUntil !== null && (
        <>
          {t('until')} <DayText day={validUntil} />
        </>
      )}{' '}
      {byOfficer !== null &&
        (byOfficer.until === null ? (
          <>({t('identityKnown')})</>
        ) : (
          <>
            ({t('underGrace')} <DayText day={byOfficer.until} />)
          </>
        ))}
    </>
  );
}
