import { z } from 'zod';
import { createSay, type Say } from './terminalTexts.ts';

const HubTexts = z.strictObject({
  opening: z.string(),
  serving: z.string(),
  setUp: z.string(),
  stopHint: z.string(),
  stopping: z.string(),
  portTaken: z.string(),
  optionUnknown: z.string(),
  keyMissing: z.string(),
  databaseNewer: z.string(),
  databaseAway: z.string(),
  failed: z.string(),
});

export type SayHub = Say<keyof z.infer<typeof HubTexts>>;

/** The sentences of `npm run hq`. */
export function createSayHub(write: (text: string) => void): SayHub {
  return createSay('hub', HubTexts, write);
}
