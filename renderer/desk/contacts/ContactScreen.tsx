import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { ArrowLeft, FolderOpen, FolderPlus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '#renderer/access/desk.ts';
import { useOpenStatus } from '#renderer/access/status.ts';
import { BackToList } from '#renderer/caseParts/BackToList.tsx';
import { PersonHistory } from '#renderer/caseParts/PersonHistory.tsx';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { buttonClass } from '#renderer/components/button-class.ts';
import { Facts } from '#renderer/components/Facts.tsx';
import { Icon } from '#renderer/components/Icon.tsx';
import { Page, Row, Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { Timeline } from '#renderer/components/Timeline.tsx';
import { InstantText } from '#renderer/language/dates.tsx';
import { clockTime, dayOf, spokenDay } from '#renderer/language/days.ts';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import { ContactId } from '#shared/domain/contacts/contactEvents.ts';
import { ContactState } from './ContactsScreen.tsx';
import { FollowUpForm } from './FollowUpForm.tsx';
import { InquiriesPart } from './InquiriesPart.tsx';
import { NotTheirs } from './NotTheirs.tsx';

/** One contact: what was said and answered, what was done after it, and what it becomes. */
export function ContactScreen() {
  const { t } = useTranslation(['contacts', 'common']);
  const params = useParams({ from: '/contacts/$contactId' });
  const contactId = ContactId.parse(params.contactId);
  const { queries } = useDesk();
  const { today } = useOpenStatus();
  const language = useLanguage();
  const { data } = useSuspenseQuery(queries.contacts.get.queryOptions({ input: { contactId } }));
  const { contact, followUps } = data;
  return (
    <Page
      columns={contact.beneficiaryId === null ? 'one' : 'split'}
      title={contact.topic}
      subtitle={contact.name ?? t('contacts:nameless')}
      action={
        <BackToList to="/contacts">
          <Icon of={ArrowLeft} flow />
          <span>{t('contacts:backToList')}</span>
        </BackToList>
      }
    >
      <Stack>
        <Panel
          title={t('contacts:detailsTitle')}
          aside={<ContactState contact={contact} />}
          foot={
            contact.caseId === null ? (
              <Row>
                <Link
                  to="/new"
                  search={{ contact: contactId }}
                  className={buttonClass('plain', 'md')}
                >
                  <Icon of={FolderPlus} />
                  <span>{t('contacts:becomeCase')}</span>
                </Link>
                {contact.beneficiaryId !== null && <NotTheirs contactId={contactId} />}
              </Row>
            ) : (
              <Link
                to="/case/$caseId/$step"
                params={{ caseId: contact.caseId, step: 'now' }}
                className={buttonClass('plain', 'md')}
              >
                <Icon of={FolderOpen} />
                <span>{t('contacts:openCase')}</span>
              </Link>
            )
          }
        >
          <Facts
            layout="columns"
            facts={[
              {
                id: 'channel',
                term: t('contacts:channel'),
                value: t(`common:channel.${contact.channel}`),
              },
              {
                id: 'initiated',
                term: t('contacts:initiatedBy'),
                value: t(`common:initiatedBy.${contact.initiatedBy}`),
              },
              ...(contact.phone === null
                ? []
                : [{ id: 'phone', term: t('contacts:phone'), value: <Bdi>{contact.phone}</Bdi> }]),
              {
                id: 'at',
                term: t('contacts:at'),
                value: <InstantText instant={contact.at} today={today} layout="line" />,
              },
              { id: 'by', term: t('contacts:by'), value: contact.by },
              {
                id: 'said',
                term: t('contacts:said'),
                value: contact.said || t('contacts:nothing'),
              },
              {
                id: 'answer',
                term: t('contacts:answer'),
                value: contact.answer || t('contacts:noAnswerYet'),
              },
            ]}
          />
        </Panel>
        {followUps.length > 0 && (
          <Panel title={t('contacts:followUps')}>
            <Timeline
              label={t('contacts:followUps')}
              items={followUps.map((each) => ({
                id: each.at,
                time: clockTime(each.at),
                title: each.outcome,
                detail: `${spokenDay(dayOf(each.at), language).gregorian} · ${each.by}`,
              }))}
            />
          </Panel>
        )}
        <InquiriesPart contact={contact} />
        {(contact.caseId === null || contact.followUpBy !== null) && (
          <FollowUpForm key={followUps.length} contactId={contactId} />
        )}
      </Stack>
      {contact.beneficiaryId !== null && (
        <Stack>
          <PersonHistory beneficiaryId={contact.beneficiaryId} limit={12} />
        </Stack>
      )}
    </Page>
  );
}
