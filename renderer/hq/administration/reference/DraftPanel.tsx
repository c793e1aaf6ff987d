import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Minus, Pencil, Plus, Send, Trash2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useHqMay } from '#renderer/access/hq/status.ts';
import { Badge } from '#renderer/components/Badge.tsx';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { DataTable } from '#renderer/components/DataTable.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Row, Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { clockTime } from '#renderer/language/days.ts';
import type { ReferenceDraft } from '#shared/contracts/hq/reference.ts';
import type { SourceChange } from '#shared/domain/publication/compareSources.ts';
import { PublishDialog } from './PublishDialog.tsx';
import styles from './reference.module.css';
import {
  useChangeLabel,
  useFaultSentence,
  usePlaceWords,
  useValueWords,
} from './referenceWords.ts';

export interface DraftPanelProps {
  readonly draft: ReferenceDraft;
  /** What was changed last is not kept yet. */
  readonly isKeeping?: boolean;
  readonly onGone?: () => void;
}

const SIGNS = {
  added: { tone: 'ok', icon: Plus },
  removed: { tone: 'stop', icon: Minus },
  changed: { tone: 'info', icon: Pencil },
} as const;

/** What somebody is about to publish: what is wrong with it, or what it changes, and the way on. */
export function DraftPanel({ draft, isKeeping = false, onGone }: DraftPanelProps) {
  const { t } = useTranslation(['reference', 'common']);
  const { kind, version, fileName, savedAt, savedBy, faults, changes, changeCount } = draft;
  const { queries } = useHq();
  const cache = useQueryClient();
  const mayPublish = useHqMay('reference.publish');
  const [isPublishing, setPublishing] = useState(false);
  const gone = async () => {
    await cache.invalidateQueries({ queryKey: queries.reference.key() });
    onGone?.();
  };
  const discard = useMutation(queries.reference.discard.mutationOptions({ onSuccess: gone }));
  const title =
    version === null
      ? t('reference:draftOf', { kind: t(`reference:kind.${kind}`) })
      : t('reference:draftVersion', { kind: t(`reference:kind.${kind}`), version });
  const reason = isKeeping
    ? t('reference:keeping')
    : changeCount === 0
      ? t('reference:nothingChanged')
      : undefined;
  return (
    <Panel
      title={title}
      note={
        !draft.isKept ? (
          <Bdi>{fileName}</Bdi>
        ) : (
          <>
            {fileName !== null && (
              <>
                <Bdi>{fileName}</Bdi> ·{' '}
              </>
            )}
            {t('reference:savedBy', { name: savedBy, time: clockTime(savedAt) })}
          </>
        )
      }
      foot={
        mayPublish && draft.isKept ? (
          <Row>
            <Button
              kind="main"
              icon={Send}
              blockedReason={faults.length > 0 ? t('reference:faultsFirst') : reason}
              onPress={() => setPublishing(true)}
            >
              {t('reference:publish')}
            </Button>
            <Button icon={Trash2} busy={discard.isPending} onPress={() => discard.mutate({ kind })}>
              {t('reference:discard')}
            </Button>
          </Row>
        ) : undefined
      }
    >
      <Stack gap={3}>
        <HqErrorNote error={discard.error} />
        {faults.length > 0 ? <Faults draft={draft} /> : <Changes changes={changes} />}
        {changeCount > changes.length && (
          <p>{t('reference:furtherChanges', { count: changeCount - changes.length })}</p>
        )}
      </Stack>
      {isPublishing && (
        <PublishDialog draft={draft} onClose={() => setPublishing(false)} onPublished={gone} />
      )}
    </Panel>
  );
}

function Faults({ draft: { faults } }: { readonly draft: ReferenceDraft }) {
  const { t } = useTranslation('reference');
  const sentence = useFaultSentence();
  return (
    <Note tone="stop" live="status">
      <p>{t('faultCount', { count: faults.length })}</p>
      <ul className={styles.faults}>
        {faults.map((fault) => (
          <li key={JSON.stringify(fault)}>{sentence(fault)}</li>
        ))}
      </ul>
    </Note>
  );
}

function Changes({ changes }: { readonly changes: readonly SourceChange[] }) {
  const { t } = useTranslation('reference');
  const placeOf = usePlaceWords();
  const labelOf = useChangeLabel();
  const valueOf = useValueWords();
  const value = (change: SourceChange, which: 'before' | 'after'): ReactNode => {
    const words = valueOf(change, change[which]);
    return words === '' ? '' : <bdi className={styles.value}>{words}</bdi>;
  };
  if (changes.length === 0) return <p>{t('noChanges')}</p>;
  return (
    <DataTable
      caption={t('changes')}
      isDense
      rows={changes}
      rowId={({ path, kind }) => `${kind} ${path}`}
      columns={[
        {
          id: 'place',
          head: t('where'),
          isRowName: true,
          cell: (change) => {
            const label = labelOf(change);
            const place = placeOf(change.path);
            return (
              <span className={styles.place}>
                {label !== null && <span>{label}</span>}
                {place === change.path ? (
                  <bdi dir="ltr" className={styles.path}>
                    {place}
                  </bdi>
                ) : (
                  <span className={label === null ? undefined : styles.path}>{place}</span>
                )}
              </span>
            );
          },
        },
        {
          id: 'kind',
          head: t('change'),
          isTight: true,
          cell: ({ kind }) => (
            <Badge tone={SIGNS[kind].tone} icon={SIGNS[kind].icon}>
              {t(`changeKind.${kind}`)}
            </Badge>
          ),
        },
        { id: 'before', head: t('before'), cell: (change) => value(change, 'before') },
        { id: 'after', head: t('after'), cell: (change) => value(change, 'after') },
      ]}
    />
  );
}
