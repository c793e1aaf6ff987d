import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DeskErrorNote } from '#renderer/access/DeskErrorNote.tsx';
import { useDesk } from '#renderer/access/desk.ts';
import { useOpenStatus } from '#renderer/access/status.ts';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { Row } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { Timeline, type TimelineItem } from '#renderer/components/Timeline.tsx';
import { clockTime, dayOf, spokenDay } from '#renderer/language/days.ts';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import type { HistoryEntry } from '#shared/contracts/contacts.ts';
import { assertNever } from '#shared/domain/assertNever.ts';
import type { BeneficiaryId, CaseId } from '#shared/domain/identity.ts';
import { MaybeContacts } from './MaybeContacts.tsx';

export interface PersonHistoryProps {
  readonly beneficiaryId: BeneficiaryId;
  /** So many of the latest; all without it. */
  readonly limit?: number;
  /** Beside this case, whose own timeline stands there already: contacts and complaints only. */
  readonly caseId?: CaseId;
}

/**
 * One timeline per person: contacts over all channels, cases with their papers, complaints by their
 * number. Complaints that the reader may not open count only.
 */
export function PersonHistory({ beneficiaryId, limit, caseId }: PersonHistoryProps) {
  const { t } = useTranslation(['contacts', 'caseFrame', 'common']);
  const { queries } = useDesk();
  const { today } = useOpenStatus();
  const language = useLanguage();
  const { data, error } = useQuery(
    queries.contacts.history.queryOptions({ input: { beneficiaryId } }),
  );
  const item = (entry: HistoryEntry): TimelineItem => {
    const day = dayOf(entry.at);
    const when = day === today ? null : spokenDay(day, language).gregorian;
    const line = (id: string, title: TimelineItem['title'], detail: string | null) => ({
      id,
      time: clockTime(entry.at),
      title,
      detail: [when, detail].filter((part) => part !== null).join(' · '),
    });
    switch (entry.kind) {
      case 'contact': {
        const { contactId, topic, channel, initiatedBy } = entry.contact;
        const began = initiatedBy === 'association' ? ` · ${t('contacts:outreach')}` : '';
        return line(
          contactId,
          <Link to="/contacts/$contactId" params={{ contactId }}>
            {topic}
          </Link>,
          t(`common:channel.${channel}`) + began,
        );
      }
      case 'case':
        return line(
          `${entry.caseId} ${entry.event} ${entry.at}`,
          <Link to="/case/$caseId/$step" params={{ caseId: entry.caseId, step: 'now' }}>
            {entry.paper === null
              ? t(`contacts:caseEvent.${toldEvent(entry.event)}`)
              : t('contacts:caseEvent.paperPrinted', { paper: entry.paper })}{' '}
            <Bdi>{entry.reference}</Bdi>
          </Link>,
          null,
        );
      case 'complaint':
        return line(
          entry.complaintId,
          <Link to="/complaints/$complaintId" params={{ complaintId: entry.complaintId }}>
            {t('contacts:complaint')} <Bdi>{entry.number}</Bdi>
          </Link>,
          t(entry.isAnswered ? 'contacts:complaintAnswered' : 'contacts:complaintOpen'),
        );
      default:
        return assertNever(entry);
    }
  };
  const entries = (data?.entries ?? [])
    .filter(({ kind }) => caseId === undefined || kind !== 'case')
    .slice(0, limit);
  const title = t(caseId === undefined ? 'contacts:history' : 'contacts:ofCase');
  const place = caseId === undefined ? { beneficiaryId } : { caseId };
  return (
    <Panel
      title={title}
      compact
      foot={
        <Row gap={4}>
          <Link to="/contacts/new" search={place}>
            {t('contacts:record')}
          </Link>
          <Link to="/complaints/new" search={place}>
            {t('contacts:recordComplaint')}
          </Link>
        </Row>
      }
    >
      <DeskErrorNote error={error} />
      {data !== undefined && entries.length === 0 && t('contacts:historyEmpty')}
      {entries.length > 0 && <Timeline label={title} items={entries.map(item)} />}
      {data !== undefined && <MaybeContacts beneficiaryId={beneficiaryId} contacts={data.maybe} />}
      {data !== undefined && data.complaintsUnread > 0 && (
        <p>{t('contacts:complaintsUnread', { count: data.complaintsUnread })}</p>
      )}
    </Panel>
  );
}

/** Events of a case that a person's history tells; others stand in the case's own timeline. */
function toldEvent(event: string): 'caseOpened' | 'declarationSigned' | 'caseSubmitted' | 'other' {
  switch (event) {
    case 'caseOpened':
    case 'declarationSigned':
    case 'caseSubmitted':
      return event;
    default:
      return 'other';
  }
}
