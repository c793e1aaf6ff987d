import { FileClock } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StandingScan } from '#renderer/caseParts/scans/StandingScan.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { Dialog } from '#renderer/components/Dialog.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import { dayOf } from '#renderer/language/days.ts';
import type { CaseState } from '#shared/domain/case/caseState.ts';
import { paperScansOf } from '#shared/domain/case/paperScans.ts';

/** Pictures of sheets whose declaration a later change has voided: shown as of the seal that they were bound to. */
export function EarlierSheets({ state }: { readonly state: CaseState }) {
  const { t } = useTranslation('signedPaper');
  const [openId, setOpenId] = useState<string | null>(null);
  const earlier = state.declarations.flatMap(({ eventId, voidedBy, seal }) =>
    voidedBy === null
      ? []
      : paperScansOf(state, eventId).map((scan) => ({ scan, voidedBy, code: seal.code })),
  );
  if (earlier.length === 0) return null;
  const opened = earlier.find(({ scan }) => scan.scanId === openId);
  return (
    <Panel title={t('earlier')} compact>
      <Stack gap={3}>
        {earlier.map(({ scan, voidedBy, code }) => (
          <Note
            key={scan.scanId}
            tone="info"
            slim
            icon={FileClock}
            action={
              <Button size="sm" onPress={() => setOpenId(scan.scanId)}>
                {t('look')}
              </Button>
            }
          >
            {t('earlierOf', { code: `\u2066${code}\u2069` })} <DayText day={dayOf(voidedBy.at)} />
          </Note>
        ))}
      </Stack>
      {opened !== undefined && (
        <Dialog
          isOpen
          onClose={() => setOpenId(null)}
          width="lg"
          title={t('earlierOf', { code: `\u2066${opened.code}\u2069` })}
          closeLabel={t('close')}
        >
          <StandingScan caseId={state.caseId} scan={opened.scan} name={t('name')} />
        </Dialog>
      )}
    </Panel>
  );
}
