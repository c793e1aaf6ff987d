import { CircleCheck, CircleDashed, CircleSlash, type LucideIcon, Printer } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Words } from '#renderer/caseParts/summaryValue.tsx';
import { Badge } from '#renderer/components/Badge.tsx';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { buttonClass } from '#renderer/components/button-class.ts';
import { Icon } from '#renderer/components/Icon.tsx';
import { Row, Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { Thread } from '#renderer/components/Thread.tsx';
import type { Tone } from '#renderer/components/tone.ts';
import { DayText } from '#renderer/language/dates.tsx';
import { assertNever } from '#shared/domain/assertNever.ts';
import {
  type InquiryEntry,
  type InquiryReferral,
  type InquiryStanding,
  inquiryStanding,
} from '#shared/domain/contacts/inquiryReferral.ts';
import { useFormText, type WrittenForm } from '../study/formText.ts';
import { InquirySentence } from './InquirySentence.tsx';
import styles from './inquiry.module.css';

export interface InquiryPanelProps {
  readonly referral: InquiryReferral;
  readonly people: Readonly<Record<string, string>>;
  /** Asks once more, and takes the question back; left out for who may not. */
  readonly ask?: {
    readonly add: (question: string) => Promise<unknown>;
    readonly withdraw: (reason: string) => Promise<unknown>;
  };
  /** The form of the answer; left out for who may not give one. */
  readonly answer?: {
    readonly label: string;
    readonly form: (onDone: () => void) => ReactNode;
    /** Half of it was written before. */
    readonly isBegun?: boolean;
  };
  /** Where a further question and a withdrawal are kept while they are written; here alone without it. */
  readonly kept?: WrittenForm;
  /** Where slip N4 is printed. */
  readonly slip?: string;
  readonly errorNote: (error: unknown) => ReactNode;
  /** Looks again at what stands on the screen after a step, also after one that was refused. */
  readonly onChanged: () => Promise<unknown>;
}

const LOOKS = {
  open: { tone: 'review', icon: CircleDashed },
  answered: { tone: 'ok', icon: CircleCheck },
  withdrawn: { tone: 'neutral', icon: CircleSlash },
} as const satisfies Record<InquiryStanding, { readonly tone: Tone; readonly icon: LucideIcon }>;

type Deed = 'answer' | 'question' | 'withdraw';

/** A question to the social-research officer before there is a case (P33): its thread, and what may be done. */
export function InquiryPanel(props: InquiryPanelProps) {
  const { t } = useTranslation('waiting');
  const { referral, people, ask, answer, slip } = props;
  const { reason, appointment, thread, referralId } = referral;
  const own = useFormText();
  const form = props.kept ?? own;
  const standing = inquiryStanding(referral);
  const look = LOOKS[standing];
  const isOpen = standing === 'open';
  const aboutOf = (entry: InquiryEntry): ReactNode => {
    switch (entry.kind) {
      case 'question':
        return (
          <>
            {t('asked')} <DayText day={entry.on} /> <Words>{people[entry.actorId] ?? ''}</Words>
          </>
        );
      case 'answer':
        return (
          <>
            {t('answerBy', { name: entry.by })} {t(`heard.${entry.heard}`)}{' '}
            <DayText day={entry.on} />
          </>
        );
      case 'withdrawal':
        return t('withdrawn');
      default:
        return assertNever(entry);
    }
  };
  const isAnswerBegun = answer?.isBegun ?? false;
  const [deed, setDeed] = useState(() => deedBegun(form, { isOpen, isAnswerBegun }));
  const close = () => setDeed(null);
  return (
    <Panel
      id={`inquiry-${referralId}`}
      title={t('inquiry.title')}
      note={t(`reason.${reason}`)}
      aside={
        <Badge tone={look.tone} icon={look.icon}>
          {t(standing)}
        </Badge>
      }
      foot={
        deed === null ? (
          <Row>
            {isOpen && answer !== undefined && (
              <Button kind="main" onPress={() => setDeed('answer')}>
                {answer.label}
              </Button>
            )}
            {ask !== undefined && (
              <Button onPress={() => setDeed('question')}>{t('anotherQuestion')}</Button>
            )}
            {isOpen && ask !== undefined && (
              <Button kind="quiet" onPress={() => setDeed('withdraw')}>
                {t('withdraw')}
              </Button>
            )}
            {slip !== undefined && (
              <a className={buttonClass('plain', 'md')} href={slip}>
                <Icon of={Printer} size="sm" />
                <span>{t('printN4')}</span>
              </a>
            )}
          </Row>
        ) : undefined
      }
    >
      <Stack gap={4}>
        {appointment !== null && (
          <span className={styles.quiet}>
            {t('appointment')}: <DayText day={appointment.on} />{' '}
            {appointment.at !== null && <Bdi>{appointment.at}</Bdi>}{' '}
            <Words>{appointment.place}</Words>
          </span>
        )}
        <Thread
          entries={thread.map((entry) => ({
            id: entry.entryId,
            isAnswer: entry.kind === 'answer',
            about: aboutOf(entry),
            words: entry.text,
          }))}
        />
        {deed === 'answer' && answer?.form(close)}
        {deed === 'question' && ask !== undefined && (
          <InquirySentence
            kept={{ form, name: 'question' }}
            label={t('question')}
            confirm={t('saveQuestion')}
            act={ask.add}
            errorNote={props.errorNote}
            onSettled={props.onChanged}
            onDone={close}
          />
        )}
        {deed === 'withdraw' && ask !== undefined && (
          <InquirySentence
            kept={{ form, name: 'withdraw' }}
            label={t('withdrawReason')}
            confirm={t('saveWithdraw')}
            act={ask.withdraw}
            errorNote={props.errorNote}
            onSettled={props.onChanged}
            onDone={close}
          />
        )}
      </Stack>
    </Panel>
  );
}

/** What somebody was called away from is open again. */
function deedBegun(
  form: WrittenForm,
  { isOpen, isAnswerBegun }: { readonly isOpen: boolean; readonly isAnswerBegun: boolean },
): Deed | null {
  if (isOpen && isAnswerBegun) return 'answer';
  if (form.text('question') !== '') return 'question';
  return isOpen && form.text('withdraw') !== '' ? 'withdraw' : null;
}
