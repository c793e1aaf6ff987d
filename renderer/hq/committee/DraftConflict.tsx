import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/components/Button.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Row, Stack } from '#renderer/components/Page.tsx';
import { clockTime } from '#renderer/language/days.ts';
import { listed } from '#renderer/language/listed.ts';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import type { CaseInSession, Draft } from '#shared/contracts/hq/committee.ts';
import type { ItemDraft } from '#shared/domain/committee/draft.ts';
import type { SessionDraft } from './useSessionDraft.ts';

/** Two people wrote in one form: what differs, and whose stays. Nothing is saved over anybody. */
export function DraftConflict({
  found,
  draft,
  theirs,
}: {
  readonly found: CaseInSession;
  readonly draft: SessionDraft;
  readonly theirs: Draft;
}) {
  const { t } = useTranslation(['committee', 'hqCommittee']);
  const language = useLanguage();
  const fields = found.items.flatMap((item) => {
    const mine = draft.items.find(({ itemId }) => itemId === item.itemId);
    const other = theirs.items.find(({ itemId }) => itemId === item.itemId);
    if (mine === undefined || other === undefined) return [];
    const name = item.label?.[language] ?? t('hqCommittee:unnamedItem');
    return FIELDS.filter((field) => mine[field] !== other[field]).map(
      (field) => `${name}: ${t(FIELD_WORDS[field])}`,
    );
  });
  return (
    <Note tone="review" live="alert">
      <Stack gap={2}>
        <p>
          {t('committee:draftChanged', {
            name: theirs.savedBy,
            time: `\u2066${clockTime(theirs.savedAt)}\u2069`,
          })}
        </p>
        {fields.length > 0 && (
          <p>{t('committee:draftDiffers', { fields: listed(fields, language) })}</p>
        )}
        <Row>
          <Button size="sm" onPress={draft.takeTheirs}>
            {t('committee:takeTheirs')}
          </Button>
          <Button size="sm" onPress={draft.keepMine}>
            {t('committee:keepMine')}
          </Button>
        </Row>
      </Stack>
    </Note>
  );
}

const FIELD_WORDS = {
  outcome: 'hqCommittee:outcomeOfItem',
  amount: 'hqCommittee:amount',
  quantity: 'hqCommittee:quantity',
  monthly: 'hqCommittee:monthly',
  months: 'hqCommittee:months',
  fundingSource: 'hqCommittee:fundingSource',
  conditions: 'hqCommittee:conditions',
  code: 'hqCommittee:code',
  reason: 'hqCommittee:reason',
  awaited: 'hqCommittee:awaited',
  until: 'committee:until',
} as const satisfies Record<Exclude<keyof ItemDraft, 'itemId'>, string>;
const FIELDS = Object.keys(FIELD_WORDS) as (keyof typeof FIELD_WORDS)[];
