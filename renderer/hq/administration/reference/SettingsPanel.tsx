import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useHqMay } from '#renderer/access/hq/status.ts';
import { Note } from '#renderer/components/Note.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { Skeleton } from '#renderer/components/Skeleton.tsx';
import { clockTime } from '#renderer/language/days.ts';
import type { ReferenceDraft } from '#shared/contracts/hq/reference.ts';
import { Settings, type SettingsSource } from '#shared/domain/settings/settings.ts';
import { DraftPanel } from './DraftPanel.tsx';
import { HolidaysField } from './HolidaysField.tsx';
import { PeriodsFields } from './PeriodsFields.tsx';
import { ReasonsField } from './ReasonsField.tsx';
import { SignersFields } from './SignersFields.tsx';
import { draftOf, type SettingsDraft } from './settingsDraft.ts';
import { useSettingsDraft } from './useSettingsDraft.ts';

/** Periods, days off, reasons, signatures: the draft in its boxes, and what differs from those in force. */
export function SettingsPanel() {
  const { t } = useTranslation(['reference', 'common']);
  const { queries } = useHq();
  const [begun, setBegun] = useState(0);
  const settings = useQuery(queries.reference.settingsDraft.queryOptions());
  if (settings.isPending) return <Skeleton label={t('common:loading')} />;
  if (settings.error !== null) return <HqErrorNote error={settings.error} />;
  const { inForce, draft, state } = settings.data;
  const { version, rejectionReasons } = Settings.parse(inForce);
  const published = new Set<string>(rejectionReasons.map(({ code }) => code));
  // Kept by this very screen, and so in its form whatever is wrong in it.
  const source = (draft ?? inForce) as SettingsSource;
  return (
    <SettingsForm
      key={`${version} ${begun}`}
      version={version}
      begun={draftOf(source, published)}
      state={state}
      onGone={() => setBegun((times) => times + 1)}
    />
  );
}

interface SettingsFormProps {
  readonly version: number;
  readonly begun: SettingsDraft;
  readonly state: ReferenceDraft | null;
  readonly onGone: () => void;
}

export interface SettingsFieldsProps {
  readonly draft: SettingsDraft;
  readonly change: (part: Partial<SettingsDraft>) => void;
  readonly isReadOnly: boolean;
  /** What is wrong at this place of the settings; undefined where nothing is. */
  readonly faultAt: (path: string) => string | undefined;
}

function SettingsForm({ version, begun, state, onGone }: SettingsFormProps) {
  const { t } = useTranslation('reference');
  const mayPublish = useHqMay('reference.publish');
  const { draft, change, isKeeping, error } = useSettingsDraft(begun);
  const faultAt = (path: string) => {
    const fault = state?.faults.find((each) => each.in === 'path' && each.path === path);
    return fault?.in === 'path' ? t(`fault.${fault.code}`, { detail: fault.detail }) : undefined;
  };
  const fields: SettingsFieldsProps = { draft, change, isReadOnly: !mayPublish, faultAt };
  return (
    <Stack>
      <Panel
        title={t('settings')}
        note={
          <span role="status">
            {isKeeping
              ? t('keeping')
              : state === null
                ? t('settingsInForce', { version })
                : t('draftKept', { time: clockTime(state.savedAt) })}
          </span>
        }
      >
        <Stack gap={5}>
          {!mayPublish && (
            <Note tone="info" slim>
              {t('readOnly')}
            </Note>
          )}
          <HqErrorNote error={error} />
          <PeriodsFields {...fields} />
          <HolidaysField {...fields} />
          <ReasonsField {...fields} />
          <SignersFields {...fields} />
        </Stack>
      </Panel>
      {state !== null && <DraftPanel draft={state} isKeeping={isKeeping} onGone={onGone} />}
    </Stack>
  );
}
