import type { DeskErrorCode, DeskErrorData } from '#shared/contracts/errors.ts';

/**
 * A refusal that the person is meant to see: its code has a sentence in the locales. Services throw
 * it; the dispatcher turns it into the typed error of the contract. The code is also the message,
 * so that a stray log line says no more than the code does.
 */
export class DeskError extends Error {
  override readonly name = 'DeskError';
  readonly code: DeskErrorCode;
  readonly data: DeskErrorData | undefined;

  constructor(code: DeskErrorCode, data?: DeskErrorData) {
    super(code);
    this.code = code;
    this.data = data;
  }
}
