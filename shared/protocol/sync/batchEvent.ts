import { z } from 'zod';
import { EventHeader } from '../../domain/case/caseEvent.ts';
import { Base64Url } from '../../domain/identity.ts';
import { base64UrlOf } from '../bytes.ts';
import { type ChainRow, headerText } from '../chain.ts';

/** A header as it travels: fields of a later version are kept, since the hash is made over them too. */
export const WireHeader = z.looseObject(EventHeader.shape);
export type WireHeader = z.infer<typeof WireHeader>;

/**
 * One line of a batch. Salt and payload are null where the payload was destroyed or is withheld; a
 * payload of a kind that is not known here is kept as it is.
 */
export const BatchEvent = z.strictObject({
  header: WireHeader,
  payload: z.record(z.string(), z.unknown()).nullable(),
  /** 16 random bytes. */
  salt: Base64Url.length(22).nullable(),
});
export type BatchEvent = z.infer<typeof BatchEvent>;

/** The line of an event as it lies in a journal, without its end of line. */
export function batchEventLine({ header, payload, salt }: ChainRow, withheld: boolean): string {
  return lineOf(
    headerText(header),
    withheld ? null : payload,
    withheld || salt === null ? null : base64UrlOf(salt),
  );
}

/** A line from the canonical texts of its parts: its keys are in their order already. */
export function lineOf(header: string, payload: string | null, salt: string | null): string {
  const saltText = salt === null ? 'null' : `"${salt}"`;
  return `{"header":${header},"payload":${payload ?? 'null'},"salt":${saltText}}`;
}
