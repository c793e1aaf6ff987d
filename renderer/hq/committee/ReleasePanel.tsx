import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useHqMay } from '#renderer/access/hq/status.ts';
import { Button } from '#renderer/components/Button.tsx';
import { focusField } from '#renderer/components/focus-field.ts';
import { Note } from '#renderer/components/Note.tsx';
import { Row, Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { TextArea } from '#renderer/components/TextArea.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import type { CaseDecision } from '#shared/contracts/hq/decisions.ts';

export type ShownDecision = CaseDecision['decisions'][number];

const REASON = 'release-reason';

/** When the branch hears what was decided, and the director's word that it may before its day (P35). */
export function ReleasePanel({
  found,
  decision,
}: {
  readonly found: CaseDecision;
  readonly decision: ShownDecision;
}) {
  const { t } = useTranslation('hqCommittee');
  const mayOverride = useHqMay('decisions.override');
  if (decision.releasedOn === null) {
    return (
      <Panel title={t('release')}>
        <Stack>
          <Note tone="gold">
            <span>
              {t('waitsUntil')}{' '}
              {found.case.replyNotBefore !== null && <DayText day={found.case.replyNotBefore} />}
            </span>
          </Note>
          {mayOverride && found.may.override && <OverrideForm found={found} />}
        </Stack>
      </Panel>
    );
  }
  return (
    <Panel title={t('release')}>
      <Stack>
        {decision.releasedOn !== null && (
          <p>
            {t('releasedOn')} <DayText day={decision.releasedOn} />
          </p>
        )}
        {decision.override !== null && (
          <p>
            {t('overrideWhy')}: {decision.override}
          </p>
        )}
        {decision.toldOn === null ? (
          <Note tone="info">{t('branchTells')}</Note>
        ) : (
          <p>
            {t('toldOn')} <DayText day={decision.toldOn} />
          </p>
        )}
      </Stack>
    </Panel>
  );
}

function OverrideForm({ found }: { readonly found: CaseDecision }) {
  const { t } = useTranslation('hqCommittee');
  const { queries } = useHq();
  const cache = useQueryClient();
  const [reason, setReason] = useState('');
  const [isAsked, setAsked] = useState(false);
  const override = useMutation(
    queries.decisions.override.mutationOptions({
      onSettled: () => cache.invalidateQueries({ queryKey: queries.decisions.key() }),
    }),
  );
  const isMissing = reason.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (isMissing) {
      focusField(REASON);
      return;
    }
    override.mutate({ caseId: found.case.caseId, reason });
  };
  return (
    <form noValidate onSubmit={submit} aria-label={t('overrideTitle')}>
      <Stack>
        <TextArea
          id={REASON}
          label={t('overrideReason')}
          help={t('overrideHelp')}
          isRequired
          rows={2}
          longest={2000}
          value={reason}
          onChange={setReason}
          error={isAsked && isMissing ? t('problem.reasonMissing') : undefined}
        />
        <HqErrorNote error={override.error} />
        <Row>
          <Button type="submit" busy={override.isPending}>
            {t('overrideNow')}
          </Button>
        </Row>
      </Stack>
    </form>
  );
}
