import { z } from 'zod';
import { HqRole } from '#shared/domain/hub/hqPermission.ts';
import { createSay, readTexts, type Say } from './terminalTexts.ts';

const DemoTexts = z.strictObject({
  opening: z.string(),
  firstDesk: z.string(),
  secondDesk: z.string(),
  ready: z.string(),
  headquarters: z.string(),
  desk: z.string(),
  firstSteps: z.string(),
  newLinkHint: z.string(),
  stopHint: z.string(),
  stopping: z.string(),
  portTaken: z.string(),
  optionUnknown: z.string(),
  folderNotOurs: z.string(),
  databaseAway: z.string(),
  databaseNotStarted: z.string(),
  failed: z.string(),
});

/** The sentences of `npm run demo`. */
export function createSayDemo(write: (text: string) => void): Say<keyof z.infer<typeof DemoTexts>> {
  return createSay('demo', DemoTexts, write);
}

const RoleTexts = z.object({ role: z.record(HqRole, z.string()) });

/** A role in both languages, as the screens name it. */
export function readRoleWords(): (role: HqRole) => string {
  const languages = readTexts('hqAdministration', RoleTexts);
  return (role) => languages.map((texts) => texts.role[role]).join(' / ');
}
