import { describe, expect, it } from 'vitest';
import { nodeCrypto } from '#ports/nodeCrypto.ts';
import { personValues } from '#shared/domain/linkage/personValues.ts';
import { CodeSketches } from '#shared/domain/matchIndex/codeSketches.ts';
import {
  addToBlock,
  BLOCK_BYTES,
  blockOf,
  blocksFor,
  isInBlock,
} from '#shared/domain/matchIndex/identifierFilter.ts';
import {
  ENTRIES_A_PART,
  PART_BYTES,
  readEntry,
  writeEntry,
} from '#shared/domain/matchIndex/indexEntry.ts';
import { IndexKey, identifiersOf } from '#shared/domain/matchIndex/indexKey.ts';
import { likenessOf } from '#shared/domain/matchIndex/likeness.ts';
import { bitsApart, CODE_BYTES, PersonEncoder } from '#shared/domain/matchIndex/personCode.ts';
import { readMatchItems, writeMatchItems } from '#shared/protocol/sync/matchIndexPage.ts';

const KEY = new Uint8Array(32).fill(7);
const encoder = new PersonEncoder(nodeCrypto, KEY);
const NOURA = {
  fullName: 'نورة عبد الله سعد السبيعي',
  birthDate: '1400-07-01',
  birthCalendar: 'hijri',
  nationalId: '1012345672',
};

function codeOf(changed: object = {}): Uint8Array {
  const code = encoder.code(personValues({ ...NOURA, ...changed }));
  if (code === null) throw new Error('no code');
  return code;
}

const likeNoura = (changed: object) => likenessOf(bitsApart(codeOf(), codeOf(changed)));

describe('the code of a person', () => {
  it('is the same for two spellings, and near for a slip or the other calendar', () => {
    expect(bitsApart(codeOf(), codeOf({ fullName: 'نوره بنت عبدالله بن سعد السبيعى' }))).toBe(0);
    expect(likeNoura({ birthDate: '1980-05-15', birthCalendar: 'gregorian' })).toBe('sure');
    expect(likeNoura({ fullName: 'نورا عبد الله سعد السبيعي' })).not.toBeNull();
  });

  it('is near in Latin letters, and with a slip in name and date together', () => {
    const inLatin = { fullName: 'Norah Abdullah Saad Alsubaie', birthDate: '15/05/1980' };
    expect(likeNoura({ ...inLatin, birthCalendar: 'gregorian' })).not.toBeNull();
    expect(
      likeNoura({ fullName: 'نورة عبدالله سعيد السبيعي', birthDate: '1400-07-11' }),
    ).not.toBeNull();
  });

  it('is far for a sister, and for somebody else of the name', () => {
    expect(
      likeNoura({ fullName: 'سارة عبد الله سعد السبيعي', birthDate: '1403-02-11' }),
    ).toBeNull();
    expect(likeNoura({ birthDate: '1388-11-23' })).toBeNull();
  });

  it('says nothing without the key, and is not made where too little is known', () => {
    const other = new PersonEncoder(nodeCrypto, new Uint8Array(32).fill(8));
    const code = other.code(personValues(NOURA));
    if (code === null) throw new Error('no code');
    expect(likenessOf(bitsApart(codeOf(), code))).toBeNull();
    expect(encoder.code(personValues({ fullName: 'نورة السبيعي' }))).toBeNull();
    expect(encoder.code(personValues({ birthDate: '1400-07-01' }))).toBeNull();
  });
});

describe('the filter of identifiers', () => {
  it('knows all that are in it, and takes about one of a hundred others for one', () => {
    const key = new IndexKey(nodeCrypto, KEY);
    const blocks = blocksFor(5_000);
    const filter = Array.from({ length: blocks }, () => new Uint8Array(BLOCK_BYTES));
    const holds = (number: number) => {
      const hash = key.hashOf(`nationalId ${number}`);
      return isInBlock(filter[blockOf(hash, blocks)] ?? new Uint8Array(BLOCK_BYTES), hash);
    };
    for (let number = 0; number < 5_000; number += 1) {
      const hash = key.hashOf(`nationalId ${number}`);
      addToBlock(filter[blockOf(hash, blocks)] ?? new Uint8Array(BLOCK_BYTES), hash);
    }
    const known = Array.from({ length: 5_000 }, (_, at) => at);
    expect(known.every(holds)).toBe(true);
    const mistaken = known.filter((number) => holds(number + 1_000_000)).length;
    expect(mistaken / known.length).toBeLessThan(0.02);
  });

  it('is asked for numbers that are some, by their kind', () => {
    expect(identifiersOf(personValues(NOURA))).toEqual(['nationalId 1012345672']);
    expect(identifiersOf(personValues({ passport: 'P0659' }))).toEqual(['passport P0659']);
    expect(identifiersOf(personValues({ passport: '12' }))).toEqual([]);
  });
});

describe('entries in parts', () => {
  const entry = {
    mark: new Uint8Array(8).fill(3),
    branch: new Uint8Array(2).fill(4),
    code: codeOf(),
  };

  it('stand where they were put, and go', () => {
    const part = new Uint8Array(PART_BYTES);
    writeEntry(part, 5, entry);
    expect(readEntry(part, 5)).toEqual(entry);
    expect(readEntry(part, 4)).toBeNull();
    writeEntry(part, 5, null);
    expect(readEntry(part, 5)).toBeNull();
  });

  it('are found by their sketch until they go', () => {
    const sketches = new CodeSketches();
    const part = new Uint8Array(PART_BYTES);
    writeEntry(part, 9, entry);
    writeEntry(part, 10, { ...entry, code: new Uint8Array(CODE_BYTES).fill(0xa5) });
    sketches.put(2, part);
    expect(sketches.near(codeOf())).toEqual([2 * ENTRIES_A_PART + 9]);
    writeEntry(part, 9, null);
    sketches.put(2, part);
    expect(sketches.near(codeOf())).toEqual([]);
  });

  it('go over the wire as they are, and anything else is none', () => {
    const items = [
      { kind: 'part', number: 7, bytes: new Uint8Array(PART_BYTES).fill(1) },
      { kind: 'block', number: 70_000, bytes: new Uint8Array(BLOCK_BYTES).fill(2) },
    ] as const;
    const body = writeMatchItems(items);
    expect(readMatchItems(body, 2)).toEqual(items);
    expect(readMatchItems(body, 1)).toBeNull();
    expect(readMatchItems(body.subarray(0, body.length - 1), 2)).toBeNull();
    expect(readMatchItems(Uint8Array.of(9, 0, 0, 0, 0), 1)).toBeNull();
  });
});
