import { mkdirSync } from 'node:fs';
import { createKeyFile, markRecoveryConfirmed } from '#electron/keys/keys.ts';
import { createLoopbackHost } from '#electron/loopback/loopbackHost.ts';
import { nodeCrypto } from '#ports/nodeCrypto.ts';
import { copyCachedDesk, type Filling } from '#tests/integration/desk/support/cachedDesk.ts';
import { ACTOR } from '#tests/integration/store/support/deskFixture.ts';
import { BRANCH } from './branch.ts';
import { newProfile, pepperFileOf } from './startDesk.ts';

/** A profile with a filled desk in it, behind the password of the branch; `removeProfile` takes it away. */
export async function filledProfile(filling: Filling, today: string): Promise<string> {
  const profile = newProfile();
  mkdirSync(profile, { recursive: true });
  const databaseKey = copyCachedDesk(profile, filling);
  const { pepper } = createLoopbackHost(pepperFileOf(profile));
  pepper.write(nodeCrypto.randomBytes(32));
  let isFirst = true;
  const context = {
    folder: profile,
    clock: { now: () => Date.parse(today) },
    pepper,
    crypto: {
      ...nodeCrypto,
      // The first bytes that a key file asks for are the key of its database.
      randomBytes: (length: number) => {
        const given = isFirst ? databaseKey : nodeCrypto.randomBytes(length);
        isFirst = false;
        return given;
      },
    },
  };
  const made = await createKeyFile(context, { actorId: ACTOR, password: BRANCH.password });
  if (!made.ok) throw new Error(made.problem);
  const confirmed = await markRecoveryConfirmed(context, made.recoveryCode);
  if (!confirmed.ok) throw new Error(confirmed.problem);
  return profile;
}
