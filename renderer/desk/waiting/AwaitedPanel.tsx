import { CircleCheck, CircleDashed, Printer, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useCaseAction } from '#renderer/access/caseFile.ts';
import { DeskErrorNote } from '#renderer/access/DeskErrorNote.tsx';
import { useDesk } from '#renderer/access/desk.ts';
import type { StepProps } from '#renderer/caseParts/step.ts';
import { Words } from '#renderer/caseParts/summaryValue.tsx';
import { Badge } from '#renderer/components/Badge.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { buttonClass } from '#renderer/components/button-class.ts';
import { Facts } from '#renderer/components/Facts.tsx';
import { Icon } from '#renderer/components/Icon.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import { dayOf } from '#renderer/language/days.ts';
import { inLanguage, useLanguage } from '#renderer/language/useLanguage.ts';
import type { AwaitedItem } from '#shared/domain/case/awaited.ts';
import type { Incompleteness } from '#shared/domain/case/caseState.ts';
import { type AwaitedState, awaitedState } from '#shared/domain/case/wantedItems.ts';
import styles from './waiting.module.css';

export interface AwaitedPanelProps extends Pick<StepProps, 'open' | 'go'> {
  readonly incompleteness: Incompleteness;
}

const LOOKS = {
  awaited: { icon: CircleDashed, tone: 'review' },
  came: { icon: CircleCheck, tone: 'ok' },
  cameWanting: { icon: TriangleAlert, tone: 'stop' },
} as const satisfies Record<AwaitedState, object>;

/** What was asked for when the case was left incomplete, and what of it has come. */
export function AwaitedPanel({ open, go, incompleteness }: AwaitedPanelProps) {
  const { t } = useTranslation('waiting');
  const language = useLanguage();
  const { queries } = useDesk();
  const { caseId } = open.state;
  const receive = useCaseAction(queries.waiting.receiveItem.mutationOptions());
  const { items, received, dueOn, place } = incompleteness;
  const states = items.map((item) => awaitedState(item, received, open.assessment));
  const goTo = ({ subject }: AwaitedItem) => {
    if (subject.kind === 'document') go('documents', { at: subject.documentKey });
    if (subject.kind === 'answer') go('interview', { at: subject.section, field: subject.path });
  };
  return (
    <Panel
      title={t('awaited')}
      aside={
        <a className={buttonClass('plain', 'sm')} href={`#/case/${caseId}/N2`}>
          <Icon of={Printer} size="sm" />
          <span>{t('printN2')}</span>
        </a>
      }
    >
      <Stack gap={4}>
        {states.every((state) => state === 'came') && (
          <Note
            tone="ok"
            action={
              <Button size="sm" onPress={() => go('documents')}>
                {t('toMatching')}
              </Button>
            }
          >
            {t('allCame')}
          </Note>
        )}
        <DeskErrorNote error={receive.error} />
        <ul className={styles.items}>
          {items.map((item, index) => {
            const state = states[index] ?? 'awaited';
            return (
              <li key={item.itemId} className={styles.item}>
                <span className={styles.what}>
                  <strong>
                    <Words>{inLanguage(item.name, language)}</Words>
                  </strong>
                  <span className={styles.why}>{t(`why.${item.why}`)}</span>
                </span>
                <Badge tone={LOOKS[state].tone} icon={LOOKS[state].icon}>
                  {t(`state.${state}`)}
                </Badge>
                {item.subject.kind !== 'other' ? (
                  <Button size="sm" onPress={() => goTo(item)}>
                    {t(item.subject.kind === 'document' ? 'openDocument' : 'openAnswer')}
                  </Button>
                ) : (
                  state !== 'came' && (
                    <Button
                      size="sm"
                      busy={receive.isPending}
                      onPress={() => receive.mutate({ caseId, itemId: item.itemId })}
                    >
                      {t('receive')}
                    </Button>
                  )
                )}
              </li>
            );
          })}
        </ul>
        <Facts
          facts={[
            { id: 'left', term: t('leftOn'), value: <DayText day={dayOf(incompleteness.at)} /> },
            { id: 'due', term: t('dueOn'), value: <DayText day={dueOn} /> },
            { id: 'place', term: t('place'), value: <Words>{place}</Words> },
          ]}
        />
      </Stack>
    </Panel>
  );
}
