import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useLookEvery } from '#renderer/access/hq/overview.ts';
import { useHqMay } from '#renderer/access/hq/status.ts';
import { Segmented } from '#renderer/components/Choice.tsx';
import { DataTable } from '#renderer/components/DataTable.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Page, Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { Skeleton } from '#renderer/components/Skeleton.tsx';
import type {
  OpinionRow,
  OpinionTotal,
  OpinionTotals,
  RecommendTotal,
} from '#shared/contracts/hq/opinions.ts';
import { SurveyName } from '#shared/domain/case/caseEvent.ts';
import { RECOMMENDATION } from '#shared/domain/survey/survey.ts';
import styles from './opinions.module.css';

const KEY_FILE = 'survey-key.txt';
/** While envelopes are still being opened. */
const SOON_MS = 2_000;

/** What people say of the service, by branch and question: totals alone, and none of a few. */
export function OpinionsScreen() {
  const { t } = useTranslation(['hqOpinions', 'common']);
  const { queries } = useHq();
  const every = useLookEvery();
  const soon = useLookEvery(SOON_MS);
  const list = useQuery({
    ...queries.opinions.totals.queryOptions(),
    refetchInterval: ({ state: { data } }) =>
      data !== undefined && data.hasKey && data.sealed > 0 ? soon() : every(),
  });
  return (
    <Page title={t('hqOpinions:title')} subtitle={t('hqOpinions:subtitle')}>
      <HqErrorNote error={list.error} />
      {list.isPending && <Skeleton label={t('common:loading')} />}
      {list.data !== undefined && <Totals totals={list.data} />}
    </Page>
  );
}

function Totals({ totals }: { readonly totals: OpinionTotals }) {
  const { t } = useTranslation(['hqOpinions', 'common']);
  const { hasKey, sealed, unreadable, surveys } = totals;
  const mayReadWords = useHqMay('opinions.words');
  const [chosen, setChosen] = useState<SurveyName>('S1');
  const shown = surveys.filter(({ survey }) => survey === chosen);
  return (
    <Stack>
      {!hasKey && (
        <Note tone="review">
          {t('hqOpinions:keyAway', { file: KEY_FILE })}{' '}
          {sealed > 0 && t('hqOpinions:sealed', { count: sealed })}
        </Note>
      )}
      {hasKey && sealed > 0 && <Note>{t('hqOpinions:sealed', { count: sealed })}</Note>}
      {unreadable > 0 && (
        <Note tone="review">{t('hqOpinions:unreadable', { count: unreadable })}</Note>
      )}
      {hasKey && (
        <Segmented
          label={t('hqOpinions:which')}
          value={chosen}
          options={SurveyName.options.map((value) => ({
            value,
            label: t(`hqOpinions:survey.${value}`),
          }))}
          onChange={(value) => setChosen(SurveyName.parse(value))}
        />
      )}
      {/* Of what is locked nothing is known, not even that it is little. */}
      {(hasKey ? shown : []).map(({ survey, questions, rows }) => (
        <Panel key={survey} title={t(`hqOpinions:survey.${survey}`)} body="flush">
          <DataTable
            caption={t(`hqOpinions:survey.${survey}`)}
            rows={rows}
            rowId={({ branchOfficeId }: OpinionRow) => branchOfficeId ?? ''}
            columns={[
              {
                id: 'branch',
                head: t('hqOpinions:branch'),
                isRowName: true,
                cell: ({ branchName }: OpinionRow) => branchName ?? t('hqOpinions:allBranches'),
              },
              ...questions.map((question) => ({
                id: question,
                head: t(`hqOpinions:question.${question}`),
                cell: (row: OpinionRow) =>
                  question === RECOMMENDATION ? (
                    <RecommendCell total={row.recommend} />
                  ) : (
                    <TotalCell total={row.totals[question]} />
                  ),
              })),
            ]}
          />
        </Panel>
      ))}
      {hasKey && mayReadWords && <WrittenWords survey={chosen} />}
      <p className={styles.muted}>{t('hqOpinions:howCounted')}</p>
    </Stack>
  );
}

function TotalCell({ total }: { readonly total: OpinionTotal | undefined }) {
  const { t } = useTranslation(['hqOpinions', 'common']);
  if (total === undefined) return <span className={styles.muted}>{t('hqOpinions:tooFew')}</span>;
  const { answers, average, satisfied } = total;
  return (
    <>
      <strong>{t('hqOpinions:average', { average: average.toFixed(1) })}</strong>
      <div className={styles.muted}>
        {t('hqOpinions:satisfied', { percent: `${satisfied}%` })} ·{' '}
        {t('hqOpinions:answers', { count: answers })}
      </div>
    </>
  );
}

function RecommendCell({ total }: { readonly total: RecommendTotal | null }) {
  const { t } = useTranslation('hqOpinions');
  if (total === null) return <span className={styles.muted}>{t('tooFew')}</span>;
  const { answers, average, score } = total;
  return (
    <>
      <strong>{t('averageOfTen', { average: average.toFixed(1) })}</strong>
      <div className={styles.muted}>
        {t('recommendScore')} <bdi dir="ltr">{score > 0 ? `+${score}` : score}</bdi> ·{' '}
        {t('answers', { count: answers })}
      </div>
    </>
  );
}

/** What people wrote, once five of a branch have answered; whose words they are nobody can see. */
function WrittenWords({ survey }: { readonly survey: SurveyName }) {
  const { t } = useTranslation('hqOpinions');
  const { queries } = useHq();
  const { data, error } = useQuery({
    ...queries.opinions.words.queryOptions(),
    refetchInterval: useLookEvery(),
  });
  const branches = data?.surveys.find((each) => each.survey === survey)?.branches ?? [];
  return (
    <>
      <HqErrorNote error={error} />
      {data !== undefined && (
        <Panel title={t('words.title')}>
          {branches.length === 0 ? (
            <p className={styles.muted}>{t('words.none')}</p>
          ) : (
            <Stack>
              {branches.map(({ branchOfficeId, branchName, words, hidden }) => (
                <section key={branchOfficeId} aria-label={branchName}>
                  <h3 className={styles.branch}>{branchName}</h3>
                  <ul className={styles.words}>
                    {words.map((each, index) => (
                      <li key={`${index} ${each}`} dir="auto">
                        {each}
                      </li>
                    ))}
                  </ul>
                  {hidden > 0 && (
                    <p className={styles.muted}>{t('words.hidden', { count: hidden })}</p>
                  )}
                </section>
              ))}
            </Stack>
          )}
        </Panel>
      )}
    </>
  );
}
