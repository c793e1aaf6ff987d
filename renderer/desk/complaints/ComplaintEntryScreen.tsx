import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { ArrowLeft, Save } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { DeskErrorNote, useDeskErrorSentence } from '#renderer/access/DeskErrorNote.tsx';
import { useDesk } from '#renderer/access/desk.ts';
import { useOpenStatus } from '#renderer/access/status.ts';
import { KeptLine } from '#renderer/caseParts/KeptLine.tsx';
import { useKeptDraft } from '#renderer/caseParts/useKeptDraft.ts';
import { useWho } from '#renderer/caseParts/useWho.ts';
import { WhoFields } from '#renderer/caseParts/WhoFields.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { buttonClass } from '#renderer/components/button-class.ts';
import { Choice } from '#renderer/components/Choice.tsx';
import { Fields } from '#renderer/components/Field.tsx';
import { focusField } from '#renderer/components/focus-field.ts';
import { Icon } from '#renderer/components/Icon.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Page, Row, Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { Select } from '#renderer/components/Select.tsx';
import { TextArea } from '#renderer/components/TextArea.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import { ContactChannel } from '#shared/domain/case/vocabulary.ts';
import { ComplaintSubject, isNamed } from '#shared/domain/contacts/contactEvents.ts';
import { ActorId } from '#shared/domain/identity.ts';

const NOBODY = 'nobody';

const Form = z.strictObject({
  channel: ContactChannel,
  about: ComplaintSubject,
  against: ActorId.nullable(),
  text: z.string(),
});

const EMPTY: z.infer<typeof Form> = {
  channel: 'interview',
  about: 'service',
  against: null,
  text: '',
};

/** A complaint is taken down kindly and whole; from here it is headquarters' to answer. */
export function ComplaintEntryScreen() {
  const { t } = useTranslation(['complaints', 'contacts', 'common', 'interview']);
  const { queries } = useDesk();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const { person } = useOpenStatus();
  const { caseId, beneficiaryId } = useSearch({ from: '/complaints/new' });
  const who = useWho('complaint', {
    caseId: caseId ?? null,
    beneficiaryId: beneficiaryId ?? null,
  });
  const { data: register } = useSuspenseQuery(queries.complaints.form.queryOptions());
  const { form, setForm, save, flush, forget } = useKeptDraft('complaint', Form, EMPTY);
  const { channel, about, against, text } = form;
  const [isAsked, setAsked] = useState(false);
  const record = useMutation(
    queries.complaints.record.mutationOptions({
      onSuccess: async ({ complaintId }) => {
        forget();
        who.forget();
        await Promise.all([
          cache.invalidateQueries({ queryKey: queries.complaints.key() }),
          cache.invalidateQueries({ queryKey: queries.contacts.history.key() }),
          cache.invalidateQueries({ queryKey: queries.safety.key() }),
        ]);
        await navigate({ to: '/complaints/$complaintId/receipt', params: { complaintId } });
      },
    }),
  );
  const problems = {
    who: who.isGiven || isNamed(who.said) ? undefined : t('contacts:whoNeeded'),
    text: text.trim() === '' ? t('complaints:textNeeded') : undefined,
  };
  const shown = (problem: string | undefined) => (isAsked ? problem : undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    const wrong = Object.entries(problems).find(([, problem]) => problem !== undefined);
    if (wrong !== undefined) {
      focusField(`complaint-${wrong[0]}`);
      return;
    }
    const said = { channel, about, text, against, who: who.said, caseId: caseId ?? null };
    void Promise.all([flush(), who.flush()]).then(() => record.mutate(said));
  };
  return (
    <Page
      title={t('complaints:entryTitle')}
      subtitle={t('complaints:entryLine')}
      action={
        <Link to="/complaints" className={buttonClass('quiet', 'md')}>
          <Icon of={ArrowLeft} flow />
          <span>{t('complaints:backToRegister')}</span>
        </Link>
      }
    >
      <form noValidate onSubmit={submit}>
        <Stack>
          <Panel title={t('complaints:complainant')}>
            <WhoFields id="complaint-who" who={who} error={shown(problems.who)} autoFocus />
          </Panel>
          <Panel title={t('complaints:what')}>
            <Fields>
              <Choice
                id="complaint-about"
                label={t('complaints:about')}
                span={6}
                value={about}
                options={ComplaintSubject.options.map((value) => ({
                  value,
                  label: t(`complaints:subject.${value}`),
                }))}
                onChange={(value) => setForm({ ...form, about: ComplaintSubject.parse(value) })}
              />
              <Select
                id="complaint-channel"
                label={t('contacts:channel')}
                span={6}
                isRequired
                value={channel}
                options={ContactChannel.options.map((value) => ({
                  value,
                  label: t(`common:channel.${value}`),
                }))}
                onChange={(value) => setForm({ ...form, channel: ContactChannel.parse(value) })}
                placeholder={t('interview:choose')}
                nothingFound={t('interview:nothingFound')}
              />
              <TextArea
                id="complaint-text"
                label={t('complaints:text')}
                help={t('complaints:textHelp')}
                isRequired
                rows={5}
                longest={4000}
                error={shown(problems.text)}
                value={text}
                onChange={(typed) => setForm({ ...form, text: typed })}
              />
              <Select
                id="complaint-against"
                label={t('complaints:against')}
                help={t('complaints:againstHelp')}
                span={6}
                value={against ?? NOBODY}
                options={[
                  { value: NOBODY, label: t('complaints:againstNobody') },
                  ...register.people.map(({ actorId, displayName }) => ({
                    value: actorId,
                    label: displayName,
                  })),
                ]}
                onChange={(value) => {
                  const named = ActorId.safeParse(value);
                  setForm({ ...form, against: named.success ? named.data : null });
                }}
                placeholder={t('complaints:againstNobody')}
                nothingFound={t('interview:nothingFound')}
              />
            </Fields>
            {against === person.actorId && (
              <Note tone="review" live="status">
                {t('complaints:againstYou')}
              </Note>
            )}
          </Panel>
          <DeskErrorNote error={record.error} />
          <Row gap={3}>
            <Button kind="main" type="submit" icon={Save} busy={record.isPending}>
              {t('complaints:save')}
            </Button>
            <span>
              {t('complaints:dueLine')} <DayText day={register.dueBy} />
            </span>
            <KeptLine parts={[{ save, flush }, who]} useSentence={useDeskErrorSentence} />
          </Row>
        </Stack>
      </form>
    </Page>
  );
}
