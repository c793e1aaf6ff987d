import { isOver } from '#shared/domain/case/caseDue.ts';
import { openReturn } from '#shared/domain/case/headquartersState.ts';
import { awaitsPaperScan } from '#shared/domain/case/paperScans.ts';
import styles from './CaseBanner.module.css';
import { ConflictBanner } from './ConflictBanner.tsx';
import { isMerged, MergeNotes } from './MergeNotes.tsx';
import { ReturnBanner } from './ReturnBanner.tsx';
import { StudyBanner, wantsOfStudy } from './StudyBanner.tsx';
import { AwaitedSheet } from './signedPaper/AwaitedSheet.tsx';
import type { StepProps } from './step.ts';

/** Over every step of a case: what headquarters sent back or asks for, what two laptops wrote apart, and a sheet without its picture. */
export function CaseBanner({ open, go }: Pick<StepProps, 'open' | 'go'>) {
  const returned = openReturn(open.state.headquarters);
  const conflicts = Object.values(open.state.conflicts);
  const isWanted = wantsOfStudy(open);
  const isJoined = isMerged(open.state.headquarters);
  const isSheetAwaited = awaitsPaperScan(open.state) !== null && !isOver(open.state.status);
  if (returned === null && conflicts.length === 0 && !isWanted && !isJoined && !isSheetAwaited) {
    return null;
  }
  return (
    <div className={styles.banner}>
      {returned !== null && <ReturnBanner open={open} go={go} returned={returned} />}
      {isJoined && <MergeNotes headquarters={open.state.headquarters} />}
      {isWanted && <StudyBanner open={open} go={go} />}
      {isSheetAwaited && <AwaitedSheet go={go} />}
      {conflicts.length > 0 && <ConflictBanner open={open} conflicts={conflicts} />}
    </div>
  );
}
