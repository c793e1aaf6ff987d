import { Pause, Play } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useHqMay } from '#renderer/access/hq/status.ts';
import { Button } from '#renderer/components/Button.tsx';
import { Checkbox } from '#renderer/components/Checkbox.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { Progress } from '#renderer/components/Skeleton.tsx';
import type { ImportOverview } from '#shared/contracts/hq/imports.ts';
import styles from './inbox.module.css';
import { useImportAction } from './useImportAction.ts';

/** What goes on with checks and imports, and the one who may stop it or let it go by rule. */
export function WorkPanel({ overview }: { readonly overview: ImportOverview }) {
  const { t } = useTranslation('import');
  const { client } = useHq();
  const mayImport = useHqMay('cases.import');
  const { automatic, stopped, state, checked, imported, ordered, toImport, counts } = overview;
  const change = useImportAction((setting: { automatic: boolean; stopped: boolean }) =>
    client.imports.setting(setting),
  );
  const said = stopped ? 'stopped' : state === 'idle' && ordered ? 'ordered' : state;
  const isBad = state === 'databaseAway' || state === 'failed';
  return (
    <Panel label={t('progress')} body="plain">
      <Stack gap={2}>
        <div className={styles.work}>
          <div className={styles.bar}>
            <Note tone={isBad ? 'stop' : stopped ? 'review' : 'info'} slim live="status">
              {t(`work.${said}`, { checked, imported })}
              {counts.unchecked > 0 && <> {t('toCheck', { count: counts.unchecked })}.</>}
              {ordered && toImport > 0 && <> {t('toImport', { count: toImport })}.</>}
            </Note>
          </div>
          {mayImport && (
            <>
              <Checkbox
                label={t('automatic')}
                description={t('automaticHelp')}
                isChecked={automatic}
                onChange={(wanted) => change.mutate({ automatic: wanted, stopped })}
              />
              <Button
                icon={stopped ? Play : Pause}
                size="sm"
                busy={change.isPending}
                onPress={() => change.mutate({ automatic, stopped: !stopped })}
              >
                {t(stopped ? 'goOn' : 'stop')}
              </Button>
            </>
          )}
        </div>
        {state === 'working' && counts.unchecked > 0 && (
          <Progress label={t('progress')} done={checked} total={checked + counts.unchecked} />
        )}
        {state === 'working' && counts.unchecked === 0 && toImport > 0 && (
          <Progress label={t('importProgress')} done={imported} total={imported + toImport} />
        )}
        <HqErrorNote error={change.error} />
      </Stack>
    </Panel>
  );
}
