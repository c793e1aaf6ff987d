import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { MessageCircleQuestion } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DeskErrorNote, useDeskErrorSentence } from '#renderer/access/DeskErrorNote.tsx';
import { useDesk } from '#renderer/access/desk.ts';
import { useOpenStatus } from '#renderer/access/status.ts';
import { typedDay } from '#renderer/caseParts/DayField.tsx';
import { InquiryPanel } from '#renderer/caseParts/inquiry/InquiryPanel.tsx';
import {
  InquiryQuestionFields,
  typedInquiry,
} from '#renderer/caseParts/inquiry/InquiryQuestionFields.tsx';
import { KeptLine } from '#renderer/caseParts/KeptLine.tsx';
import { type KeptFields, useKeptFields } from '#renderer/caseParts/useKeptFields.ts';
import { Button } from '#renderer/components/Button.tsx';
import { Row, Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import type { Contact } from '#shared/contracts/contacts.ts';
import type { ContactReferrals } from '#shared/contracts/inquiries.ts';
import type { ContactId } from '#shared/domain/contacts/contactEvents.ts';
import type { InquiryReferral } from '#shared/domain/contacts/inquiryReferral.ts';
import { InquiryAnswerForm } from './InquiryAnswerForm.tsx';
import { useInquiryChanged } from './useInquiryChanged.ts';

/** Questions on this contact to the social-research officer (P33), and the way to ask one. */
export function InquiriesPart({ contact }: { readonly contact: Contact }) {
  const { t } = useTranslation('waiting');
  const { queries } = useDesk();
  const { contactId } = contact;
  const { data } = useSuspenseQuery(
    queries.inquiries.ofContact.queryOptions({ input: { contactId } }),
  );
  const form = useKeptFields(`inquiry/${contactId}`);
  const mayAsk = contact.caseId === null;
  const [isAsking, setAsking] = useState(mayAsk && form.isBegun);
  return (
    <>
      {data.referrals.map((referral) => (
        <AskedInquiry
          key={referral.referralId}
          contactId={contactId}
          referral={referral}
          people={data.people}
        />
      ))}
      {isAsking && <ReferPanel contactId={contactId} form={form} onDone={() => setAsking(false)} />}
      {!isAsking && mayAsk && (
        <Row>
          <Button icon={MessageCircleQuestion} onPress={() => setAsking(true)}>
            {t('refer')}
          </Button>
        </Row>
      )}
    </>
  );
}

interface AskedInquiryProps extends Pick<ContactReferrals, 'people'> {
  readonly contactId: ContactId;
  readonly referral: InquiryReferral;
}

/** A question that was sent: what is written on it is kept until it is recorded. */
function AskedInquiry({ contactId, referral, people }: AskedInquiryProps) {
  const { t } = useTranslation('waiting');
  const { client } = useDesk();
  const { today } = useOpenStatus();
  const onChanged = useInquiryChanged();
  const { referralId } = referral;
  const thread = useKeptFields(`inquiryThread/${referralId}`);
  const answer = useKeptFields(`inquiryAnswer/${referralId}`, { answeredOn: typedDay(today) });
  return (
    <InquiryPanel
      referral={referral}
      people={people}
      errorNote={(error: unknown) => <DeskErrorNote error={error} />}
      onChanged={onChanged}
      slip={`#/contacts/${contactId}/slip/${referralId}`}
      kept={thread}
      ask={{
        add: (question) => client.inquiries.addQuestion({ referralId, question }),
        withdraw: (reason) => client.inquiries.withdraw({ referralId, reason }),
      }}
      answer={{
        label: t('recordAnswer'),
        isBegun: answer.isBegun,
        form: (onDone) => (
          <InquiryAnswerForm referralId={referralId} form={answer} onDone={onDone} />
        ),
      }}
    />
  );
}

interface ReferPanelProps {
  readonly contactId: ContactId;
  readonly form: KeptFields;
  readonly onDone: () => void;
}

function ReferPanel({ contactId, form, onDone }: ReferPanelProps) {
  const { t } = useTranslation('waiting');
  const { queries } = useDesk();
  const { today } = useOpenStatus();
  const onChanged = useInquiryChanged();
  const [tried, setTried] = useState(false);
  const refer = useMutation(
    queries.inquiries.refer.mutationOptions({
      onSuccess: () => {
        form.forget();
        onDone();
      },
      onSettled: onChanged,
    }),
  );
  const send = async () => {
    setTried(true);
    const asked = typedInquiry(form, today);
    if (asked === null || refer.isPending) return;
    await form.flush();
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
            <KeptLine parts={[form]} useSentence={useDeskErrorSentence} />
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
