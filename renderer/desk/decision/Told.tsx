import { CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useOpenStatus } from '#renderer/access/status.ts';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { Facts } from '#renderer/components/Facts.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import { lastAppealDay } from '#shared/domain/case/appeal.ts';
import type { DecisionContent } from '#shared/domain/case/decision.ts';
import type { DecisionOnCase } from '#shared/domain/case/headquartersState.ts';

export interface ToldProps {
  readonly content: DecisionContent;
  readonly told: NonNullable<DecisionOnCase['told']>;
}

/** The decision was told: how and when, and until when an appeal may be filed. */
export function Told({ content, told }: ToldProps) {
  const { t } = useTranslation(['headquarters', 'appeal', 'common']);
  const { today } = useOpenStatus();
  const lastDay = lastAppealDay(content, told.toldOn);
  return (
    <Panel
      title={
        <>
          {t('headquarters:decision.told')} <Bdi>{content.number}</Bdi>
        </>
      }
    >
      <Stack gap={4}>
        <Note tone="ok" icon={CircleCheck}>
          <DayText day={told.toldOn} /> ·{' '}
          {t('headquarters:decision.toldBy', { channel: t(`common:channel.${told.channel}`) })} ·{' '}
          {told.toldTo === null
            ? t('headquarters:decision.toldApplicant')
            : t('headquarters:decision.toldOther', { name: told.toldTo })}
        </Note>
        {content.reviewOf !== null ? (
          <p>{t('appeal:final')}</p>
        ) : (
          <Facts
            facts={[
              {
                id: 'appeal',
                term:
                  today > lastDay
                    ? t('headquarters:decision.appealOver')
                    : t('headquarters:decision.appealUntil'),
                value: <DayText day={lastDay} />,
              },
            ]}
          />
        )}
      </Stack>
    </Panel>
  );
}
