import {
  CircleCheck,
  CircleDashed,
  CopyCheck,
  Eye,
  FileClock,
  FolderInput,
  type LucideIcon,
  PenLine,
  Undo2,
} from 'lucide-react';
import type { Tone } from '#renderer/components/tone.ts';
import type { ImportCounts } from '#shared/contracts/hq/imports.ts';
import type { ImportState } from '#shared/domain/import/importState.ts';

/** Icon and colour of each state; its word stands beside them. */
export const IMPORT_LOOKS = {
  notSubmitted: { tone: 'neutral', icon: PenLine },
  unchecked: { tone: 'unclear', icon: CircleDashed },
  clean: { tone: 'info', icon: CircleCheck },
  held: { tone: 'review', icon: Eye },
  duplicate: { tone: 'info', icon: CopyCheck },
  changed: { tone: 'review', icon: FileClock },
  imported: { tone: 'ok', icon: CircleCheck },
  returned: { tone: 'stop', icon: Undo2 },
  setAside: { tone: 'neutral', icon: FolderInput },
  repeats: { tone: 'neutral', icon: CopyCheck },
} as const satisfies Record<ImportState, { readonly tone: Tone; readonly icon: LucideIcon }>;

/** The parts of a batch's bar, in the order in which they stand. */
export const SHARES = [
  { id: 'clean', tone: 'ok', states: ['clean', 'imported'] },
  { id: 'held', tone: 'review', states: ['held', 'changed'] },
  { id: 'duplicate', tone: 'info', states: ['duplicate'] },
  { id: 'returned', tone: 'stop', states: ['returned'] },
  {
    id: 'notSubmitted',
    tone: 'neutral',
    states: ['notSubmitted', 'unchecked', 'setAside', 'repeats'],
  },
] as const satisfies readonly {
  readonly id: ImportState;
  readonly tone: 'ok' | 'review' | 'info' | 'stop' | 'neutral';
  readonly states: readonly ImportState[];
}[];

export function sumOf(counts: ImportCounts, states: readonly ImportState[]): number {
  return states.reduce((sum, state) => sum + counts[state], 0);
}

export type BatchState =
  | 'nothing'
  | 'checking'
  | 'person'
  | 'ready'
  | 'imported'
  | 'returned'
  | 'setAside';

/** What a batch waits for, the most urgent first. */
export function batchStateOf(counts: ImportCounts): BatchState {
  if (sumOf(counts, ['held', 'duplicate', 'changed']) > 0) return 'person';
  if (counts.unchecked > 0) return 'checking';
  if (counts.clean > 0) return 'ready';
  if (counts.imported > 0) return 'imported';
  if (counts.returned > 0) return 'returned';
  return counts.setAside > 0 ? 'setAside' : 'nothing';
}

export const BATCH_LOOKS = {
  nothing: { tone: 'neutral', icon: PenLine },
  checking: { tone: 'unclear', icon: CircleDashed },
  person: { tone: 'review', icon: Eye },
  ready: { tone: 'info', icon: CircleCheck },
  imported: { tone: 'ok', icon: CircleCheck },
  returned: { tone: 'stop', icon: Undo2 },
  setAside: { tone: 'neutral', icon: FolderInput },
} as const satisfies Record<BatchState, { readonly tone: Tone; readonly icon: LucideIcon }>;
