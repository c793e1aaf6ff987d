/** The version that this program writes. A test pins it to the shape of every message. */
export const PROTOCOL_VERSION = 4;

/** The oldest version that is still understood. */
export const MINIMUM_PROTOCOL_VERSION = 1;

/**
 * What a batch may be at most. Each bound stands before the work that it bounds: bytes before they
 * are unpacked, lines before they are parsed, depth and members before a value is walked.
 */
export const BATCH_LIMITS = {
  events: 500,
  /** Packed, as it is sent. */
  packedBytes: 8 * 1024 * 1024,
  /** Unpacked; a batch that unpacks to more is refused while it unpacks. */
  unpackedBytes: 32 * 1024 * 1024,
  /** One line: one event with its payload. */
  lineCharacters: 4 * 1024 * 1024,
  depth: 32,
  /** Members and elements of one line, all levels together. */
  members: 200_000,
} as const;
