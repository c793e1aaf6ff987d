import { useTranslation } from 'react-i18next';
import { Select } from '#renderer/components/Select.tsx';
import { ContactChannel } from '#shared/domain/case/vocabulary.ts';

export interface ChannelSelectProps {
  readonly label: string;
  readonly span?: 6 | 12;
  readonly value: ContactChannel;
  readonly onChange: (channel: ContactChannel) => void;
}

/** One of the eight channels (P18-P25). */
export function ChannelSelect({ label, span = 12, value, onChange }: ChannelSelectProps) {
  const { t } = useTranslation(['common', 'interview']);
  return (
    <Select
      label={label}
      isRequired
      span={span}
      value={value}
      options={ContactChannel.options.map((each) => ({
        value: each,
        label: t(`common:channel.${each}`),
      }))}
      onChange={(chosen) => onChange(ContactChannel.parse(chosen))}
      placeholder={t('interview:choose')}
      nothingFound={t('interview:nothingFound')}
    />
  );
}
