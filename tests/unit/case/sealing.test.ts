import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nodeCrypto } from '#electron/host/nodeCrypto.ts';
import type { CaseState } from '#shared/domain/case/caseState.ts';
import type { DrawnMark } from '#shared/domain/case/drawnMark.ts';
import { replayCase } from '#shared/domain/case/reduceCase.ts';
import type { Seal, SealMarks, SealStatement } from '#shared/domain/case/seal.ts';
import { sealContent } from '#shared/domain/case/sealContent.ts';
import {
  contentHashOf,
  makeSeal,
  markHashOf,
  sealCode,
  verifySeal,
} from '#shared/domain/case/sealing.ts';
import { canonicalText } from '#shared/protocol/chain.ts';
import { history } from './anyHistory.ts';
import { eventsOf, OPENED, SEAL, type Step } from './caseHistory.ts';

const device = nodeCrypto.generateKeyPair();
const actor = nodeCrypto.generateKeyPair();
const KEYS = { device: [device.publicKey], actor: [actor.publicKey] };

const PEN: DrawnMark = {
  strokes: [
    [
      [0.1, 0.5],
      [0.9, 0.4],
    ],
  ],
  aspect: 2,
};
const penHash = markHashOf(nodeCrypto, PEN);

function sealed(change: Partial<SealStatement> = {}, marks: Partial<SealMarks> = {}): Seal {
  const statement: SealStatement = {
    ...SEAL.statement,
    signing: { level: 'handwrittenOnScreen', by: 'handwriting', markHash: penHash },
    ...change,
  };
  const drawn = { signer: PEN, witness: null, interpreter: null, ...marks };
  return makeSeal(nodeCrypto, statement, drawn, {
    device: device.privateKey,
    actor: actor.privateKey,
  });
}

const WITNESS = {
  name: 'صالح محمد',
  identity: { kind: 'idNumber', idNumber: '1000000008' },
  markHash: penHash,
} as const;
const BY_THUMB = { level: 'handwrittenOnScreen', by: 'thumb', markHash: penHash } as const;
const ON_PAPER = { level: 'paperOriginal', by: 'thumb', shelf: 'خزانة 2', copy: 1 } as const;

function stateOf(...steps: readonly Step[]): CaseState {
  const state = replayCase(eventsOf([OPENED, ...steps]));
  if (state === null) throw new Error('no case');
  return state;
}

