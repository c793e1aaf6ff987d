import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { type HubDatabase, writeHub } from '#db/hub/connection.ts';
import { findStickRecipients, insertStickKey } from '#db/hub/stickKeys.ts';
import type { Clock } from '#shared/ports.ts';

/** The two keys to which laptops seal what they write to a stick. */
export interface StickKeys {
  /** Public: the hub's own first, then the printed one. */
  readonly recipients: readonly string[];
  /** Private, as far as they lie in the hub's folder now: the printed one only while it waits there. */
  identities(): readonly string[];
  /** The printed one, while it was not yet taken from the disk; null after. */
  waitingRecovery(): string | null;
  /** Takes the printed one off the disk. */
  dropRecovery(): void;
}

const ONLINE_FILE = 'stick-key.txt';
/** Put back here, the printed key opens files again. */
const RECOVERY_FILE = 'recovery-key.txt';

/**
 * Makes both keys at the first start. The hub's own stays in its folder, so that a copy of the database
 * opens nothing; the other is to be printed by the administrator and put into a safe: it opens files when
 * the hub and its folder are lost.
 */
export async function openStickKeys(
  db: HubDatabase,
  folder: string,
  { clock }: { readonly clock: Clock },
): Promise<StickKeys> {
  const known = await findStickRecipients(db);
  const recipients =
    known ??
    (await writeHub(db, async (writer) => {
      const madeAt = new Date(clock.now()).toISOString();
      const made: string[] = [];
      for (const [kind, file] of [
        ['online', ONLINE_FILE],
        ['recovery', RECOVERY_FILE],
      ] as const) {
        // From a first start that was cut off: it is taken up again.
        const identity = readIdentity(folder, file) ?? (await writeIdentity(folder, file, madeAt));
        const recipient = await identityToRecipient(identity);
        await insertStickKey(writer, { kind, recipient, madeAt });
        made.push(recipient);
      }
      return made;
    }));
  return {
    recipients,
    identities: () =>
      [ONLINE_FILE, RECOVERY_FILE].flatMap((file) => readIdentity(folder, file) ?? []),
    waitingRecovery: () => readIdentity(folder, RECOVERY_FILE),
    dropRecovery: () => rmSync(join(folder, RECOVERY_FILE), { force: true }),
  };
}

const IDENTITY = /^AGE-SECRET-KEY-1[0-9A-Z]{58}$/mu;

/** In the form of age's own tools, so that `age -d -i FILE` opens a parcel without this program. */
function readIdentity(folder: string, file: string): string | null {
  try {
    return IDENTITY.exec(readFileSync(join(folder, file), 'utf8'))?.[0] ?? null;
  } catch {
    return null;
  }
}

async function writeIdentity(folder: string, file: string, madeAt: string): Promise<string> {
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  const content = `# created: ${madeAt}\n# public key: ${recipient}\n${identity}\n`;
  writeFileSync(join(folder, file), content, { mode: 0o600, flag: 'wx', flush: true });
  return identity;
}
