import {
  CircleCheck,
  EqualApproximately,
  Eye,
  EyeOff,
  FileX,
  type LucideIcon,
  Minus,
  OctagonX,
} from 'lucide-react';
import { Badge, type BadgeProps } from './Badge.tsx';
import type { Tone } from './tone.ts';

/** The seven things that can be said of stated against read. */
export type Verdict =
  | 'match'
  | 'near'
  | 'review'
  | 'mismatch'
  | 'absent'
  | 'unreadable'
  | 'notApplicable';

interface VerdictLook {
  readonly tone: Tone;
  readonly icon: LucideIcon;
  readonly look: NonNullable<BadgeProps['look']>;
}

export const VERDICT_LOOKS = {
  match: { tone: 'ok', icon: CircleCheck, look: 'soft' },
  near: { tone: 'near', icon: EqualApproximately, look: 'soft' },
  review: { tone: 'review', icon: Eye, look: 'soft' },
  mismatch: { tone: 'stop', icon: OctagonX, look: 'soft' },
  absent: { tone: 'neutral', icon: FileX, look: 'dashed' },
  unreadable: { tone: 'unclear', icon: EyeOff, look: 'soft' },
  notApplicable: { tone: 'neutral', icon: Minus, look: 'bare' },
} as const satisfies Record<Verdict, VerdictLook>;

export interface VerdictChipProps {
  readonly verdict: Verdict;
  readonly label: string;
}

export function VerdictChip({ verdict, label }: VerdictChipProps) {
  const { tone, icon, look } = VERDICT_LOOKS[verdict];
  return (
    <Badge tone={tone} icon={icon} look={look}>
      {label}
    </Badge>
  );
}
