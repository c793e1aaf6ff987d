import { KeyFailure } from './keyError.ts';
import type { KeyContext } from './keyFile.ts';

const PEPPER_LENGTH = 32;

/** The pepper, made when there is none and `renew` allows it. @throws KeyFailure `pepperMissing`, `pepperUnavailable` */
export function pepperFor(context: KeyContext, renew: boolean): Uint8Array {
  const pepper = readPepper(context);
  if (pepper !== null) return pepper;
  if (!renew) throw new KeyFailure('pepperMissing');
  return writeNewPepper(context);
}

/** @throws KeyFailure `pepperUnavailable` */
export function readPepper(context: KeyContext): Uint8Array | null {
  try {
    const pepper = context.pepper.read();
    return pepper !== null && pepper.length === PEPPER_LENGTH ? pepper : null;
  } catch {
    throw new KeyFailure('pepperUnavailable');
  }
}

function writeNewPepper(context: KeyContext): Uint8Array {
  const pepper = context.crypto.randomBytes(PEPPER_LENGTH);
  try {
    context.pepper.write(pepper);
  } catch {
    throw new KeyFailure('pepperUnavailable');
  }
  return pepper;
}
