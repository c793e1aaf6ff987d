import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useHqCaseRules } from '#renderer/access/hq/caseRules.ts';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useHqToday, useLookEvery } from '#renderer/access/hq/overview.ts';
import { CaseData } from '#renderer/caseParts/CaseData.tsx';
import { CasePictures } from '#renderer/caseParts/scans/CasePictures.tsx';
import { Badge } from '#renderer/components/Badge.tsx';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { buttonClass } from '#renderer/components/button-class.ts';
import { Facts } from '#renderer/components/Facts.tsx';
import { Icon } from '#renderer/components/Icon.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Page, Row, Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { Skeleton } from '#renderer/components/Skeleton.tsx';
import { DayText, InstantText } from '#renderer/language/dates.tsx';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import type { ImportCaseFile } from '#shared/contracts/hq/imports.ts';
import type { CaseState } from '#shared/domain/case/caseState.ts';
import { replayCase } from '#shared/domain/case/reduceCase.ts';
import { CaseId } from '#shared/domain/identity.ts';
import { ApartPanel } from './ApartPanel.tsx';
import { CaseActions } from './CaseActions.tsx';
import { CaseReasons } from './CaseReasons.tsx';
import { CaseSteps } from './CaseSteps.tsx';
import { IMPORT_LOOKS } from './importTones.ts';
import styles from './inbox.module.css';
import { inboxLink, lastInboxPlace } from './inboxPlace.ts';
import { PersonNotes } from './PersonNotes.tsx';
import { placeNames } from './placeNames.ts';

export interface InboxCaseScreenProps {
  readonly params: Readonly<Partial<Record<string, string>>>;
}

/** A case on its way into the registry: why it waits, all that it holds, and what may be done with it. */
export function InboxCaseScreen({ params }: InboxCaseScreenProps) {
  const { t } = useTranslation(['import', 'common']);
  const { queries } = useHq();
  const look = useLookEvery();
  const parsed = CaseId.safeParse(params['caseId']);
  const { data, error } = useQuery({
    ...queries.imports.caseFile.queryOptions({
      input: { caseId: parsed.success ? parsed.data : ('' as CaseId) },
    }),
    refetchInterval: look,
  });
  const state = useMemo(() => (data === undefined ? null : replayCase(data.events)), [data]);
  if (data === undefined || state === null) {
    return (
      <Page title={t('import:title')}>
        <BackToInbox />
        <HqErrorNote error={error} />
        {error === null && <Skeleton label={t('common:loading')} />}
      </Page>
    );
  }
  return <OpenInboxCase key={data.case.caseId} file={data} state={state} error={error} />;
}

function BackToInbox() {
  const { t } = useTranslation('import');
  const { to, search } = inboxLink(lastInboxPlace());
  return (
    <Row>
      <Link to={to as string} search={search as never} className={buttonClass('quiet', 'sm')}>
        <Icon of={ArrowLeft} flow />
        <span>{t('back')}</span>
      </Link>
    </Row>
  );
}

function OpenInboxCase({
  file,
  state,
  error,
}: {
  readonly file: ImportCaseFile;
  readonly state: CaseState;
  readonly error: unknown;
}) {
  const { t } = useTranslation('import');
  const today = useHqToday();
  const rules = useHqCaseRules(state);
  const names = placeNames(rules, useLanguage());
  const { case: listed } = file;
  const look = IMPORT_LOOKS[listed.state];
  const facts = [
    { id: 'reference', term: t('reference'), value: <Bdi>{listed.reference}</Bdi> },
    { id: 'branch', term: t('branch'), value: `${listed.branchName} (${listed.branchCode})` },
    ...(listed.fileNo === null
      ? []
      : [{ id: 'file', term: t('fileNo'), value: <Bdi>{listed.fileNo}</Bdi> }]),
    ...(listed.submittedAt === null
      ? []
      : [
          {
            id: 'submitted',
            term: t('submitted'),
            value: <InstantText instant={listed.submittedAt} today={today} layout="line" />,
          },
        ]),
    ...(listed.replyNotBefore === null
      ? []
      : [
          {
            id: 'reply',
            term: t('replyNotBefore'),
            value: <DayText day={listed.replyNotBefore} layout="stack" />,
          },
        ]),
  ];
  return (
    <Page
      title={listed.applicantName || t('nameless')}
      subtitle={<Bdi>{listed.maskedId ?? listed.reference}</Bdi>}
      action={
        <Badge tone={look.tone} icon={look.icon}>
          {t(`state.${listed.state}`)}
        </Badge>
      }
    >
      <BackToInbox />
      <HqErrorNote error={error} />
      <div className={styles.grid}>
        <Stack gap={4}>
          <CaseReasons file={file} names={names} />
          {rules !== null && (
            <ApartPanel state={state} rules={rules} names={names} people={file.people} />
          )}
          <PersonNotes caseId={listed.caseId} />
          {file.unreadable > 0 && (
            <Note tone="review">{t('unreadableEvents', { count: file.unreadable })}</Note>
          )}
          {rules === null ? (
            <Note tone="review">{t('noRules')}</Note>
          ) : (
            <CaseData
              people={file.people}
              branchName={file.case.branchName}
              state={state}
              rules={rules}
            />
          )}
        </Stack>
        <Stack gap={4}>
          <Panel
            label={t('reference')}
            compact
            foot={<CaseActions file={file} state={state} names={names} />}
          >
            <Facts facts={facts} />
          </Panel>
          <CasePictures state={state} rules={rules} />
          <CaseSteps file={file} />
        </Stack>
      </div>
    </Page>
  );
}
