import { Stack } from './Page.tsx';
import { Progress, type ProgressProps } from './Skeleton.tsx';

export interface WorkProgressProps extends ProgressProps {
  /** How far it is, in words. */
  readonly words: string;
}

/** Long work that the screen waits for: how far it is, drawn and in words that are announced. */
export function WorkProgress({ words, ...progress }: WorkProgressProps) {
  return (
    <Stack gap={1}>
      <Progress {...progress} />
      <span role="status">{words}</span>
    </Stack>
  );
}
