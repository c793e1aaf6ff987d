/** The digits of a number, four bits each: eight to a whole of 32 bits. */
export interface PackedDigits {
  /** The digits before the last eight. */
  readonly high: number;
  readonly low: number;
  /** 0 for what is no number of one to sixteen digits. */
  readonly length: number;
}

const NO_NUMBER: PackedDigits = { high: 0, low: 0, length: 0 };

export function packDigits(text: string): PackedDigits {
  const { length } = text;
  if (length > 16) return NO_NUMBER;
  let high = 0;
  let low = 0;
  for (let at = 0; at < length; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return NO_NUMBER;
    high = (high << 4) | (low >>> 28);
    low = (low << 4) | digit;
  }
  return { high, low, length };
}

/** How many of eight packed digits differ, of two numbers that were laid over one another (XOR). */
export function digitsApart(difference: number): number {
  let bits = difference | (difference >>> 1);
  bits = (bits | (bits >>> 2)) & 0x11111111;
  return Math.imul(bits, 0x11111111) >>> 28;
}
