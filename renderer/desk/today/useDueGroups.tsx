import {
  Archive,
  BellRing,
  CornerUpLeft,
  FileClock,
  FileQuestion,
  FileWarning,
  Gavel,
  House,
  type LucideIcon,
  MessageCircleQuestion,
  MessageCircleReply,
  Split,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CasePlace } from '#renderer/caseParts/step.ts';
import type { IconProps } from '#renderer/components/Icon.tsx';
import type { WorkGroup, WorkItem } from '#renderer/components/WorkList.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import { inLanguage, useLanguage } from '#renderer/language/useLanguage.ts';
import type { DueRow } from '#shared/contracts/today.ts';
import { assertNever } from '#shared/domain/assertNever.ts';
import { CaseButton } from './CaseButton.tsx';

type Kind =
  | 'decision'
  | 'conflict'
  | 'returned'
  | 'answered'
  | 'lapsed'
  | 'reminder'
  | 'more'
  | 'visit'
  | 'awaited'
  | 'referred'
  | 'paper';

const LOOKS: Readonly<
  Record<Kind, { readonly icon: LucideIcon; readonly tone: IconProps['tone'] }>
> = {
  decision: { icon: Gavel, tone: 'gold' },
  returned: { icon: CornerUpLeft, tone: 'review' },
  conflict: { icon: Split, tone: 'review' },
  answered: { icon: MessageCircleReply, tone: 'ok' },
  lapsed: { icon: Archive, tone: 'review' },
  reminder: { icon: BellRing, tone: 'review' },
  more: { icon: FileQuestion, tone: 'review' },
  visit: { icon: House, tone: 'info' },
  awaited: { icon: FileWarning, tone: 'review' },
  referred: { icon: MessageCircleQuestion, tone: 'info' },
  paper: { icon: FileClock, tone: 'review' },
};

/** The step that a row leads to; without one, where the case stands. */
const STEPS: Readonly<Partial<Record<Kind, CasePlace>>> = {
  decision: 'service',
  awaited: 'waiting',
  lapsed: 'waiting',
  reminder: 'waiting',
  more: 'waiting',
  visit: 'waiting',
  referred: 'waiting',
  paper: 'documents',
};

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
        const paper = due.kind === 'paper' ? due.documentKey : undefined;
        const id = [kind, summary.caseId, paper].filter((part) => part !== undefined).join('-');
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
              at={paper}
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
      group('answered'),
      group('more'),
      group('reminder'),
      group('lapsed'),
    ],
    expected: [group('visit'), group('awaited'), group('referred'), group('paper')],
  };
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
        return [
          ...(due.kind === 'reminder' ? [t('due.reminder.why', { number: due.number })] : []),
          names.join(t('due.separator')),
          ...(others > 0 ? [t('due.others', { count: others })] : []),
        ].join(t('due.separator'));
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
      case 'reply':
        return t('replyDueWhy');
      default:
        return assertNever(due);
    }
  };
}
