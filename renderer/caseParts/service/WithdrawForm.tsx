import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/components/Button.tsx';
import { ConfirmDialog } from '#renderer/components/Dialog.tsx';
import { Fields } from '#renderer/components/Field.tsx';
import { focusField } from '#renderer/components/focus-field.ts';
import { Row, Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { TextArea } from '#renderer/components/TextArea.tsx';
import { ContactChannel } from '#shared/domain/case/vocabulary.ts';
import type { IsoDay } from '#shared/domain/identity.ts';
import { ChannelSelect } from '../ChannelSelect.tsx';
import { DayField, dayTyped, pastDayProblem, typedDay } from '../DayField.tsx';
import type { Act } from './act.ts';
import { useServiceForm } from './serviceForms.ts';

export interface WithdrawalSaid {
  readonly channel: ContactChannel;
  readonly withdrawnOn: IsoDay;
  readonly reason: string | null;
}

export interface WithdrawFormProps {
  readonly today: IsoDay;
  readonly act: Act<WithdrawalSaid>;
}

const DAY = 'withdraw-day';
const PROBLEMS = {
  missing: 'service:needed.withdrawOn',
  toCome: 'service:needed.dayToCome',
} as const;

/** The applicant takes the request back, as long as nothing was delivered. */
export function WithdrawForm({ today, act }: WithdrawFormProps) {
  const { t } = useTranslation(['service', 'common']);
  const start = { channel: 'interview', withdrawnOn: typedDay(today) };
  const form = useServiceForm('withdrawal', undefined, start);
  const channel = ContactChannel.parse(form.text('channel'));
  const day = form.text('withdrawnOn');
  const reason = form.text('reason');
  const [isWriting, setWriting] = useState(reason !== '');
  const [isSure, setSure] = useState(false);
  const [isTried, setTried] = useState(false);
  const withdrawnOn = dayTyped(day);
  const problem = pastDayProblem(withdrawnOn, today);
  const confirm = async () => {
    if (withdrawnOn === null) return;
    await form.flush();
    act.run({ channel, withdrawnOn, reason: reason.trim() === '' ? null : reason.trim() }, () =>
      setSure(false),
    );
  };
  return (
    <Panel title={t('service:withdraw')}>
      <Stack gap={4}>
        <p>{t('service:withdrawHelp')}</p>
        {act.refusal}
        {isWriting && (
          <Fields>
            <ChannelSelect
              label={t('service:withdrawChannel')}
              span={6}
              value={channel}
              onChange={(value) => form.set('channel', value)}
            />
            <DayField
              id={DAY}
              label={t('service:withdrawOn')}
              isRequired
              span={6}
              value={day}
              onChange={(typed) => form.set('withdrawnOn', typed)}
              error={isTried && problem !== null ? t(PROBLEMS[problem]) : undefined}
            />
            <TextArea
              label={t('service:withdrawReason')}
              rows={2}
              longest={2000}
              value={reason}
              onChange={(text) => form.set('reason', text)}
            />
          </Fields>
        )}
        <Row>
          <Button
            onPress={() => {
              if (!isWriting) {
                setWriting(true);
                return;
              }
              setTried(true);
              if (problem !== null) focusField(DAY);
              else setSure(true);
            }}
          >
            {t(isWriting ? 'service:withdrawNow' : 'service:withdraw')}
          </Button>
        </Row>
      </Stack>
      <ConfirmDialog
        isOpen={isSure}
        title={t('service:withdraw')}
        confirmLabel={t('service:withdrawNow')}
        cancelLabel={t('common:cancel')}
        isDangerous
        busy={act.isBusy}
        onConfirm={() => void confirm()}
        onCancel={() => setSure(false)}
      >
        {t('service:withdrawConfirm')}
      </ConfirmDialog>
    </Panel>
  );
}