describe('the seal', () => {
  it('verifies with the keys of device and person, and with no other', () => {
    const seal = sealed();
    expect(verifySeal(nodeCrypto, seal, KEYS)).toEqual([]);
    const other = nodeCrypto.generateKeyPair().publicKey;
    expect(verifySeal(nodeCrypto, seal, { ...KEYS, device: [other] })).toEqual([
      'deviceSignatureWrong',
    ]);
    expect(verifySeal(nodeCrypto, seal, { ...KEYS, actor: [other] })).toEqual([
      'actorSignatureWrong',
    ]);
    expect(verifySeal(nodeCrypto, seal, { ...KEYS, actor: [other, actor.publicKey] })).toEqual([]);
    expect(verifySeal(nodeCrypto, seal, { device: [], actor: [] })).toEqual([
      'deviceKeyUnknown',
      'actorKeyUnknown',
    ]);
  });

  it('shows any change of statement, mark, signature or code', () => {
    const seal = sealed();
    const { statement } = seal;
    const changed: readonly Seal[] = [
      { ...seal, statement: { ...statement, consentToVerify: !statement.consentToVerify } },
      { ...seal, statement: { ...statement, place: 'البيت' } },
      { ...seal, statement: { ...statement, signedAt: '2025-02-24T06:00:00.001Z' } },
      { ...seal, marks: { ...seal.marks, signer: { ...PEN, aspect: 2.0001 } } },
      { ...seal, marks: { ...seal.marks, signer: null } },
      { ...seal, marks: { ...seal.marks, witness: PEN } },
      { ...seal, code: '0000 0000 0000' },
      { ...seal, deviceSignature: seal.actorSignature },
      { ...seal, actorSignature: '' },
      { ...seal, actorSignature: '!!' },
    ];
    for (const each of changed) expect(verifySeal(nodeCrypto, each, KEYS)).not.toEqual([]);
  });

  it('holds by thumb only before a witness, whose mark is bound as well', () => {
    const witnessed = sealed({ signing: BY_THUMB, witness: WITNESS }, { witness: PEN });
    expect(verifySeal(nodeCrypto, witnessed, KEYS)).toEqual([]);
    expect(verifySeal(nodeCrypto, sealed({ signing: BY_THUMB }), KEYS)).toEqual(['witnessMissing']);
    const unsigned = sealed({ signing: BY_THUMB, witness: WITNESS });
    expect(verifySeal(nodeCrypto, unsigned, KEYS)).toEqual(['markChanged']);
  });

  it('binds a paper original by its place and copy, and then no mark stands beside it', () => {
    const witness = { ...WITNESS, markHash: null };
    const paper = sealed({ signing: ON_PAPER, witness }, { signer: null });
    expect(verifySeal(nodeCrypto, paper, KEYS)).toEqual([]);
    expect(verifySeal(nodeCrypto, sealed({ signing: ON_PAPER, witness }), KEYS)).toEqual([
      'markChanged',
    ]);
  });

  it('has a code of twelve characters that nobody misreads, made of the statement alone', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40, unit: 'grapheme' }), (place) => {
        const statement = { ...SEAL.statement, place };
        const code = sealCode(nodeCrypto, statement);
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4} [0-9A-HJKMNP-TV-Z]{4} [0-9A-HJKMNP-TV-Z]{4}$/);
        expect(sealCode(nodeCrypto, structuredClone(statement))).toBe(code);
      }),
    );
    // Pinned: a code that was printed must come out the same for ever.
    expect(sealCode(nodeCrypto, SEAL.statement)).toBe('PTZ3 C7W9 B8N3');
  });
});

describe('the sealed content', () => {
  it('is the same from any copy of the journal, and says nothing of who and when', () => {
    fc.assert(
      fc.property(history, (events) => {
        const state = replayCase(events);
        const copy = replayCase(structuredClone(events));
        if (!state || !copy) throw new Error('no case');
        expect(contentHashOf(nodeCrypto, copy)).toBe(contentHashOf(nodeCrypto, state));
        const text = canonicalText(sealContent(state));
        expect(text).not.toContain(state.opened.actorId);
        expect(text).not.toContain(state.opened.at);
      }),
    );
  });

  it('changes with answers, documents and verdicts, and not with papers and inquiries', () => {
    const before = contentHashOf(nodeCrypto, stateOf());
    const answer: Step = {
      kind: 'answersChanged',
      payload: {
        section: 'B',
        patches: [{ op: 'set', path: 'nameFirst', answer: { value: 'نورة' }, base: null }],
      },
    };
    const document: Step = {
      kind: 'documentRecorded',
      payload: {
        documentKey: 'D1',
        presentation: 'presented',
        originalSighted: true,
        reason: null,
        patches: [],
      },
    };
    const paper: Step = {
      kind: 'paperPrinted',
      payload: { paper: 'N0', language: 'ar', copy: 1 },
    };
    expect(contentHashOf(nodeCrypto, stateOf(answer))).not.toBe(before);
    expect(contentHashOf(nodeCrypto, stateOf(document))).not.toBe(before);
    expect(contentHashOf(nodeCrypto, stateOf(paper))).toBe(before);
    expect(contentHashOf(nodeCrypto, stateOf({ kind: 'inquiriesConfirmed', payload: {} }))).toBe(
      before,
    );
  });

  it('keeps rows in their order', () => {
    const rows = (...ids: string[]): Step => ({
      kind: 'answersChanged',
      payload: {
        section: 'D',
        patches: ids.map((rowId) => ({ op: 'addRow', repeat: 'family', rowId })),
      },
    });
    expect(contentHashOf(nodeCrypto, stateOf(rows('r1', 'r2')))).not.toBe(
      contentHashOf(nodeCrypto, stateOf(rows('r2', 'r1'))),
    );
  });
});
