import { z } from 'zod';
import { EventHeader } from '#shared/domain/case/caseEvent.ts';
import {
  ActorId,
  Base64Url,
  CaseId,
  DeviceId,
  Instant,
  Sha256Hex,
} from '#shared/domain/identity.ts';
import type { Crypto } from '../ports.ts';
import { base64UrlOf, bytesOfBase64Url } from './bytes.ts';
import { canonicalBytes } from './chain.ts';

/**
 * One event with all that proves it: header, salt and payload, as they stand in the journal. Salt and
 * payload are null where the content was destroyed, or headquarters withholds it until its day.
 */
export const ExportedEvent = z
  .strictObject({
    header: EventHeader,
    headerHash: Sha256Hex,
    salt: Base64Url.nullable(),
    payload: z.record(z.string(), z.unknown()).nullable(),
  })
  .refine(({ salt, payload }) => (salt === null) === (payload === null));
export type ExportedEvent = z.infer<typeof ExportedEvent>;

/**
 * What an export holds besides its signature: its events with salts and headers, those of headquarters and
 * of the branch's other laptops among them, and the public keys of the devices and people who signed.
 */
const exportContent = {
  format: z.literal('rifada.case.1'),
  caseId: CaseId,
  exportedAt: Instant,
  events: z.array(ExportedEvent).min(1),
  devices: z.record(DeviceId, Base64Url),
  people: z.record(
    ActorId,
    z.strictObject({
      displayName: z.string(),
      publicKey: Base64Url,
      /** Keys that this person signed with before; a forgotten password ends one. */
      earlierKeys: z.array(Base64Url).max(100),
    }),
  ),
};
const ExportContent = z.strictObject(exportContent);
type ExportContent = z.infer<typeof ExportContent>;

/**
 * A case on its own, to be checked without a database (`npm run verify -- FILE`). A seal binds only
 * what the applicant declared; the signature of the device that exported binds all the rest: who was
 * told what, when it was submitted, and that no event was taken out.
 */
export const CaseExport = z.strictObject({
  ...exportContent,
  signedBy: z.strictObject({ deviceId: DeviceId, signature: Base64Url }),
});
export type CaseExport = z.infer<typeof CaseExport>;

/** @param privateKey the device's, raw Ed25519 */
export function signExport(
  crypto: Crypto,
  content: ExportContent,
  { deviceId, privateKey }: { readonly deviceId: DeviceId; readonly privateKey: Uint8Array },
): CaseExport {
  const signature = base64UrlOf(crypto.sign(privateKey, canonicalBytes(content)));
  return CaseExport.parse({ ...content, signedBy: { deviceId, signature } });
}

/** Whether the whole file is what the device that it names has signed, by the key that stands in it. */
export function exportSignatureHolds(crypto: Crypto, file: CaseExport): boolean {
  const { signedBy, ...content } = file;
  const key = file.devices[signedBy.deviceId];
  if (key === undefined) return false;
  try {
    const signature = bytesOfBase64Url(signedBy.signature);
    return crypto.verify(bytesOfBase64Url(key), canonicalBytes(content), signature);
  } catch {
    // Text that is no base64url, half a character, a nest too deep to write: nothing that was signed.
    return false;
  }
}
