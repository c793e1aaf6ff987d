import { Trash2 } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { Button } from '#renderer/components/Button.tsx';
import { classNames } from '#renderer/components/class-names.ts';
import { Panel } from '#renderer/components/Panel.tsx';
import type { CaseId, Instant } from '#shared/domain/identity.ts';
import { RemoveDialog } from './RemoveDialog.tsx';
import type { KeptScan } from './StandingScan.tsx';
import { StandingScans } from './StandingScans.tsx';
import styles from './scans.module.css';
import { type ScanWaysOptions, useScanWays } from './useScanWays.tsx';

interface Recording {
  readonly isPending: boolean;
  readonly isSuccess: boolean;
  readonly error: unknown;
  readonly reset: () => void;
}

export interface ScanFrameProps<Scan extends KeptScan>
  extends Pick<ScanWaysOptions, 'name' | 'mayTake' | 'asked' | 'blockedReason' | 'onKeep'> {
  readonly id?: string;
  readonly title: string;
  readonly caseId: CaseId;
  /** Those that stand, oldest first. */
  readonly scans: readonly Scan[];
  readonly mayRemove: boolean;
  readonly words: { readonly kept: string; readonly removed: string; readonly remove: string };
  readonly keeping: Recording;
  readonly removing: Recording;
  /** Destroys it, and calls `leave` once it is gone; a refusal stands in `removing`. */
  readonly onRemove: (scan: Scan, reason: string, leave: () => void) => void;
  /** Another picture begins: what was said of the last one is over. */
  readonly onBegin?: () => void;
  /** While there is none, with the ways to take one. */
  readonly nothing: (ways: ReactNode) => ReactNode;
  /** Under the one that is looked at. */
  readonly beneath?: (shown: Scan) => ReactNode;
}

/** The pictures of one thing, the ways to take another, and the way to destroy one. */
export function ScanFrame<Scan extends KeptScan & { readonly at: Instant }>(
  props: ScanFrameProps<Scan>,
) {
  const { name, scans, mayTake, keeping, removing, words } = props;
  const [chosen, setChosen] = useState<string | null>(null);
  const [isRemoving, setIsRemoving] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const shown = scans.find(({ scanId }) => scanId === chosen) ?? scans.at(-1);
  const taking = useScanWays({
    name,
    frame,
    mayTake,
    isFree: !isRemoving,
    keeping,
    asked: props.asked,
    blockedReason: props.blockedReason,
    onBegin: () => {
      keeping.reset();
      removing.reset();
      props.onBegin?.();
    },
    onKeep: (source, pages, leave) =>
      props.onKeep(source, pages, () => {
        setChosen(null);
        leave();
      }),
  });
  const isFree = taking.isIdle && !isRemoving;
  return (
    <div ref={frame} className={classNames(styles.frame, taking.isOver && styles.over)}>
      <Panel
        {...(props.id === undefined ? {} : { id: props.id })}
        title={props.title}
        compact
        foot={
          shown === undefined || !(mayTake || props.mayRemove) ? undefined : (
            <div className={styles.foot}>
              {mayTake && taking.ways}
              {props.mayRemove && (
                <Button
                  size="sm"
                  kind="quiet"
                  icon={Trash2}
                  onPress={() => {
                    removing.reset();
                    setIsRemoving(true);
                  }}
                >
                  {words.remove}
                </Button>
              )}
            </div>
          )
        }
      >
        <div className={styles.body}>
          <div role="status" className={styles.status}>
            {taking.said}
            {isFree && keeping.isSuccess && words.kept}
            {isFree && removing.isSuccess && words.removed}
          </div>
          {taking.problem}
          {shown === undefined ? (
            props.nothing(mayTake ? taking.ways : undefined)
          ) : (
            <>
              <StandingScans
                caseId={props.caseId}
                scans={scans}
                shown={shown}
                name={name}
                onChoose={setChosen}
              />
              {props.beneath?.(shown)}
            </>
          )}
        </div>
      </Panel>
      {taking.dialogs}
      {isRemoving && shown !== undefined && (
        <RemoveDialog
          busy={removing.isPending}
          error={removing.error}
          onConfirm={(reason) => props.onRemove(shown, reason, () => setIsRemoving(false))}
          onCancel={() => setIsRemoving(false)}
        />
      )}
    </div>
  );
}
