import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { nodeCrypto } from '#ports/nodeCrypto.ts';
import { hexOf } from '#shared/protocol/bytes.ts';
import { canonicalBytes } from '#shared/protocol/chain.ts';
import { BatchHead } from '#shared/protocol/sync/batch.ts';
import { BatchEvent } from '#shared/protocol/sync/batchEvent.ts';
import { DeviceRequest } from '#shared/protocol/sync/deviceRequest.ts';
import { SignedEnrolmentRequest } from '#shared/protocol/sync/enrolment.ts';
import { FeedEntry } from '#shared/protocol/sync/feedEntry.ts';
import { SignedStatement } from '#shared/protocol/sync/hubStatement.ts';
import { FileLabel, ParcelEntry } from '#shared/protocol/sync/parcel.ts';
import { SignedParcelAnswer } from '#shared/protocol/sync/parcelAnswer.ts';
import { readCanonical } from '#shared/protocol/sync/readCanonical.ts';
import { MINIMUM_PROTOCOL_VERSION, PROTOCOL_VERSION } from '#shared/protocol/sync/version.ts';

/** Every message of the wire. A change of shape changes the hash: then the version must rise too. */
const MESSAGES = {
  BatchHead,
  BatchEvent,
  SignedStatement,
  SignedEnrolmentRequest,
  DeviceRequest,
  FeedEntry,
  FileLabel,
  ParcelEntry,
  SignedParcelAnswer,
};
const PINNED = {
  version: 4,
  hash: '6ab1f2e6298d16c938e33576896bebaf822871c89fd5daa5b2e6de773e662458',
};

describe('the protocol', () => {
  it('has the shape that belongs to its version', () => {
    const shapes = Object.fromEntries(
      Object.entries(MESSAGES).map(([name, schema]) => [
        name,
        z.toJSONSchema(schema, { unrepresentable: 'throw' }),
      ]),
    );
    const plain: unknown = JSON.parse(JSON.stringify(shapes));
    const hash = hexOf(nodeCrypto.sha256(canonicalBytes(plain)));
    expect({ version: PROTOCOL_VERSION, hash }).toEqual(PINNED);
    expect(MINIMUM_PROTOCOL_VERSION).toBeLessThanOrEqual(PROTOCOL_VERSION);
  });
});

const LIMITS = { depth: 8, members: 100 };

describe('canonical reading', () => {
  it.each([
    ['{"a":1,"b":[true,null,"ريم"]}'],
    // Index-like keys stand in the order of their characters, not of their numbers.
    ['{"10":1,"9":2,"a":3}'],
    ['{"text":"a\\\\ud800 in words"}'],
    ['{"control":"\\u0001\\n"}'],
  ])('takes %s', (text) => {
    const value: unknown = JSON.parse(text);
    expect(readCanonical(text, LIMITS)).toEqual({ ok: true, value });
  });

  it.each(
    [
      ['{"a":1,"a":1}', 'notCanonical'],
      ['{"a":1,"a":2}', 'notCanonical'],
      ['{"b":1,"a":2}', 'notCanonical'],
      ['{"9":1,"10":2}', 'notCanonical'],
      ['{"a": 1}', 'notCanonical'],
      ['{"a":1.0}', 'notCanonical'],
      ['{"a":1e3}', 'notCanonical'],
      ['{"a":"\\u0061"}', 'notCanonical'],
      ['{"a":"\\ud800"}', 'notCanonical'],
      ['{"__proto__":{"admin":true}}', 'notCanonical'],
      ['{"a":{"__proto__":1}}', 'notCanonical'],
      ['{"a":', 'malformed'],
      ['{"a":NaN}', 'malformed'],
      ['', 'malformed'],
      [`${'['.repeat(9)}${']'.repeat(9)}`, 'tooDeep'],
      ['['.repeat(5_000_000), 'tooDeep'],
      [`[${Array.from({ length: 101 }, () => '0').join(',')}]`, 'tooMany'],
    ].map(([text = '', fault]) => [text.slice(0, 40), fault, text] as const),
  )('refuses %s as %s', (_shown, fault, text) => {
    expect(readCanonical(text, LIMITS)).toEqual({ ok: false, fault });
  });
});
