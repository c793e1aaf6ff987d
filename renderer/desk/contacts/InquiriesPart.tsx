import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { MessageCircleQuestion } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { DeskErrorNote } from '#renderer/access/DeskErrorNote.tsx';
import { useDesk } from '#renderer/access/desk.ts';
import { useOpenStatus } from '#renderer/access/status.ts';
import { InquiryPanel } from '#renderer/caseParts/inquiry/InquiryPanel.tsx';
import {
  InquiryQuestionFields,
  typedInquiry,
} from '#renderer/caseParts/inquiry/InquiryQuestionFields.tsx';
import { useKeptDraft } from '#renderer/caseParts/useKeptDraft.ts';
import { Button } from '#renderer/components/Button.tsx';
import { Row, Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import type { Contact } from '#shared/contracts/contacts.ts';
import type { ContactId } from '#shared/domain/contacts/contactEvents.ts';
import { InquiryAnswerForm } from './InquiryAnswerForm.tsx';
import { useInquiryChanged } from './useInquiryChanged.ts';

/** Questions on this contact to the social-research officer (P33), and the way to ask one. */
export function InquiriesPart({ contact }: { readonly contact: Contact }) {
  const { t } = useTranslation('waiting');
  const { client, queries } = useDesk();
  const { contactId } = contact;
  const { data } = useSuspenseQuery(
    queries.inquiries.ofContact.queryOptions({ input: { contactId } }),
  );
  const onChanged = useInquiryChanged();
  const [isAsking, setAsking] = useState(false);
  const errorNote = (error: unknown) => <DeskErrorNote error={error} />;
  return (
    <>
      {data.referrals.map((referral) => {
        const { referralId } = referral;
        return (
          <InquiryPanel
            key={referralId}
            referral={referral}
            people={data.people}
            errorNote={errorNote}
            onChanged={onChanged}
            slip={`#/contacts/${contactId}/slip/${referralId}`}
            ask={{
              add: (question) => client.inquiries.addQuestion({ referralId, question }),
              withdraw: (reason) => client.inquiries.withdraw({ referralId, reason }),
            }}
            answer={{
              label: t('recordAnswer'),
              form: (onDone) => <InquiryAnswerForm referralId={referralId} onDone={onDone} />,
            }}
          />
        );
      })}
      {isAsking && <ReferPanel contactId={contactId} onDone={() => setAsking(false)} />}
      {!isAsking && contact.caseId === null && (
        <Row>
          <Button icon={MessageCircleQuestion} onPress={() => setAsking(true)}>
            {t('refer')}
          </Button>
        </Row>
      )}
    </>
  );
}

const Kept = z.record(z.string(), z.string());

function ReferPanel({
  contactId,
  onDone,
}: {
  readonly contactId: ContactId;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation('waiting');
  const { queries } = useDesk();
  const { today } = useOpenStatus();
  const onChanged = useInquiryChanged();
  const draft = useKeptDraft(`inquiry/${contactId}`, Kept, {});
  const [tried, setTried] = useState(false);
  const form = {
    text: (name: string) => draft.form[name] ?? '',
    set: (name: string, text: string) => draft.setForm({ ...draft.form, [name]: text }),
  };
  const refer = useMutation(
    queries.inquiries.refer.mutationOptions({
      onSuccess: () => {
        draft.forget();
        onDone();
      },
      onSettled: onChanged,
    }),
  );
  const send = async () => {
    setTried(true);
    const asked = typedInquiry(form, today);
    if (asked === null || refer.isPending) return;
    await draft.flush();
    refer.mutate({ contactId, ...asked });
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Panel
        title={t('newReferral')}
        note={t('inquiry.help')}
        foot={
          <Row>
            <Button type="submit" kind="main" icon={MessageCircleQuestion} busy={refer.isPending}>
              {t('send')}
            </Button>
            <Button kind="quiet" onPress={onDone}>
              {t('cancel')}
            </Button>
          </Row>
        }
      >
        <Stack gap={4}>
          <DeskErrorNote error={refer.error} />
          <InquiryQuestionFields form={form} today={today} tried={tried} />
        </Stack>
      </Panel>
    </form>
  );
}
