import {
  Archive,
  BellRing,
  ClipboardCheck,
  CornerUpLeft,
  FileClock,
  FileQuestion,
  FileWarning,
  Gavel,
  HandHeart,
  House,
  type LucideIcon,
  MessageCircleQuestion,
  MessageCircleReply,
  Scale,
  ScanLine,
  Smile,
  Split,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { writtenMoney } from '#renderer/caseParts/answerText.ts';
import {
  deliveryId,
  REGISTRATION_ID,
  settleId,
} from '#renderer/caseParts/service/servicePlaces.ts';
import { SIGNED_PAPER_ID } from '#renderer/caseParts/signedPaper/signedPaperPlace.ts';
import type { CasePlace } from '#renderer/caseParts/step.ts';
import type { IconProps } from '#renderer/components/Icon.tsx';
import { Money } from '#renderer/components/Money.tsx';
import type { WorkGroup, WorkItem } from '#renderer/components/WorkList.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import { listed } from '#renderer/language/listed.ts';
import { inLanguage, useLanguage } from '#renderer/language/useLanguage.ts';
import type { DueRow } from '#shared/contracts/today.ts';
import { assertNever } from '#shared/domain/assertNever.ts';
import { CaseButton } from './CaseButton.tsx';

type Kind =
  | 'decision'
  | 'conflict'
  | 'settle'
  | 'register'
  | 'delivery'
  | 'opinion'
  | 'returned'
  | 'answered'
  | 'lapsed'
  | 'reminder'
  | 'more'
  | 'visit'
  | 'awaited'
  | 'referred'
  | 'signedPaper'
  | 'paper';

const LOOKS: Readonly<
  Record<Kind, { readonly icon: LucideIcon; readonly tone: IconProps['tone'] }>
> = {
  decision: { icon: Gavel, tone: 'gold' },
  returned: { icon: CornerUpLeft, tone: 'review' },
  conflict: { icon: Split, tone: 'review' },
  settle: { icon: Scale, tone: 'stop' },
  register: { icon: ClipboardCheck, tone: 'gold' },
  delivery: { icon: HandHeart, tone: 'gold' },
  opinion: { icon: Smile, tone: 'info' },
  answered: { icon: MessageCircleReply, tone: 'ok' },
  lapsed: { icon: Archive, tone: 'review' },
  reminder: { icon: BellRing, tone: 'review' },
  more: { icon: FileQuestion, tone: 'review' },
  visit: { icon: House, tone: 'info' },
  awaited: { icon: FileWarning, tone: 'review' },
  referred: { icon: MessageCircleQuestion, tone: 'info' },
  signedPaper: { icon: ScanLine, tone: 'review' },
  paper: { icon: FileClock, tone: 'review' },
};

/** The step that a row leads to; without one, where the case stands. */
const STEPS: Readonly<Partial<Record<Kind, CasePlace>>> = {
  decision: 'service',
  settle: 'service',
  register: 'service',
  delivery: 'service',
  opinion: 'opinion',
  answered: 'waiting',
  awaited: 'waiting',
  lapsed: 'waiting',
  reminder: 'waiting',
  more: 'waiting',
  visit: 'waiting',
  referred: 'waiting',
  signedPaper: 'declaration',
  paper: 'documents',
};

/** Where inside the step a row leads to; the part of an item has a row of its own. */
function placeOf(due: DueRow['due']): string | undefined {
  switch (due.kind) {
    case 'paper':
      return due.documentKey;
    case 'signedPaper':
      return SIGNED_PAPER_ID;
    case 'register':
      return REGISTRATION_ID;
    case 'settle':
      return settleId(due.itemId);
    case 'delivery':
      return deliveryId(due.itemId);
    default:
      return undefined;
  }
}

/** What must be done now, and what is only expected, as rows of the day. */
export function useDueGroups(rows: readonly DueRow[]): {
  readonly urgent: readonly WorkGroup[];
  readonly expected: readonly WorkGroup[];
} {
  const { t } = useTranslation('today');
  const why = useWhy();
  const group = (kind: Kind): WorkGroup => ({
    id: kind,
    title: t(`due.${kind}.title`),
    ...LOOKS[kind],
    items: rows
      .filter(({ due }) => due.kind === kind)
      .map((row): WorkItem => {
        const { case: summary, due } = row;
        const at = placeOf(due);
        const id = [kind, summary.caseId, at].filter((part) => part !== undefined).join('-');
        const step = STEPS[kind];
        return {
          id,
          name: summary.applicantName ?? t('noName'),
          reference: summary.reference,
          why: why(row),
          when: <DayText day={due.day} layout="stack" />,
          action: (
            <CaseButton
              item={id}
              caseId={summary.caseId}
              label={t(`due.${kind}.action`)}
              {...(step === undefined ? {} : { step })}
              at={at}
            />
          ),
        };
      }),
  });
  return {
    urgent: [
      group('decision'),
      group('returned'),
      group('conflict'),
      group('settle'),
      group('answered'),
      group('more'),
      group('reminder'),
      group('lapsed'),
      group('register'),
      group('delivery'),
    ],
    expected: [
      group('opinion'),
      group('visit'),
      group('awaited'),
      group('referred'),
      group('signedPaper'),
      group('paper'),
    ],
  };
}

/** What of an item is to be given now, and which of its parts that is. */
function PartDue({ due }: { readonly due: Extract<DueRow['due'], { kind: 'delivery' }> }) {
  const { t } = useTranslation(['today', 'common']);
  const { amount, quantity, number, parts } = due;
  return (
    <>
      {amount !== null && <Money text={writtenMoney(amount)} currency={t('common:riyal')} />}
      {quantity !== null && t('today:due.delivery.pieces', { count: quantity })}
      {parts > 1 && <> · {t('today:due.delivery.part', { number, parts })}</>}
    </>
  );
}

function useWhy(): (row: DueRow) => ReactNode {
  const { t } = useTranslation(['today', 'headquarters']);
  const language = useLanguage();
  return ({ due, paperName }) => {
    switch (due.kind) {
      case 'lapsed':
        return t('due.lapsed.why');
      case 'visit':
        return due.place;
      case 'reminder':
      case 'more':
      case 'awaited': {
        const names = due.names.map((name) => inLanguage(name, language));
        const others = due.count - names.length;
        const awaited = listed(
          [...names, ...(others > 0 ? [t('due.others', { count: others })] : [])],
          language,
        );
        return due.kind === 'reminder'
          ? t('due.reminder.why', { number: due.number, awaited })
          : awaited;
      }
      case 'referred':
        return due.isAppointment ? `${t('due.appointment')} ${due.question}` : due.question;
      case 'answered':
        return t('due.answeredBy', { name: due.answeredBy });
      case 'returned':
        return due.wants === 'answer'
          ? t('headquarters:today.returnedAnswer', { text: due.text })
          : t('headquarters:today.returnedCorrection', {
              reason: t(`headquarters:returned.reason.${due.reason}`),
              text: due.text,
            });
      case 'conflict':
        return t('headquarters:today.conflict', { count: due.count });
      case 'decision':
        return t('headquarters:today.decision', { number: due.number });
      case 'paper':
        return t('due.paperEnds', {
          document: paperName === null ? due.documentKey : inLanguage(paperName, language),
        });
      case 'signedPaper':
        return t('due.signedPaper.why', { shelf: due.shelf });
      case 'reply':
        return t('replyDueWhy');
      case 'settle':
      case 'register':
        return t(`due.${due.kind}.why`);
      case 'delivery':
        return <PartDue due={due} />;
      case 'opinion':
        return (
          <>
            {t('due.opinion.until')} <DayText day={due.until} />
          </>
        );
      default:
        return assertNever(due);
    }
  };
}
