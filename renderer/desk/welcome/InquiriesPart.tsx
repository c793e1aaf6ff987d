import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type OpenCase, useCaseAction } from '#renderer/access/caseFile.ts';
import { DeskErrorNote } from '#renderer/access/DeskErrorNote.tsx';
import { useDesk } from '#renderer/access/desk.ts';
import { Words } from '#renderer/caseParts/summaryValue.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { Fields } from '#renderer/components/Field.tsx';
import { Row, Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { TextArea } from '#renderer/components/TextArea.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import { clockTime } from '#renderer/language/days.ts';
import { DoneBadge } from './DoneBadge.tsx';
import { PART_IDS } from './part.ts';
import styles from './welcome.module.css';

const EMPTY = { topic: '', question: '', answer: '' };

/** Questions and their answers; "all answered" is said outright and never skipped silently (P30). */
export function InquiriesPart({ open }: { readonly open: OpenCase }) {
  const { t } = useTranslation('welcome');
  const { queries } = useDesk();
  const { caseId, inquiries, inquiriesConfirmed, channel } = open.state;
  const [form, setForm] = useState<typeof EMPTY | null>(null);
  const [wasOpen, setWasOpen] = useState(false);
  const [asked, setAsked] = useState(false);
  const record = useCaseAction(queries.cases.recordInquiry.mutationOptions());
  const confirm = useCaseAction(queries.cases.confirmInquiries.mutationOptions());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (form === null) return;
    setAsked(true);
    if (form.topic.trim() === '' || form.question.trim() === '') return;
    record.mutate(
      { caseId, channel, ...form },
      {
        onSuccess: () => {
          setForm(null);
          setAsked(false);
        },
      },
    );
  };
  const missing = (text: string) => (asked && text.trim() === '' ? t('needed') : undefined);
  const failure = record.error ?? confirm.error;
  const hasBody = inquiries.length > 0 || form !== null || failure !== null;
  return (
    <Panel
      id={PART_IDS.inquiries}
      title={t('inquiries')}
      note={t('inquiriesHelp')}
      aside={inquiriesConfirmed === null ? undefined : <DoneBadge mark={inquiriesConfirmed} />}
      foot={
        <Row>
          {inquiriesConfirmed === null && (
            <Button kind="main" busy={confirm.isPending} onPress={() => confirm.mutate({ caseId })}>
              {inquiries.length === 0 ? t('noQuestions') : t('allAnswered')}
            </Button>
          )}
          {form === null && (
            // After a question is saved or dropped, the hand comes back here.
            <Button
              autoFocus={wasOpen}
              onPress={() => {
                setForm(EMPTY);
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
          {form !== null && (
            <form onSubmit={submit} noValidate>
              <Fields>
                <TextField
                  label={t('topic')}
                  span={12}
                  autoFocus
                  isRequired
                  error={missing(form.topic)}
                  value={form.topic}
                  onChange={(topic) => setForm({ ...form, topic })}
                />
                <TextArea
                  label={t('question')}
                  span={6}
                  isRequired
                  error={missing(form.question)}
                  value={form.question}
                  onChange={(question) => setForm({ ...form, question })}
                />
                <TextArea
                  label={t('answer')}
                  span={6}
                  value={form.answer}
                  onChange={(answer) => setForm({ ...form, answer })}
                />
              </Fields>
              <div className={styles.formActions}>
                <Button type="submit" busy={record.isPending}>
                  {t('saveInquiry')}
                </Button>
                <Button kind="quiet" onPress={() => setForm(null)}>
                  {t('cancelInquiry')}
                </Button>
              </div>
            </form>
          )}
          <DeskErrorNote error={failure} />
        </Stack>
      ) : undefined}
    </Panel>
  );
}
