import { z } from 'zod';
import { Base64Url, DeviceId, Instant } from '../../domain/identity.ts';
import type { Crypto } from '../../ports.ts';
import { base64UrlOf, bytesOfBase64Url, utf8Bytes } from '../bytes.ts';
import { canonicalText } from '../chain.ts';

/** How long a signed request may be under way, by headquarters' clock. */
export const REQUEST_WINDOW_MS = 5 * 60_000;

/** The header of HTTP that carries it. */
export const DEVICE_REQUEST_HEADER = 'rifada-request';

/**
 * Who asks, for requests that are no batch: a batch carries its own signature. `at` is headquarters'
 * time as the laptop knows it from the last answer, so that a wrong clock shuts nobody out for long.
 */
export const DeviceRequest = z.strictObject({
  at: Instant,
  deviceId: DeviceId,
  /** The laptop's own clock, uncorrected. */
  deviceTime: Instant,
  method: z.enum(['GET', 'HEAD', 'PUT', 'POST']),
  path: z.string().max(400),
});
export type DeviceRequest = z.infer<typeof DeviceRequest>;

const SignedRequest = z.strictObject({
  request: DeviceRequest,
  signature: Base64Url.length(86),
});

export function signDeviceRequest(
  crypto: Crypto,
  privateKey: Uint8Array,
  request: DeviceRequest,
): string {
  const bytes = utf8Bytes(canonicalText(request));
  return JSON.stringify({ request, signature: base64UrlOf(crypto.sign(privateKey, bytes)) });
}

export function readDeviceRequest(text: string): z.infer<typeof SignedRequest> | null {
  try {
    const parsed = SignedRequest.safeParse(JSON.parse(text.slice(0, 2_000)));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

export function deviceSignatureHolds(
  crypto: Crypto,
  publicKey: Uint8Array,
  { request, signature }: z.infer<typeof SignedRequest>,
): boolean {
  try {
    const bytes = utf8Bytes(canonicalText(request));
    return crypto.verify(publicKey, bytes, bytesOfBase64Url(signature));
  } catch {
    return false;
  }
}
