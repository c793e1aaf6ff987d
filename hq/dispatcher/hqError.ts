import type { HqErrorCode, HqErrorData } from '#shared/contracts/hq/errors.ts';

/** A refusal that the person is meant to see; its code is also its message, and says all. */
export class HqError extends Error {
  override readonly name = 'HqError';
  readonly code: HqErrorCode;
  readonly data: HqErrorData | undefined;

  constructor(code: HqErrorCode, data?: HqErrorData) {
    super(code);
    this.code = code;
    this.data = data;
  }
}
