import { CircleCheck, Eye, Fingerprint, type LucideIcon } from 'lucide-react';
import type { Tone } from '#renderer/components/tone.ts';
import type { PairStrength } from '#shared/contracts/hq/review.ts';

/** The three signs of a strength; its word stands in the locales. */
export const STRENGTH_LOOKS = {
  identifier: { tone: 'info', icon: Fingerprint },
  sure: { tone: 'ok', icon: CircleCheck },
  review: { tone: 'review', icon: Eye },
} as const satisfies Record<PairStrength, { readonly tone: Tone; readonly icon: LucideIcon }>;
