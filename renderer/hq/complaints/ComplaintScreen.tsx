import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { HqKeptLine } from '#renderer/access/hq/HqKeptLine.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useKeptForm } from '#renderer/access/hq/keptForm.ts';
import { useHqMay, useHqPerson } from '#renderer/access/hq/status.ts';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { buttonClass } from '#renderer/components/button-class.ts';
import { Facts } from '#renderer/components/Facts.tsx';
import { focusField } from '#renderer/components/focus-field.ts';
import { Icon } from '#renderer/components/Icon.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Page, Row, Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { Skeleton } from '#renderer/components/Skeleton.tsx';
import { TextArea } from '#renderer/components/TextArea.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import type { HqComplaint } from '#shared/contracts/hq/complaints.ts';
import { ComplaintId } from '#shared/domain/contacts/contactEvents.ts';
import styles from './complaints.module.css';

export interface ComplaintScreenProps {
  readonly params: Readonly<Partial<Record<string, string>>>;
}

const NONE = ComplaintId.parse('00000000-0000-4000-8000-000000000000');

/** One complaint: what was said, its clock, the answer, and an appeal to the director. */
export function ComplaintScreen({ params }: ComplaintScreenProps) {
  const { t } = useTranslation(['hqComplaints', 'complaints', 'common']);
  const { queries } = useHq();
  const id = ComplaintId.safeParse(params['complaintId']);
  const open = useQuery({
    ...queries.complaints.open.queryOptions({
      input: { complaintId: id.success ? id.data : NONE },
    }),
    enabled: id.success,
  });
  const complaint = open.data;
  return (
    <Page
      title={complaint === undefined ? t('hqComplaints:title') : <Bdi>{complaint.number}</Bdi>}
      subtitle={complaint === undefined ? undefined : t(`complaints:subject.${complaint.about}`)}
      action={
        <Link to={'/complaints' as string} className={buttonClass('quiet', 'md')}>
          <Icon of={ArrowLeft} flow />
          <span>{t('complaints:backToRegister')}</span>
        </Link>
      }
    >
      <Stack>
        <HqErrorNote error={open.error} />
        {id.success && open.isPending && <Skeleton label={t('common:loading')} />}
        {complaint !== undefined && <Said complaint={complaint} />}
      </Stack>
    </Page>
  );
}

function Said({ complaint }: { readonly complaint: HqComplaint }) {
  const { t } = useTranslation(['hqComplaints', 'complaints', 'common']);
  const { roles } = useHqPerson();
  const mayAnswer = useHqMay('complaints.answer');
  const { answer, appeal } = complaint;
  const isAppealed = appeal?.isOpen === true;
  const waits = answer === null || isAppealed;
  const fact = (id: string, term: string, value: string | null) =>
    value === null ? [] : [{ id, term, value: <bdi dir="auto">{value}</bdi> }];
  return (
    <>
      <Panel title={t('complaints:what')}>
        <Stack>
          <p dir="auto" className={styles.said}>
            {complaint.text}
          </p>
          <Facts
            layout="columns"
            facts={[
              ...fact(
                'from',
                t('hqComplaints:from'),
                complaint.branchName ?? t('hqComplaints:headquarters'),
              ),
              ...fact(
                'channel',
                t('hqComplaints:channel'),
                t(`common:channel.${complaint.channel}`),
              ),
              ...fact('by', t('hqComplaints:recordedBy'), complaint.recordedBy),
              ...fact('name', t('complaints:complainant'), complaint.name),
              ...fact('phone', t('hqComplaints:phone'), complaint.phone),
              ...fact('against', t('hqComplaints:against'), complaint.against),
              {
                id: 'on',
                term: t('complaints:recordedOn'),
                value: <DayText day={complaint.recordedOn} />,
              },
              {
                id: 'due',
                term: t('complaints:dueBy'),
                value: <DayText day={complaint.dueBy} />,
              },
            ]}
          />
          {complaint.isOverdue && <Note tone="stop">{t('hqComplaints:lateLine')}</Note>}
        </Stack>
      </Panel>
      {answer !== null && (
        <Panel title={t('complaints:answer')}>
          <Stack>
            <p dir="auto" className={styles.said}>
              {answer.text}
            </p>
            <p className={styles.muted}>
              {answer.by} · <DayText day={answer.on} />
            </p>
          </Stack>
        </Panel>
      )}
      {appeal !== null && (
        <Note tone={isAppealed ? 'review' : 'info'}>
          {t('hqComplaints:appealed')} · <DayText day={appeal.on} /> ·{' '}
          <bdi dir="auto">{appeal.reason}</bdi>
        </Note>
      )}
      {mayAnswer && waits && (!isAppealed || roles.includes('director')) && (
        <WordsForm key="answer" complaint={complaint} kind="answer" />
      )}
      {mayAnswer && !waits && appeal === null && (
        <WordsForm key="appeal" complaint={complaint} kind="appeal" />
      )}
      {isAppealed && !roles.includes('director') && (
        <Note tone="info">{t('hqComplaints:forDirector')}</Note>
      )}
    </>
  );
}

interface WordsFormProps {
  readonly complaint: HqComplaint;
  readonly kind: 'answer' | 'appeal';
}

/** The answer, or why the complainant is not content with it. */
function WordsForm({ complaint: { complaintId }, kind }: WordsFormProps) {
  const { t } = useTranslation('hqComplaints');
  const { queries } = useHq();
  const cache = useQueryClient();
  const form = useKeptForm(`complaint${kind === 'answer' ? 'Answer' : 'Appeal'}.${complaintId}`);
  const text = form.text('text');
  const [isTried, setTried] = useState(false);
  const settled = {
    onSettled: async () => {
      await cache.invalidateQueries({ queryKey: queries.complaints.key() });
      await cache.invalidateQueries({ queryKey: queries.overview.key() });
    },
  };
  const answer = useMutation(queries.complaints.answer.mutationOptions(settled));
  const appeal = useMutation(queries.complaints.appeal.mutationOptions(settled));
  const isMissing = text.trim() === '';
  const id = `complaint-${kind}`;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isMissing) {
      focusField(id);
      return;
    }
    const recorded = { onSuccess: form.forget };
    if (kind === 'answer') answer.mutate({ complaintId, answer: text.trim() }, recorded);
    else appeal.mutate({ complaintId, reason: text.trim() }, recorded);
  };
  return (
    <Panel title={t(`${kind}.title`)}>
      <form noValidate onSubmit={submit} aria-label={t(`${kind}.title`)}>
        <Stack>
          <TextArea
            id={id}
            label={t(`${kind}.words`)}
            help={t(`${kind}.help`)}
            isRequired
            rows={4}
            longest={4000}
            value={text}
            onChange={(typed) => form.set('text', typed)}
            error={isTried && isMissing ? t(`${kind}.needed`) : undefined}
          />
          <HqErrorNote error={answer.error ?? appeal.error} />
          <HqKeptLine form={form} />
          <Row>
            <Button
              type="submit"
              kind={kind === 'answer' ? 'main' : 'plain'}
              busy={answer.isPending || appeal.isPending}
            >
              {t(`${kind}.save`)}
            </Button>
          </Row>
        </Stack>
      </form>
    </Panel>
  );
}
