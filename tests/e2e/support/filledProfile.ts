import { mkdirSync } from 'node:fs';
import { setSetting } from '#db/desk/settings.ts';
import { createKeyFile, markRecoveryConfirmed } from '#electron/keys/keys.ts';
import { createLoopbackHost } from '#electron/loopback/loopbackHost.ts';
import { nodeCrypto } from '#ports/nodeCrypto.ts';
import { copyCachedDesk, type Filling } from '#tests/integration/desk/support/cachedDesk.ts';
import { ACTOR, deskFiles, reopenDesk } from '#tests/integration/store/support/deskFixture.ts';
import { BRANCH } from './branch.ts';
import { newProfile, pepperFileOf } from './startDesk.ts';

/**
 * A profile with a filled desk in it, behind the password of the branch; `removeProfile` takes it away.
 * @param isOutdated as a migration leaves it that gives the lists something new
 */
export async function filledProfile(
  filling: Filling,
  today: string,
  { isOutdated = false }: { readonly isOutdated?: boolean } = {},
): Promise<string> {
  const profile = newProfile();
  mkdirSync(profile, { recursive: true });
  const databaseKey = copyCachedDesk(profile, filling);
  if (isOutdated) {
    const store = reopenDesk(deskFiles(profile, databaseKey));
    setSetting(store, 'projections.rebuild', true);
    store.close();
  }
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
