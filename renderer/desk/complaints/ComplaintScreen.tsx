import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { ArrowLeft, CloudUpload, FolderOpen, Laptop, Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { DeskErrorNote } from '#renderer/access/DeskErrorNote.tsx';
import { useDesk } from '#renderer/access/desk.ts';
import { useOpenStatus } from '#renderer/access/status.ts';
import { Badge } from '#renderer/components/Badge.tsx';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { buttonClass } from '#renderer/components/button-class.ts';
import { Facts } from '#renderer/components/Facts.tsx';
import { Icon } from '#renderer/components/Icon.tsx';
import { Page, Row, Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { DayText, InstantText } from '#renderer/language/dates.tsx';
import type { Complaint } from '#shared/contracts/complaints.ts';
import { ComplaintId } from '#shared/domain/contacts/contactEvents.ts';
import { ComplaintClock } from './ComplaintClock.tsx';

/** One complaint with its clock and its answer; whoever it names is refused here as by the desk itself. */
export function ComplaintScreen() {
  const { t } = useTranslation('complaints');
  const params = useParams({ from: '/complaints/$complaintId' });
  const { queries } = useDesk();
  const { data, error } = useQuery(
    queries.complaints.get.queryOptions({
      input: { complaintId: ComplaintId.parse(params.complaintId) },
    }),
  );
  return (
    <Page
      title={t('one')}
      subtitle={data === undefined ? undefined : <Bdi>{data.number}</Bdi>}
      action={
        <Link to="/complaints" className={buttonClass('quiet', 'md')}>
          <Icon of={ArrowLeft} flow />
          <span>{t('backToRegister')}</span>
        </Link>
      }
    >
      <DeskErrorNote error={error} />
      {data !== undefined && <Details complaint={data} />}
    </Page>
  );
}

function Details({ complaint }: { readonly complaint: Complaint }) {
  const { t } = useTranslation(['complaints', 'contacts', 'common']);
  const { today } = useOpenStatus();
  return (
    <Stack>
      <Panel
        title={t(`complaints:subject.${complaint.about}`)}
        aside={<ComplaintClock complaint={complaint} />}
        foot={
          <Row gap={2}>
            <Link
              to="/complaints/$complaintId/receipt"
              params={{ complaintId: complaint.complaintId }}
              className={buttonClass('plain', 'md')}
            >
              <Icon of={Printer} />
              <span>{t('complaints:receipt')}</span>
            </Link>
            {complaint.caseId !== null && (
              <Link
                to="/case/$caseId/$step"
                params={{ caseId: complaint.caseId, step: 'now' }}
                className={buttonClass('plain', 'md')}
              >
                <Icon of={FolderOpen} />
                <span>{t('contacts:openCase')}</span>
              </Link>
            )}
          </Row>
        }
      >
        <Stack gap={4}>
          <p dir="auto">{complaint.text}</p>
          <Facts
            layout="columns"
            facts={[
              {
                id: 'who',
                term: t('complaints:complainant'),
                value: complaint.name ?? t('contacts:nameless'),
              },
              ...(complaint.phone === null
                ? []
                : [
                    { id: 'phone', term: t('contacts:phone'), value: <Bdi>{complaint.phone}</Bdi> },
                  ]),
              {
                id: 'channel',
                term: t('contacts:channel'),
                value: t(`common:channel.${complaint.channel}`),
              },
              {
                id: 'against',
                term: t('complaints:against'),
                value: complaint.against ?? t('complaints:againstNobody'),
              },
              {
                id: 'at',
                term: t('complaints:recordedOn'),
                value: <InstantText instant={complaint.at} today={today} layout="line" />,
              },
              { id: 'by', term: t('contacts:by'), value: complaint.by },
              {
                id: 'due',
                term: t('complaints:dueBy'),
                value: <DayText day={complaint.dueBy} />,
              },
              {
                id: 'hq',
                term: t('complaints:hq'),
                value: complaint.receipted ? (
                  <Badge tone="ok" icon={CloudUpload}>
                    {t('complaints:atHq')}
                  </Badge>
                ) : (
                  <Badge tone="neutral" icon={Laptop}>
                    {t('complaints:hereOnly')}
                  </Badge>
                ),
              },
            ]}
          />
        </Stack>
      </Panel>
      <Panel title={t('complaints:answer')}>
        {complaint.answer === null || complaint.answeredOn === null ? (
          t('complaints:noAnswerYet')
        ) : (
          <Stack gap={2}>
            <p dir="auto">{complaint.answer}</p>
            <Row>
              <span>{complaint.answeredBy}</span>
              <DayText day={complaint.answeredOn} />
            </Row>
          </Stack>
        )}
      </Panel>
    </Stack>
  );
}
