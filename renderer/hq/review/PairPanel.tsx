import { useQuery } from '@tanstack/react-query';
import { GitMerge, MessageCircle, Split, UsersRound } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useLookEvery } from '#renderer/access/hq/overview.ts';
import { useHqMay } from '#renderer/access/hq/status.ts';
import { Words } from '#renderer/caseParts/summaryValue.tsx';
import { Badge } from '#renderer/components/Badge.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Row, Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { Select } from '#renderer/components/Select.tsx';
import { Skeleton } from '#renderer/components/Skeleton.tsx';
import type { ReviewPair, ReviewPairDetail } from '#shared/contracts/hq/review.ts';
import type { BranchOfficeId } from '#shared/domain/identity.ts';
import { MergeForm } from './MergeForm.tsx';
import { PairSides } from './PairSides.tsx';
import { PairTable } from './PairTable.tsx';
import { STRENGTH_LOOKS } from './pairLooks.ts';
import styles from './review.module.css';
import { SayDialog } from './SayDialog.tsx';
import { takeLostFocus } from './takeLostFocus.ts';

export type PairDone = 'merge' | 'apart' | 'ask';

export interface PairPanelProps {
  readonly pair: Pick<ReviewPair, 'oneId' | 'otherId'>;
  readonly onDone: (what: PairDone) => void;
  readonly onNext: () => void;
}

/** One pair, compared, and what a person says of it. */
export function PairPanel({ pair: { oneId, otherId }, onDone, onNext }: PairPanelProps) {
  const { t } = useTranslation('common');
  const { queries } = useHq();
  const [isMerging, setMerging] = useState(false);
  const look = useLookEvery();
  const { data, error } = useQuery({
    ...queries.review.pair.queryOptions({ input: { oneId, otherId } }),
    // What is being filled in is not changed under the hand: a refusal says what came meanwhile.
    refetchInterval: isMerging ? false : look,
  });
  if (data === undefined) {
    return error === null ? <Skeleton label={t('loading')} /> : <HqErrorNote error={error} />;
  }
  if (isMerging) {
    return (
      <MergeForm pair={data} onDone={() => onDone('merge')} onBack={() => setMerging(false)} />
    );
  }
  return (
    <>
      <HqErrorNote error={error} />
      <Compared pair={data} onMerge={() => setMerging(true)} onDone={onDone} onNext={onNext} />
    </>
  );
}

function Compared({
  pair,
  onMerge,
  onDone,
  onNext,
}: Omit<PairPanelProps, 'pair'> & {
  readonly pair: ReviewPairDetail;
  readonly onMerge: () => void;
}) {
  const { t } = useTranslation('review');
  const mayMerge = useHqMay('persons.merge');
  const [saying, setSaying] = useState<'apart' | 'ask' | null>(null);
  const look = STRENGTH_LOOKS[pair.strength];
  /** Letters act only while the hand is in this panel, and not in a box. */
  const onKeyDown = (event: KeyboardEvent) => {
    const isTyping = event.target instanceof HTMLElement && event.target.matches('input, textarea');
    if (isTyping || saying !== null || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.code === 'KeyN') onNext();
    else if (event.code === 'KeyS' && mayMerge) onMerge();
    else if (event.code === 'KeyD' && mayMerge) setSaying('apart');
    else return;
    event.preventDefault();
  };
  const compared = useRef<HTMLDivElement>(null);
  useEffect(() => takeLostFocus(compared.current), []);
  return (
    <div ref={compared} tabIndex={-1} className={styles.taking} onKeyDown={onKeyDown}>
      <Panel
        body="flush"
        label={t(`strengthLong.${pair.strength}`)}
        foot={
          <Stack gap={2}>
            {mayMerge && (
              <Row>
                <Button kind="main" icon={GitMerge} onPress={onMerge}>
                  {t('same')}
                </Button>
                <Button icon={Split} onPress={() => setSaying('apart')}>
                  {t('apart')}
                </Button>
                <Button icon={MessageCircle} onPress={() => setSaying('ask')}>
                  {t('ask')}
                </Button>
                <Button kind="quiet" onPress={onNext}>
                  {t('next')}
                </Button>
              </Row>
            )}
            <span className={styles.quiet}>
              {t('previewNote')} · {t('keys')}
            </span>
          </Stack>
        }
      >
        <div className={styles.verdict}>
          <Badge tone={look.tone} icon={UsersRound}>
            {t(`strengthLong.${pair.strength}`)}
          </Badge>
          <span>{t('nameAlone')}</span>
        </div>
        {pair.state === 'asked' && (
          <Note tone="info" slim>
            {t('askedNote')}
          </Note>
        )}
        {pair.said !== null && (
          <Note tone="info" slim>
            <strong>{t('said')}: </strong>
            <Words>{pair.said.reason}</Words> · <Words>{pair.said.by}</Words>
          </Note>
        )}
        <PairTable pair={pair} />
        <PairSides pair={pair} />
      </Panel>
      {saying === 'apart' && (
        <ApartDialog pair={pair} onDone={() => onDone('apart')} onClose={() => setSaying(null)} />
      )}
      {saying === 'ask' && (
        <AskDialog pair={pair} onDone={() => onDone('ask')} onClose={() => setSaying(null)} />
      )}
    </div>
  );
}

interface PairDialogProps {
  readonly pair: ReviewPairDetail;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

function ApartDialog({ pair, ...rest }: PairDialogProps) {
  const { t } = useTranslation('review');
  const { client } = useHq();
  const { oneId, otherId, seen } = pair;
  return (
    <SayDialog
      title={t('apartTitle')}
      text={t('apartText')}
      confirmLabel={t('apart')}
      act={(reason) => client.review.tellApart({ oneId, otherId, seen, reason })}
      {...rest}
    />
  );
}

function AskDialog({ pair, ...rest }: PairDialogProps) {
  const { t } = useTranslation('review');
  const { client } = useHq();
  const { oneId, otherId, seen } = pair;
  const branches = [
    ...new Map(
      pair.sides
        .flatMap(({ branches: own }) => own)
        .map((branch) => [branch.branchOfficeId, branch]),
    ).values(),
  ];
  const [branchOfficeId, setBranch] = useState<BranchOfficeId | null>(
    branches[0]?.branchOfficeId ?? null,
  );
  return (
    <SayDialog
      title={t('askTitle')}
      text={t('askText')}
      confirmLabel={t('send')}
      isQuestion
      act={async (question) => {
        if (branchOfficeId === null) return;
        await client.review.askBranch({ oneId, otherId, seen, branchOfficeId, question });
      }}
      {...rest}
    >
      <Select
        label={t('askWhom')}
        value={branchOfficeId}
        placeholder={t('askWhom')}
        nothingFound={t('nothingFound')}
        options={branches.map(({ branchOfficeId: value, name, code }) => ({
          value,
          label: `${name} (${code})`,
        }))}
        onChange={(value) => setBranch(value as BranchOfficeId)}
      />
    </SayDialog>
  );
}
