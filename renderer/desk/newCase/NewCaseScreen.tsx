import { keepPreviousData, useMutation, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { FolderPlus, ListChecks } from 'lucide-react';
import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { DeskErrorNote } from '#renderer/access/DeskErrorNote.tsx';
import { useDesk } from '#renderer/access/desk.ts';
import { dateAnswer } from '#renderer/caseParts/answerText.ts';
import { useDateTexts } from '#renderer/caseParts/useDateTexts.ts';
import { Button } from '#renderer/components/Button.tsx';
import { buttonClass } from '#renderer/components/button-class.ts';
import { DateField } from '#renderer/components/DateField.tsx';
import type { DateParts } from '#renderer/components/date-parts.ts';
import { Fields } from '#renderer/components/Field.tsx';
import { Icon } from '#renderer/components/Icon.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { IdentifierField, PhoneField } from '#renderer/components/NumericFields.tsx';
import { Page, Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import type { Contact } from '#shared/contracts/contacts.ts';
import { subjectHere } from '#shared/domain/case/knownEvents.ts';
import type { ContactId } from '#shared/domain/contacts/contactEvents.ts';
import type { BeneficiaryId } from '#shared/domain/identity.ts';
import { KnownPeople } from './KnownPeople.tsx';
import { KnownPersonCase } from './KnownPersonCase.tsx';
import { ReachedFields } from './ReachedFields.tsx';
import { useSaidBefore } from './saidBefore.ts';
import { searchOf, statedPatches } from './stated.ts';
import { useLikely } from './useLikely.ts';
import { useNewCaseForm } from './useNewCaseForm.ts';

/** A case begins with one question: do we know this person? */
export function NewCaseScreen() {
  const { contact, beneficiary } = useSearch({ from: '/new' });
  if (beneficiary !== undefined) return <KnownPersonCase beneficiaryId={beneficiary} />;
  return contact === undefined ? (
    <NewCaseForm contact={null} />
  ) : (
    <FromContact key={contact} contactId={contact} />
  );
}

/** An inquiry becomes a case: what is known of it already stands in the form (policy P8). */
function FromContact({ contactId }: { readonly contactId: ContactId }) {
  const { queries } = useDesk();
  const { data } = useSuspenseQuery(queries.contacts.get.queryOptions({ input: { contactId } }));
  return <NewCaseForm contact={data.contact} />;
}

function NewCaseForm({ contact }: { readonly contact: Contact | null }) {
  const { t } = useTranslation(['newCase', 'bringList', 'contacts', 'common', 'interview']);
  const dateTexts = useDateTexts();
  const { queries } = useDesk();
  const said = useSaidBefore(useSearch({ from: '/new' }).said);
  const navigate = useNavigate();
  const { asked, reached, setAsked, setReached } = useNewCaseForm(contact);
  const { channel, initiatedBy } = reached;
  const search = useDeferredValue(searchOf(asked));
  const found = useQuery({
    ...queries.people.search.queryOptions({ input: search ?? {} }),
    enabled: search !== null,
    placeholderData: keepPreviousData,
  });
  const open = useMutation(
    queries.cases.open.mutationOptions({
      onSuccess: ({ caseId }) =>
        navigate({ to: '/case/$caseId/$step', params: { caseId, step: 'welcome' } }),
    }),
  );
  const { likely, elsewhere, told, tell } = useLikely(asked);
  const begin = (beneficiaryId: BeneficiaryId | null) => {
    if (channel === null || open.isPending) return;
    open.mutate({
      channel,
      initiatedBy,
      beneficiaryId,
      stated: [...statedPatches(asked), ...said.patches],
      contactId: contact?.contactId ?? null,
      known: [...told],
    });
  };
  const blocked = channel === null ? t('newCase:channelMissing') : undefined;
  const setBirth = (birth: DateParts) => setAsked({ ...asked, birth });
  return (
    <Page
      title={t('newCase:title')}
      columns="split"
      action={
        <Link to="/bring-list" className={buttonClass('plain', 'md')}>
          <Icon of={ListChecks} size="sm" />
          <span>{t('bringList:link')}</span>
        </Link>
      }
    >
      <Stack>
        {contact !== null && (
          <Note tone="info" slim>
            {t('contacts:fromContact', { topic: contact.topic })}
          </Note>
        )}
        {said.labels.length > 0 && (
          <Note tone="info" slim>
            {t('newCase:saidBefore', { said: said.labels.join(t('newCase:saidSeparator')) })}
          </Note>
        )}
        <Panel title={t('newCase:question')} note={t('newCase:questionHelp')}>
          <Fields>
            <IdentifierField
              id="new-id"
              label={t('newCase:id')}
              span={6}
              autoFocus
              value={asked.idNumber}
              onChange={(idNumber) => setAsked({ ...asked, idNumber })}
            />
            <PhoneField
              id="new-mobile"
              label={t('newCase:mobile')}
              span={6}
              value={asked.mobile}
              onChange={(mobile) => setAsked({ ...asked, mobile })}
            />
            <TextField
              id="new-name"
              label={t('newCase:name')}
              help={t('newCase:nameHelp')}
              span={6}
              value={asked.name}
              onChange={(name) => setAsked({ ...asked, name })}
            />
            <DateField
              id="new-birth"
              label={t('newCase:birthDate')}
              span={6}
              parts={asked.birth}
              onChange={setBirth}
              error={isUnreadable(asked.birth) ? t('interview:problem.dateNoSuchDay') : undefined}
              texts={dateTexts}
            />
            <ReachedFields reached={reached} onChange={setReached} />
          </Fields>
        </Panel>
        <DeskErrorNote error={open.error ?? found.error} />
        <div>
          <Button
            kind="main"
            icon={FolderPlus}
            busy={open.isPending}
            blockedReason={blocked}
            onPress={() => begin(null)}
          >
            {t('newCase:newFile')}
          </Button>
        </div>
      </Stack>
      <KnownPeople
        likely={likely}
        elsewhere={elsewhere}
        onAnswer={tell}
        people={
          search === null
            ? null
            : (found.data?.people ?? []).filter(({ beneficiaryId }) => {
                const subject = subjectHere(beneficiaryId);
                return ![...likely, ...told].some((known) => known.subject === subject);
              })
        }
        isSearching={found.isFetching}
        onNewRequest={begin}
        isBusy={open.isPending}
      />
    </Page>
  );
}

function isUnreadable(birth: DateParts): boolean {
  const isWhole = birth.day !== '' && birth.month !== '' && birth.year.length === 4;
  const answer = dateAnswer(birth);
  return (
    isWhole && searchOf({ idNumber: '', name: '', mobile: '', birth }) === null && answer !== null
  );
}
