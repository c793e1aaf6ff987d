import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type OpenCase, useCaseAction } from '#renderer/access/caseFile.ts';
import { DeskErrorNote } from '#renderer/access/DeskErrorNote.tsx';
import { useDesk } from '#renderer/access/desk.ts';
import { useOpenStatus } from '#renderer/access/status.ts';
import { DayField, dayTyped, typedDay } from '#renderer/caseParts/DayField.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { ConfirmDialog } from '#renderer/components/Dialog.tsx';
import { Fields } from '#renderer/components/Field.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Row, Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { Select } from '#renderer/components/Select.tsx';
import { TextArea } from '#renderer/components/TextArea.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import { ContactChannel } from '#shared/domain/case/vocabulary.ts';

/** The applicant takes the request back, as long as nothing was delivered. */
export function WithdrawPanel({ open }: { readonly open: OpenCase }) {
  const { t } = useTranslation(['service', 'common', 'interview']);
  const { queries } = useDesk();
  const { today } = useOpenStatus();
  const withdraw = useCaseAction(queries.service.withdraw.mutationOptions());
  const [isWriting, setWriting] = useState(false);
  const [isSure, setSure] = useState(false);
  const [channel, setChannel] = useState<ContactChannel>('interview');
  const [day, setDay] = useState(() => typedDay(today));
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const withdrawnOn = dayTyped(day);
  const { withdrawal } = open.state.service;
  if (withdrawal !== null) {
    return (
      <Note tone="info">
        {t('service:withdrawn')} · <DayText day={withdrawal.withdrawnOn} />
      </Note>
    );
  }
  if (!open.actions.withdrawRequest.allowed || open.state.submission === null) return null;
  const confirm = () => {
    if (withdrawnOn === null) return;
    withdraw.mutate(
      {
        caseId: open.state.caseId,
        channel,
        withdrawnOn,
        reason: reason.trim() === '' ? null : reason.trim(),
      },
      { onSettled: () => setSure(false) },
    );
  };
  return (
    <Panel title={t('service:withdraw')}>
      <Stack gap={4}>
        <p>{t('service:withdrawHelp')}</p>
        <DeskErrorNote error={withdraw.error} />
        {isWriting && (
          <Fields>
            <Select
              label={t('service:withdrawChannel')}
              isRequired
              span={6}
              value={channel}
              options={ContactChannel.options.map((value) => ({
                value,
                label: t(`common:channel.${value}`),
              }))}
              onChange={(value) => setChannel(ContactChannel.parse(value))}
              placeholder={t('interview:choose')}
              nothingFound={t('interview:nothingFound')}
            />
            <DayField
              label={t('service:withdrawOn')}
              isRequired
              span={6}
              value={day}
              onChange={setDay}
              error={tried && withdrawnOn === null ? t('service:needed.withdrawOn') : undefined}
            />
            <TextArea
              label={t('service:withdrawReason')}
              rows={2}
              longest={2000}
              value={reason}
              onChange={setReason}
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
              if (withdrawnOn !== null) setSure(true);
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
        busy={withdraw.isPending}
        onConfirm={confirm}
        onCancel={() => setSure(false)}
      >
        {t('service:withdrawConfirm')}
      </ConfirmDialog>
    </Panel>
  );
}
