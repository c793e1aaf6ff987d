import { z } from 'zod';
import { Base64Url, BranchOfficeId, DeviceId, Instant, Sha256Hex } from '../../domain/identity.ts';
import type { Crypto } from '../../ports.ts';
import { base64UrlOf, bytesOfBase64Url, concatBytes, utf8Bytes } from '../bytes.ts';
import { canonicalBytes } from '../chain.ts';
import { StickRecipients } from './ageRecipient.ts';
import { HubId } from './batchManifest.ts';

/** What a laptop asks of headquarters, over the network or as a file. */
export const EnrolmentRequest = z.strictObject({
  format: z.literal('rifada.enrolment.1'),
  requestId: z.uuid(),
  deviceId: DeviceId,
  epoch: z.int().min(1),
  devicePublicKey: Base64Url.length(43),
  /** The provisional branch that the laptop made for itself. */
  branchOfficeId: BranchOfficeId,
  branchCode: z.string().max(8),
  branchName: z.string().trim().min(1).max(120),
  lane: z.string().length(2),
  /** Who asks, as their colleagues know them. */
  personName: z.string().trim().min(1).max(120),
  madeAt: Instant,
});
export type EnrolmentRequest = z.infer<typeof EnrolmentRequest>;

export const SignedEnrolmentRequest = z.strictObject({
  request: EnrolmentRequest,
  /** By the laptop's own key, which stands in the request. */
  signature: Base64Url.length(86),
});
export type SignedEnrolmentRequest = z.infer<typeof SignedEnrolmentRequest>;

/** Headquarters' answer: who the laptop now is. Signed as a statement. */
export const EnrolmentGrant = z.looseObject({
  format: z.literal('rifada.grant'),
  requestId: z.uuid(),
  hubId: HubId,
  hubPublicKey: Base64Url.length(43),
  deviceId: DeviceId,
  /** SHA-256 of the laptop's public key. */
  deviceKeyHash: Sha256Hex,
  branchOfficeId: BranchOfficeId,
  branchCode: z.string().max(8),
  branchName: z.string().min(1).max(120),
  lane: z.string().length(2),
  grantedAt: Instant,
  /** Left out by a headquarters that takes no sticks. */
  stickRecipients: StickRecipients.optional(),
});
export type EnrolmentGrant = z.infer<typeof EnrolmentGrant>;

export function signEnrolmentRequest(
  crypto: Crypto,
  privateKey: Uint8Array,
  request: EnrolmentRequest,
): SignedEnrolmentRequest {
  const signature = base64UrlOf(crypto.sign(privateKey, canonicalBytes(request)));
  return SignedEnrolmentRequest.parse({ request, signature });
}

export function enrolmentSignatureHolds(crypto: Crypto, signed: SignedEnrolmentRequest): boolean {
  try {
    const key = bytesOfBase64Url(signed.request.devicePublicKey);
    return crypto.verify(key, canonicalBytes(signed.request), bytesOfBase64Url(signed.signature));
  } catch {
    return false;
  }
}

/** Crockford's base 32: no letter that is read for a digit. */
const CODE_CHARACTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 8;

/**
 * The short code that laptop and headquarters each work out for themselves, from both keys. One who
 * stands between them has other keys and shows another code. `XXXX-XXXX`.
 */
export function enrolmentCode(
  crypto: Crypto,
  { requestId, devicePublicKey, hubPublicKey }: EnrolmentCodeParts,
): string {
  const hash = crypto.sha256(
    concatBytes(utf8Bytes(`rifada.code.1 ${requestId} `), devicePublicKey, hubPublicKey),
  );
  const code = [...hash.slice(0, CODE_LENGTH)]
    .map((byte) => CODE_CHARACTERS.charAt(byte & 31))
    .join('');
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

interface EnrolmentCodeParts {
  readonly requestId: string;
  readonly devicePublicKey: Uint8Array;
  readonly hubPublicKey: Uint8Array;
}
