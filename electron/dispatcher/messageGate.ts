import { z } from 'zod';

/** Characters of one message. The largest real one is a signature's draft: 400 strokes, under 1 MB. */
export const MAX_MESSAGE_LENGTH = 4 * 1024 * 1024;
/** Levels of brackets in one message; the deepest contract has about ten. */
export const MAX_MESSAGE_DEPTH = 40;

/**
 * The part of oRPC's wire format that the desk speaks: a call by path, and its cancellation (type
 * 4). Uploads of files, streams from the client, headers and methods other than the default are not
 * let in, since no contract uses them.
 */
const WireMessage = z.union([
  z.strictObject({
    i: z.string().min(1).max(40),
    p: z.strictObject({
      u: z
        .string()
        .max(200)
        .regex(/^\/[A-Za-z0-9/]+$/),
      b: z
        .strictObject({ json: z.unknown(), meta: z.array(z.array(z.unknown())).max(50_000) })
        .partial(),
    }),
  }),
  z.strictObject({ i: z.string().min(1).max(40), t: z.literal(4) }),
]);

/**
 * True when a received message may be handed to oRPC. Checked before, because its own complaint
 * about a malformed message goes to the console and quotes it.
 */
export function isWireMessage(message: unknown): message is string {
  if (typeof message !== 'string' || message.length > MAX_MESSAGE_LENGTH) return false;
  if (depthOf(message) > MAX_MESSAGE_DEPTH) return false;
  return WireMessage.safeParse(parsedOrUndefined(message)).success;
}

function parsedOrUndefined(message: string): unknown {
  try {
    return JSON.parse(message);
  } catch {
    return undefined;
  }
}

/** Brackets open at once, counted without recursion so that depth itself cannot exhaust the stack. */
function depthOf(json: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let index = 0; index < json.length; index += 1) {
    const character = json[index];
    if (inString) {
      if (character === '\\') index += 1;
      else if (character === '"') inString = false;
    } else if (character === '"') {
      inString = true;
    } else if (character === '{' || character === '[') {
      depth += 1;
      if (depth > deepest) deepest = depth;
    } else if (character === '}' || character === ']') {
      depth -= 1;
    }
  }
  return deepest;
}
