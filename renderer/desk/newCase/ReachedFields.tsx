import { useTranslation } from 'react-i18next';
import { Choice } from '#renderer/components/Choice.tsx';
import { Select } from '#renderer/components/Select.tsx';
import { ContactChannel, InitiatedBy } from '#shared/domain/case/vocabulary.ts';

export interface Reached {
  readonly channel: ContactChannel | null;
  readonly initiatedBy: InitiatedBy;
}

export interface ReachedFieldsProps {
  readonly reached: Reached;
  readonly onChange: (reached: Reached) => void;
}

/** Over which channel a request came, and who began it (policy P5, P18-P25). */
export function ReachedFields({ reached, onChange }: ReachedFieldsProps) {
  const { t } = useTranslation(['newCase', 'common', 'interview']);
  return (
    <>
      <Select
        id="new-channel"
        label={t('newCase:channel')}
        help={t('newCase:channelHelp')}
        span={6}
        isRequired
        value={reached.channel}
        options={ContactChannel.options.map((value) => ({
          value,
          label: t(`common:channel.${value}`),
        }))}
        onChange={(value) => onChange({ ...reached, channel: ContactChannel.parse(value) })}
        placeholder={t('interview:choose')}
        nothingFound={t('interview:nothingFound')}
      />
      <Choice
        id="new-initiated"
        label={t('newCase:initiatedBy')}
        span={6}
        value={reached.initiatedBy}
        options={InitiatedBy.options.map((value) => ({
          value,
          label: t(`common:initiatedBy.${value}`),
        }))}
        onChange={(value) => onChange({ ...reached, initiatedBy: InitiatedBy.parse(value) })}
      />
    </>
  );
}
