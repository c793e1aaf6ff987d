import type { ActorId, Instant } from '#shared/domain/identity.ts';
import { base64UrlOf, concatBytes, utf8Bytes } from '#shared/protocol/bytes.ts';
import { KeyFailure } from './keyError.ts';
import type { KeyContext, PasswordSlot, RecoveryCodeSlot } from './keyFile.ts';
import { parseRecoveryCode } from './recoveryCode.ts';
import { deriveKey, newArgon2Settings, seal, unseal } from './sealedSlot.ts';

const DATABASE_KEY_LENGTH = 32;

/** Someone with a password, in whatever letters and length. */
export interface NewPerson {
  readonly actorId: ActorId;
  readonly password: string;
}

/** @throws KeyFailure `wrongPassword`, `pepperChanged` */
export async function openPasswordSlot(
  context: KeyContext,
  slot: PasswordSlot,
  pepper: Uint8Array,
  password: string,
): Promise<{ readonly databaseKey: Uint8Array; readonly actorPrivateKey: Uint8Array }> {
  if (keyCheck(context, pepper) !== slot.pepperCheck) throw new KeyFailure('pepperChanged');
  const key = await deriveKey(context.crypto, slot.argon2, passwordBytes(password), pepper);
  const plain = unseal(key, slot.sealed, boundTo(slot));
  if (plain === null) throw new KeyFailure('wrongPassword');
  return {
    databaseKey: plain.slice(0, DATABASE_KEY_LENGTH),
    actorPrivateKey: plain.slice(DATABASE_KEY_LENGTH),
  };
}

/** The database key. @throws KeyFailure `wrongRecoveryCode` */
export async function openRecoverySlot(
  context: KeyContext,
  recoveryCode: RecoveryCodeSlot,
  code: string,
): Promise<Uint8Array> {
  const parsed = parseRecoveryCode(code);
  if (!parsed.ok) throw new KeyFailure('wrongRecoveryCode');
  const key = await deriveKey(context.crypto, recoveryCode.argon2, parsed.secret, null);
  const databaseKey = unseal(key, recoveryCode.sealed, boundTo(recoveryCode));
  if (databaseKey === null) throw new KeyFailure('wrongRecoveryCode');
  return databaseKey;
}

export async function passwordSlot(
  context: KeyContext,
  pepper: Uint8Array,
  person: NewPerson,
  databaseKey: Uint8Array,
  actorPrivateKey: Uint8Array,
): Promise<PasswordSlot> {
  const argon2 = newArgon2Settings(context.crypto);
  const key = await deriveKey(context.crypto, argon2, passwordBytes(person.password), pepper);
  const open = {
    kind: 'password' as const,
    actorId: person.actorId,
    argon2,
    pepperCheck: keyCheck(context, pepper),
    setAt: instant(context),
  };
  const plain = concatBytes(databaseKey, actorPrivateKey);
  return { ...open, sealed: seal(context.crypto, key, plain, boundTo(open)) };
}

export async function recoverySlot(
  context: KeyContext,
  secret: Uint8Array,
  databaseKey: Uint8Array,
): Promise<RecoveryCodeSlot> {
  const argon2 = newArgon2Settings(context.crypto);
  const key = await deriveKey(context.crypto, argon2, secret, null);
  const open = { kind: 'recoveryCode' as const, argon2, madeAt: instant(context) };
  const sealed = seal(context.crypto, key, databaseKey, boundTo(open));
  return { ...open, sealed, confirmedAt: null };
}

/** What the encryption of a slot is bound to: all that says whose and of which kind it is. */
function boundTo(
  slot: Omit<PasswordSlot, 'sealed'> | Omit<RecoveryCodeSlot, 'sealed' | 'confirmedAt'>,
): object {
  const { kind, argon2 } = slot;
  return kind === 'password' ? { kind, argon2, actorId: slot.actorId } : { kind, argon2 };
}

/** Tells whether a key is the one meant, and tells nothing of the key. */
export function keyCheck(context: KeyContext, key: Uint8Array): string {
  return base64UrlOf(context.crypto.hmacSha256(key, utf8Bytes('rifada.keyCheck.1')));
}

/** One form for what two keyboards type differently (RFC 8265, OpaqueString). */
function passwordBytes(password: string): Uint8Array {
  return utf8Bytes(password.normalize('NFC').toWellFormed());
}

export function instant(context: KeyContext): Instant {
  return new Date(context.clock.now()).toISOString();
}
