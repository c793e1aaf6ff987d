import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useHqToday, useLookEvery } from '#renderer/access/hq/overview.ts';
import { useHqMay } from '#renderer/access/hq/status.ts';
import { InquiryPanel } from '#renderer/caseParts/inquiry/InquiryPanel.tsx';
import { InquirySentence } from '#renderer/caseParts/inquiry/InquirySentence.tsx';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { DataTable } from '#renderer/components/DataTable.tsx';
import { type Fact, Facts } from '#renderer/components/Facts.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { InstantText } from '#renderer/language/dates.tsx';
import type { HqInquiry } from '#shared/contracts/hq/inquiries.ts';
import { countInquiryAnswers } from '#shared/domain/contacts/inquiryReferral.ts';

/** Questions of people who have no case yet, from contacts of the branches and from leads (P33). */
export function InquiriesTable({ view }: { readonly view: 'open' | 'answered' }) {
  const { t } = useTranslation(['hqStudy', 'waiting', 'common']);
  const { queries } = useHq();
  const mayRead = useHqMay('leads.read');
  const today = useHqToday();
  const [openId, setOpenId] = useState<string | null>(null);
  const list = useQuery({
    ...queries.inquiries.list.queryOptions({ input: { view, offset: 0 } }),
    refetchInterval: useLookEvery(),
    enabled: mayRead,
  });
  const rows = list.data?.inquiries ?? [];
  if (!mayRead || (list.error === null && rows.length === 0)) return null;
  const caption = t(view === 'open' ? 'hqStudy:inquiries.open' : 'hqStudy:inquiries.answered');
  const nameOf = ({ contact }: HqInquiry) =>
    contact?.name ?? contact?.phone ?? t('hqStudy:nameless');
  return (
    <Panel body="flush" title={caption}>
      <HqErrorNote error={list.error} />
      <DataTable<HqInquiry>
        caption={caption}
        rows={rows}
        rowId={({ referral }) => referral.referralId}
        drawer={{
          openId,
          onToggle: (id) => setOpenId(id === openId ? null : id),
          openLabel: (row) => t('hqStudy:inquiries.openOf', { name: nameOf(row) }),
          closeLabel: (row) => t('hqStudy:inquiries.closeOf', { name: nameOf(row) }),
          content: (row) => <InquiryDetail inquiry={row} />,
        }}
        columns={[
          {
            id: 'question',
            head: t('hqStudy:question'),
            isRowName: true,
            cell: ({ referral }) => (
              <span dir="auto">
                {referral.thread.findLast(({ kind }) => kind === 'question')?.text}
              </span>
            ),
          },
          {
            id: 'reason',
            head: t('hqStudy:referReason'),
            cell: ({ referral }) => t(`waiting:reason.${referral.reason}`),
          },
          { id: 'who', head: t('hqStudy:inquiries.who'), cell: nameOf },
          {
            id: 'branch',
            head: t('hqStudy:branch'),
            cell: ({ branchName }) => branchName ?? t('hqStudy:inquiries.headquarters'),
          },
          {
            id: 'at',
            head: t('hqStudy:askedAt'),
            isTight: true,
            cell: ({ referral }) => <InstantText instant={referral.askedAt} today={today} />,
          },
        ]}
      />
    </Panel>
  );
}

function InquiryDetail({ inquiry }: { readonly inquiry: HqInquiry }) {
  const { t } = useTranslation(['hqStudy', 'contacts', 'common', 'waiting']);
  const { client, queries } = useHq();
  const cache = useQueryClient();
  const mayAnswer = useHqMay('referrals.answer');
  const mayAsk = useHqMay('leads.write');
  const { referral, contact, people } = inquiry;
  const { referralId } = referral;
  const onChanged = () =>
    Promise.all(
      [queries.inquiries, queries.leads, queries.study.list, queries.overview].map((each) =>
        cache.invalidateQueries({ queryKey: each.key() }),
      ),
    );
  const errorNote = (error: unknown) => <HqErrorNote error={error} />;
  const answerForm = (onDone: () => void) => (
    <InquirySentence
      label={t('hqStudy:answer')}
      help={t('hqStudy:inquiries.answerHelp')}
      confirm={t('hqStudy:sendAnswer')}
      act={(text) =>
        client.inquiries.answer({ referralId, text, seenAnswers: countInquiryAnswers(referral) })
      }
      errorNote={errorNote}
      onSettled={onChanged}
      onDone={onDone}
    />
  );
  return (
    <Stack gap={3}>
      {contact === null ? (
        <p>{t('hqStudy:inquiries.contactMissing')}</p>
      ) : (
        <Facts layout="columns" facts={factsOf(contact, t)} />
      )}
      <InquiryPanel
        referral={referral}
        people={people}
        errorNote={errorNote}
        onChanged={onChanged}
        {...(mayAnswer ? { answer: { label: t('hqStudy:answerNow'), form: answerForm } } : {})}
        {...(mayAsk
          ? {
              ask: {
                add: (question: string) => client.inquiries.addQuestion({ referralId, question }),
                withdraw: (reason: string) => client.inquiries.withdraw({ referralId, reason }),
              },
            }
          : {})}
      />
    </Stack>
  );
}

function factsOf(
  { channel, phone, topic, said, answer }: NonNullable<HqInquiry['contact']>,
  t: ReturnType<typeof useTranslation<['hqStudy', 'contacts', 'common', 'waiting']>>['t'],
): readonly Fact[] {
  const fact = (id: string, term: string, value: Fact['value'] | null): readonly Fact[] =>
    value === null || value === '' ? [] : [{ id, term, value }];
  return [
    ...fact('topic', t('contacts:topic'), topic),
    ...fact('channel', t('contacts:channel'), t(`common:channel.${channel}`)),
    ...fact('phone', t('contacts:phone'), phone && <Bdi>{phone}</Bdi>),
    ...fact('said', t('contacts:said'), said),
    ...fact('answer', t('contacts:answer'), answer),
  ];
}
