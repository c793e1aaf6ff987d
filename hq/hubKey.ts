import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type HubDatabase, writeHub } from '#db/hub/connection.ts';
import { findHub, insertHub } from '#db/hub/hub.ts';
import { appendHubEvents, type HubAuthor } from '#db/hub/hubEvents.ts';
import { Base64Url } from '#shared/domain/identity.ts';
import { base64UrlOf, bytesOfBase64Url, equalBytes } from '#shared/protocol/bytes.ts';

const KeyFile = z.strictObject({
  format: z.literal('rifada.hubKey.1'),
  hubId: z.uuid(),
  publicKey: Base64Url.length(43),
  privateKey: Base64Url.length(43),
  /** Stands in the file of a training headquarters: for good, whatever starts it. */
  training: z.literal(true).optional(),
});

/** The key that every enrolled laptop has pinned is not here: a new one would shut them all out. */
export class HubKeyMissing extends Error {
  constructor() {
    super('the database has a key whose private half is not in this folder');
    this.name = 'HubKeyMissing';
  }
}

export interface HubIdentity {
  readonly hubId: string;
  readonly epoch: number;
  readonly publicKey: Uint8Array;
  readonly privateKey: Uint8Array;
  /** Its people are invented: it takes training laptops only, and says so on every screen. */
  readonly training: boolean;
}

/**
 * Who this headquarters is. At the first start it makes its id and its Ed25519 key; the private half
 * lies in the hub's folder alone, so that a copy of the database cannot sign receipts.
 * @throws HubKeyMissing when database and folder do not belong together
 */
export async function openHubKey(
  db: HubDatabase,
  folder: string,
  ports: Pick<HubAuthor, 'clock' | 'crypto' | 'ids'>,
  training = false,
): Promise<HubIdentity> {
  const file = join(folder, 'hub-key.json');
  const known = await findHub(db);
  const kept = readKeyFile(file);
  if (known !== null) {
    if (
      kept === null ||
      kept.hubId !== known.hubId ||
      !equalBytes(kept.publicKey, known.publicKey)
    ) {
      throw new HubKeyMissing();
    }
    return { ...known, privateKey: kept.privateKey, training: kept.training };
  }
  // A key without its database is from a first start that was cut off: it is taken up again.
  const made = kept ?? { hubId: ports.ids.uuid(), ...ports.crypto.generateKeyPair(), training };
  if (kept === null) writeKeyFile(file, made);
  const identity = { ...made, epoch: 1 };
  await writeHub(db, async (writer) => {
    const { hubId, epoch, publicKey } = identity;
    await insertHub(writer, { hubId, epoch, publicKey }, new Date(ports.clock.now()).toISOString());
    await appendHubEvents(writer, { ...ports, hubId, epoch }, [
      {
        kind: 'hubFounded',
        actorId: hubId,
        payload: { hubPublicKey: base64UrlOf(publicKey) },
      },
    ]);
  });
  return identity;
}

type KeptKey = Omit<HubIdentity, 'epoch'>;

function readKeyFile(file: string): KeptKey | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return null;
  }
  const kept = KeyFile.parse(JSON.parse(text));
  return {
    hubId: kept.hubId,
    publicKey: bytesOfBase64Url(kept.publicKey),
    privateKey: bytesOfBase64Url(kept.privateKey),
    training: kept.training === true,
  };
}

function writeKeyFile(file: string, key: KeptKey): void {
  const content: z.infer<typeof KeyFile> = {
    format: 'rifada.hubKey.1',
    hubId: key.hubId,
    publicKey: base64UrlOf(key.publicKey),
    privateKey: base64UrlOf(key.privateKey),
    ...(key.training ? { training: true } : {}),
  };
  writeFileSync(file, `${JSON.stringify(content)}\n`, { mode: 0o600, flag: 'wx', flush: true });
}
