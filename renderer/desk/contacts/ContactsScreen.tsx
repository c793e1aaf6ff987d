import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import {
  CircleCheck,
  CircleHelp,
  FolderOpen,
  Lightbulb,
  Megaphone,
  MessageCircle,
  MessageCircleQuestion,
  MessageSquareWarning,
  Plus,
  Timer,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { DeskErrorNote } from '#renderer/access/DeskErrorNote.tsx';
import { useDesk } from '#renderer/access/desk.ts';
import { useOpenStatus } from '#renderer/access/status.ts';
import { useKeepPlace } from '#renderer/caseParts/BackToList.tsx';
import type { ContactsPlace } from '#renderer/caseParts/contactPlaces.ts';
import { TypedFilter } from '#renderer/caseParts/TypedFilter.tsx';
import { Badge } from '#renderer/components/Badge.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { buttonClass } from '#renderer/components/button-class.ts';
import { Segmented } from '#renderer/components/Choice.tsx';
import { DataTable } from '#renderer/components/DataTable.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { Fields } from '#renderer/components/Field.tsx';
import { Icon } from '#renderer/components/Icon.tsx';
import { Page, Row } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { Select } from '#renderer/components/Select.tsx';
import { DayText, InstantText } from '#renderer/language/dates.tsx';
import { type Contact, ContactView } from '#shared/contracts/contacts.ts';
import { ContactChannel } from '#shared/domain/case/vocabulary.ts';

const PAGE = 50;
const EVERY_CHANNEL = 'every';

/** One list over all eight channels (P18-P25); where one stands in it is in the address. */
export function ContactsScreen() {
  const { t } = useTranslation(['contacts', 'complaints', 'common']);
  const { queries } = useDesk();
  const navigate = useNavigate();
  const place = useSearch({ from: '/contacts' });
  const { view = 'all', channel, who, from: offset = 0 } = place;
  const keepPlace = useKeepPlace('/contacts');
  const { data, error } = useQuery({
    ...queries.contacts.list.queryOptions({
      input: {
        view,
        offset,
        limit: PAGE,
        ...(channel === undefined ? {} : { channel }),
        ...(who === undefined ? {} : { who }),
      },
    }),
    placeholderData: keepPreviousData,
  });
  const go = (search: ContactsPlace) => {
    keepPlace(search);
    void navigate({ to: '/contacts', search, replace: true });
  };
  const { channel: _channel, ...anyChannel } = place;
  const { who: _who, ...anybody } = place;
  const isNarrowed = channel !== undefined || who !== undefined;
  return (
    <Page
      title={t('contacts:title')}
      subtitle={t('contacts:subtitle')}
      action={
        <Row gap={2}>
          <Link to="/complaints" className={buttonClass('plain', 'md')}>
            <Icon of={MessageSquareWarning} />
            <span>{t('complaints:title')}</span>
          </Link>
          <Button
            kind="main"
            icon={Plus}
            onPress={() => void navigate({ to: '/contacts/new', search: {} })}
          >
            {t('contacts:record')}
          </Button>
        </Row>
      }
    >
      <Segmented
        label={t('contacts:view')}
        value={view}
        options={ContactView.options.map((value) => ({
          value,
          label:
            value === 'waiting' && (data?.waiting ?? 0) > 0 ? (
              <>
                {t('contacts:views.waiting')} <bdi dir="ltr">({data?.waiting})</bdi>
              </>
            ) : (
              t(`contacts:views.${value}`)
            ),
        }))}
        onChange={(chosen) => go({ ...place, view: ContactView.parse(chosen), from: 0 })}
      />
      <Fields>
        <TypedFilter
          label={t('contacts:findWho')}
          help={t('contacts:findWhoHelp')}
          text={who ?? ''}
          onText={(typed) => go({ ...anybody, ...(typed === '' ? {} : { who: typed }), from: 0 })}
        />
        <Select
          label={t('contacts:channel')}
          span={6}
          value={channel ?? EVERY_CHANNEL}
          options={[
            { value: EVERY_CHANNEL, label: t('contacts:everyChannel') },
            ...ContactChannel.options.map((value) => ({
              value,
              label: t(`common:channel.${value}`),
            })),
          ]}
          onChange={(chosen) => {
            const parsed = ContactChannel.safeParse(chosen);
            go({ ...anyChannel, ...(parsed.success ? { channel: parsed.data } : {}), from: 0 });
          }}
          placeholder={t('contacts:everyChannel')}
          nothingFound={t('contacts:everyChannel')}
        />
      </Fields>
      <DeskErrorNote error={error} />
      {data !== undefined &&
        (data.contacts.length === 0 ? (
          <EmptyState
            icon={MessageCircle}
            title={t(isNarrowed ? 'contacts:noneFits' : 'contacts:emptyTitle')}
          >
            {t(
              isNarrowed
                ? 'contacts:noneFitsLine'
                : view === 'waiting'
                  ? 'contacts:emptyWaiting'
                  : 'contacts:emptyLine',
            )}
          </EmptyState>
        ) : (
          <ContactsTable contacts={data.contacts} />
        ))}
      {data !== undefined && (data.next !== null || offset > 0) && (
        <Row>
          {offset > 0 && (
            <Button onPress={() => go({ ...place, from: Math.max(0, offset - PAGE) })}>
              {t('contacts:newer')}
            </Button>
          )}
          {data.next !== null && (
            <Button onPress={() => go({ ...place, from: data.next ?? 0 })}>
              {t('contacts:more')}
            </Button>
          )}
        </Row>
      )}
    </Page>
  );
}

function ContactsTable({ contacts }: { readonly contacts: readonly Contact[] }) {
  const { t } = useTranslation(['contacts', 'common']);
  const { today } = useOpenStatus();
  return (
    <Panel body="flush" label={t('contacts:title')}>
      <DataTable
        caption={t('contacts:title')}
        rows={contacts}
        rowId={(row) => row.contactId}
        columns={[
          {
            id: 'who',
            head: t('contacts:who'),
            isRowName: true,
            cell: (row) => (
              <Link to="/contacts/$contactId" params={{ contactId: row.contactId }}>
                {row.name ??
                  (row.phone === null ? t('contacts:nameless') : <bdi dir="ltr">{row.phone}</bdi>)}
              </Link>
            ),
          },
          { id: 'topic', head: t('contacts:topic'), cell: (row) => row.topic },
          {
            id: 'channel',
            head: t('contacts:channel'),
            cell: (row) => t(`common:channel.${row.channel}`),
          },
          { id: 'state', head: t('contacts:state'), cell: (row) => <ContactState contact={row} /> },
          {
            id: 'at',
            head: t('contacts:at'),
            isTight: true,
            cell: (row) => <InstantText instant={row.at} today={today} />,
          },
        ]}
      />
    </Panel>
  );
}

/** Icon, word and colour of what is still to be done; with the day where there is one. */
export function ContactState({ contact }: { readonly contact: Contact }) {
  const { t } = useTranslation('contacts');
  const { today } = useOpenStatus();
  if (contact.referral === 'open') {
    return (
      <Badge tone="info" icon={MessageCircleQuestion}>
        {t('stateReferred')}
      </Badge>
    );
  }
  if (contact.followUpBy !== null) {
    return (
      <Row gap={1}>
        <Badge tone={contact.followUpBy <= today ? 'review' : 'info'} icon={Timer}>
          {t(
            contact.referral === 'answered'
              ? 'stateOfficerAnswered'
              : contact.followUpBy <= today
                ? 'stateDue'
                : 'stateWaiting',
          )}
        </Badge>
        <DayText day={contact.followUpBy} />
      </Row>
    );
  }
  if (contact.isSuggestion) {
    return (
      <Badge tone="near" icon={Lightbulb}>
        {t('stateSuggestion')}
      </Badge>
    );
  }
  if (contact.caseId !== null) {
    return (
      <Badge tone="ok" icon={FolderOpen}>
        {t('stateCase')}
      </Badge>
    );
  }
  if (contact.initiatedBy === 'association') {
    return (
      <Badge tone="neutral" icon={Megaphone}>
        {t('stateOutreach')}
      </Badge>
    );
  }
  const isAnswered = contact.answer !== '';
  return (
    <Badge tone={isAnswered ? 'neutral' : 'unclear'} icon={isAnswered ? CircleCheck : CircleHelp}>
      {t(isAnswered ? 'stateAnswered' : 'stateUnanswered')}
    </Badge>
  );
}
