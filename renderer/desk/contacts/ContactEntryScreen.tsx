import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { ArrowLeft, FolderPlus, Save } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { DeskErrorNote, useDeskErrorSentence } from '#renderer/access/DeskErrorNote.tsx';
import { useDesk } from '#renderer/access/desk.ts';
import { useOpenStatus } from '#renderer/access/status.ts';
import { BackToList } from '#renderer/caseParts/BackToList.tsx';
import { isoDayOf } from '#renderer/caseParts/isoDayOf.ts';
import { KeptLine } from '#renderer/caseParts/KeptLine.tsx';
import { useDateTexts } from '#renderer/caseParts/useDateTexts.ts';
import { useKeptDraft } from '#renderer/caseParts/useKeptDraft.ts';
import { useWho } from '#renderer/caseParts/useWho.ts';
import { WhoFields } from '#renderer/caseParts/WhoFields.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { Checkbox } from '#renderer/components/Checkbox.tsx';
import { Choice } from '#renderer/components/Choice.tsx';
import { DateField } from '#renderer/components/DateField.tsx';
import { emptyDateParts } from '#renderer/components/date-parts.ts';
import { Fields } from '#renderer/components/Field.tsx';
import { focusField } from '#renderer/components/focus-field.ts';
import { Icon } from '#renderer/components/Icon.tsx';
import { Page, Row, Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { Select } from '#renderer/components/Select.tsx';
import { TextArea } from '#renderer/components/TextArea.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import { CalendarName } from '#shared/domain/answers/answer.ts';
import { ContactChannel, InitiatedBy } from '#shared/domain/case/vocabulary.ts';
import { isNamed } from '#shared/domain/contacts/contactEvents.ts';

const Form = z.strictObject({
  channel: ContactChannel,
  initiatedBy: InitiatedBy,
  topic: z.string(),
  said: z.string(),
  answer: z.string(),
  isSuggestion: z.boolean(),
  followsUp: z.boolean(),
  by: z.strictObject({
    calendar: CalendarName,
    day: z.string(),
    month: z.string(),
    year: z.string(),
  }),
});

const EMPTY: z.infer<typeof Form> = {
  channel: 'phone',
  initiatedBy: 'beneficiary',
  topic: '',
  said: '',
  answer: '',
  isSuggestion: false,
  followsUp: false,
  by: emptyDateParts('gregorian'),
};

/** Quick entry: who, over which channel, what about, what was answered, and whether more is to come. */
export function ContactEntryScreen() {
  const { t } = useTranslation(['contacts', 'common', 'interview']);
  const dateTexts = useDateTexts();
  const { queries } = useDesk();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const { today } = useOpenStatus();
  const { caseId, beneficiaryId } = useSearch({ from: '/contacts/new' });
  const { form, setForm, save: kept, flush, forget } = useKeptDraft('contact', Form, EMPTY);
  const who = useWho('contact', {
    caseId: caseId ?? null,
    beneficiaryId: beneficiaryId ?? null,
  });
  const [isAsked, setAsked] = useState(false);
  const record = useMutation(queries.contacts.record.mutationOptions());
  const day = isoDayOf(form.by);
  const problems = {
    who:
      who.isGiven || form.isSuggestion || isNamed(who.said) ? undefined : t('contacts:whoNeeded'),
    topic: form.topic.trim() === '' ? t('contacts:topicNeeded') : undefined,
    by:
      !form.followsUp || (day !== null && day >= today) ? undefined : t('contacts:followUpNeeded'),
  };
  const shown = (problem: string | undefined) => (isAsked ? problem : undefined);
  const save = async (becomesCase: boolean) => {
    setAsked(true);
    const wrong = Object.entries(problems).find(([, problem]) => problem !== undefined);
    if (wrong !== undefined) {
      focusField(`contact-${wrong[0]}`);
      return;
    }
    await Promise.all([flush(), who.flush()]);
    const { contactId } = await record.mutateAsync({
      channel: form.channel,
      initiatedBy: form.initiatedBy,
      who: who.said,
      topic: form.topic,
      said: form.said,
      answer: form.answer,
      isSuggestion: form.isSuggestion,
      followUpBy: form.followsUp && !becomesCase ? day : null,
      caseId: caseId ?? null,
    });
    forget();
    who.forget();
    await Promise.all([
      cache.invalidateQueries({ queryKey: queries.contacts.key() }),
      cache.invalidateQueries({ queryKey: queries.today.key() }),
      cache.invalidateQueries({ queryKey: queries.safety.key() }),
    ]);
    await (becomesCase
      ? navigate({ to: '/new', search: { contact: contactId } })
      : navigate({ to: '/contacts/$contactId', params: { contactId } }));
  };
  const press = (becomesCase: boolean) => {
    // What was refused stands in `record.error`.
    void save(becomesCase).catch(() => undefined);
  };
  return (
    <Page
      title={t('contacts:entryTitle')}
      subtitle={t('contacts:entryLine')}
      action={
        <BackToList to="/contacts">
          <Icon of={ArrowLeft} flow />
          <span>{t('contacts:backToList')}</span>
        </BackToList>
      }
    >
      <form
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          press(false);
        }}
      >
        <Stack>
          <Panel title={t('contacts:whoTitle')}>
            <WhoFields id="contact-who" who={who} error={shown(problems.who)} autoFocus />
          </Panel>
          <Panel title={t('contacts:whatTitle')}>
            <Stack gap={4}>
              <Fields>
                <Select
                  id="contact-channel"
                  label={t('contacts:channel')}
                  span={6}
                  isRequired
                  value={form.channel}
                  options={ContactChannel.options.map((value) => ({
                    value,
                    label: t(`common:channel.${value}`),
                  }))}
                  onChange={(value) => setForm({ ...form, channel: ContactChannel.parse(value) })}
                  placeholder={t('interview:choose')}
                  nothingFound={t('interview:nothingFound')}
                />
                <Choice
                  id="contact-initiated"
                  label={t('contacts:initiatedBy')}
                  span={6}
                  value={form.initiatedBy}
                  options={InitiatedBy.options.map((value) => ({
                    value,
                    label: t(`common:initiatedBy.${value}`),
                  }))}
                  onChange={(value) => setForm({ ...form, initiatedBy: InitiatedBy.parse(value) })}
                />
                <TextField
                  id="contact-topic"
                  label={t('contacts:topic')}
                  isRequired
                  error={shown(problems.topic)}
                  value={form.topic}
                  onChange={(topic) => setForm({ ...form, topic })}
                />
                <TextArea
                  label={t('contacts:said')}
                  span={6}
                  value={form.said}
                  onChange={(said) => setForm({ ...form, said })}
                />
                <TextArea
                  label={t('contacts:answer')}
                  span={6}
                  value={form.answer}
                  onChange={(answer) => setForm({ ...form, answer })}
                />
              </Fields>
              <Checkbox
                label={t('contacts:isSuggestion')}
                description={t('contacts:isSuggestionHelp')}
                isChecked={form.isSuggestion}
                onChange={(isSuggestion) => setForm({ ...form, isSuggestion })}
              />
              <Checkbox
                label={t('contacts:followsUp')}
                isChecked={form.followsUp}
                onChange={(followsUp) => setForm({ ...form, followsUp })}
              />
              {form.followsUp && (
                <Fields>
                  <DateField
                    id="contact-by"
                    label={t('contacts:followUpBy')}
                    span={6}
                    isRequired
                    error={shown(problems.by)}
                    parts={form.by}
                    onChange={(by) => setForm({ ...form, by })}
                    texts={dateTexts}
                  />
                </Fields>
              )}
            </Stack>
          </Panel>
          <DeskErrorNote error={record.error} />
          <Row gap={3}>
            <Button kind="main" type="submit" icon={Save} busy={record.isPending}>
              {t('contacts:save')}
            </Button>
            {caseId === undefined && (
              <Button icon={FolderPlus} busy={record.isPending} onPress={() => press(true)}>
                {t('contacts:saveAsCase')}
              </Button>
            )}
            <KeptLine parts={[{ save: kept, flush }, who]} useSentence={useDeskErrorSentence} />
          </Row>
        </Stack>
      </form>
    </Page>
  );
}
