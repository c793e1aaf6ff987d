import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type OpenCase, useCaseAction } from '#renderer/access/caseFile.ts';
import { DeskErrorNote, useDeskErrorSentence } from '#renderer/access/DeskErrorNote.tsx';
import { useDesk } from '#renderer/access/desk.ts';
import { KeptLine } from '#renderer/caseParts/KeptLine.tsx';
import { Words } from '#renderer/caseParts/summaryValue.tsx';
import { useFormDraft } from '#renderer/caseParts/useFormDraft.ts';
import { Button } from '#renderer/components/Button.tsx';
import { Fields } from '#renderer/components/Field.tsx';
import { focusField } from '#renderer/components/focus-field.ts';
import { Row, Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { TextArea } from '#renderer/components/TextArea.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import { clockTime } from '#renderer/language/days.ts';
import { formScope } from '#shared/contracts/caseForms.ts';
import { DoneBadge } from './DoneBadge.tsx';
import { PART_IDS } from './part.ts';
import styles from './welcome.module.css';

const TOPIC = 'inquiry-topic';
const QUESTION = 'inquiry-question';

/** Questions and their answers; "all answered" is said outright and never skipped silently (P30). */
export function InquiriesPart({ open }: { readonly open: OpenCase }) {
  const { t } = useTranslation('welcome');
  const { queries } = useDesk();
  const { caseId, inquiries, inquiriesConfirmed, channel } = open.state;
  const form = useFormDraft(open, formScope('inquiry'), {});
  const [isWriting, setWriting] = useState(form.isBegun);
  const [wasOpen, setWasOpen] = useState(false);
  const [asked, setAsked] = useState(false);
  const record = useCaseAction(queries.cases.recordInquiry.mutationOptions());
  const confirm = useCaseAction(queries.cases.confirmInquiries.mutationOptions());
  const topic = form.text('topic');
  const question = form.text('question');
  const answer = form.text('answer');
  const close = () => {
    setWriting(false);
    setAsked(false);
  };
  const drop = () => {
    for (const name of ['topic', 'question', 'answer']) form.set(name, '');
    close();
  };
  const save = async () => {
    await form.flush();
    await record.mutateAsync({ caseId, channel, topic, question, answer });
    form.forget();
    close();
  };
  const isWhole = () => {
    setAsked(true);
    const wanting = topic.trim() === '' ? TOPIC : question.trim() === '' ? QUESTION : null;
    if (wanting !== null) focusField(wanting);
    return wanting === null;
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isWhole() && !record.isPending) void save().catch(() => undefined);
  };
  // A question that stands half written is never passed over by "all answered".
  const confirmAll = async () => {
    if (form.isBegun) {
      if (!isWhole()) return;
      await save();
    }
    await confirm.mutateAsync({ caseId });
  };
  const missing = (text: string) => (asked && text.trim() === '' ? t('needed') : undefined);
  const failure = record.error ?? confirm.error;
  const hasBody = inquiries.length > 0 || isWriting || failure !== null;
  return (
    <Panel
      id={PART_IDS.inquiries}
      title={t('inquiries')}
      note={t('inquiriesHelp')}
      aside={inquiriesConfirmed === null ? undefined : <DoneBadge mark={inquiriesConfirmed} />}
      foot={
        <Row>
          {inquiriesConfirmed === null && (
            <Button
              kind="main"
              busy={confirm.isPending || record.isPending}
              onPress={() => void confirmAll().catch(() => undefined)}
            >
              {inquiries.length === 0 ? t('noQuestions') : t('allAnswered')}
            </Button>
          )}
          {!isWriting && (
            // After a question is saved or dropped, the hand comes back here.
            <Button
              autoFocus={wasOpen}
              onPress={() => {
                setWriting(true);
                setWasOpen(true);
              }}
            >
              {t('addInquiry')}
            </Button>
          )}
        </Row>
      }
    >
      {hasBody ? (
        <Stack gap={3}>
          {inquiries.length > 0 && (
            <ul className={styles.inquiries}>
              {inquiries.map((inquiry) => (
                <li key={inquiry.inquiryId}>
                  <span className={styles.question}>
                    <Words>{inquiry.topic}</Words>: <Words>{inquiry.question}</Words>
                  </span>
                  <span dir="auto">
                    {inquiry.answer === '' ? t('noAnswerYet') : inquiry.answer}
                  </span>
                  <bdi dir="ltr">{clockTime(inquiry.at)}</bdi>
                </li>
              ))}
            </ul>
          )}
          {isWriting && (
            <form onSubmit={submit} noValidate>
              <Fields>
                <TextField
                  label={t('topic')}
                  id={TOPIC}
                  span={12}
                  autoFocus={wasOpen}
                  isRequired
                  error={missing(topic)}
                  value={topic}
                  onChange={(text) => form.set('topic', text)}
                />
                <TextArea
                  id={QUESTION}
                  label={t('question')}
                  span={6}
                  isRequired
                  error={missing(question)}
                  value={question}
                  onChange={(text) => form.set('question', text)}
                />
                <TextArea
                  label={t('answer')}
                  span={6}
                  value={answer}
                  onChange={(text) => form.set('answer', text)}
                />
              </Fields>
              <div className={styles.formActions}>
                <Button type="submit" busy={record.isPending}>
                  {t('saveInquiry')}
                </Button>
                <Button kind="quiet" onPress={drop}>
                  {t('cancelInquiry')}
                </Button>
                <KeptLine parts={[form]} useSentence={useDeskErrorSentence} />
              </div>
            </form>
          )}
          <DeskErrorNote error={failure} />
        </Stack>
      ) : undefined}
    </Panel>
  );
}
