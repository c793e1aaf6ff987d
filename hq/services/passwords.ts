import { hash, verify } from '@node-rs/argon2';
import { SHORTEST_HQ_PASSWORD } from '#shared/contracts/hq/session.ts';
import { HqError } from '../dispatcher/hqError.ts';

/** OWASP's second choice for Argon2id: 19 MiB, two passes. A desk's password guards more, and costs more. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** @throws HqError `passwordTooShort` */
export async function hashPassword(password: string): Promise<string> {
  if (password.normalize('NFC').length < SHORTEST_HQ_PASSWORD)
    throw new HqError('passwordTooShort');
  return hash(password.normalize('NFC'), COST);
}

export async function passwordHolds(passwordHash: string, password: string): Promise<boolean> {
  try {
    return await verify(passwordHash, password.normalize('NFC'));
  } catch {
    return false;
  }
}

let nobody: Promise<string> | null = null;

/** Takes as long as a real check, so that the time of an answer does not tell who works here. */
export async function checkNobody(password: string): Promise<void> {
  nobody ??= hash('nobody has this password', COST);
  await passwordHolds(await nobody, password);
}
