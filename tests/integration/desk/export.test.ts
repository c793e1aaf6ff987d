import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyCommand } from '#electron/commands/verifyCommand.ts';
import { nodeCrypto } from '#electron/host/nodeCrypto.ts';
import { bytesOfBase64Url } from '#shared/protocol/bytes.ts';
import type { CaseExport } from '#shared/protocol/caseExport.ts';
import { canonicalText, headerHash, payloadHash } from '#shared/protocol/chain.ts';
import { verifyExport } from '#shared/protocol/verifyExport.ts';
import { createTestDesk, foundBranch, type TestDesk } from './support/testDesk.ts';
import {
  decideTheRest,
  fillPage,
  matchedCase,
  setAnswer,
  sign,
  submit,
} from './support/widowCase.ts';

const TODAY = '2026-11-23';

describe('an exported case', () => {
  let desk: TestDesk;
  let exported: CaseExport;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rifada-export-'));
    desk = await createTestDesk(`${TODAY}T08:00:00.000Z`);
    await foundBranch(desk);
    const caseId = await matchedCase(desk.client, TODAY);
    await sign(desk.client, caseId);
    await fillPage(desk.client, caseId, 'C', [setAnswer('unitNo', { value: '7' })], true);
    await decideTheRest(desk.client, caseId);
    await desk.client.documents.completeMatching({ caseId });
    await sign(desk.client, caseId);
    await submit(desk.client, caseId);
    exported = structuredClone(await desk.client.cases.export({ caseId }));
  });
  afterAll(async () => {
    await desk.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('verifies, with the voided declaration and the one that stands', () => {
    const { findings, declarations, state } = verifyExport(nodeCrypto, exported);
    expect(findings).toEqual([]);
    expect(declarations.map(({ standing }) => standing)).toEqual([false, true]);
    expect(state?.status).toBe('submitted');
  });

  it('shows a flipped bit at any place of its events', () => {
    const text = Buffer.from(JSON.stringify(exported));
    const from = text.indexOf('"events":');
    const until = text.indexOf('"devices":');
    expect(until - from).toBeGreaterThan(10_000);
    const original = canonicalText(exported);
    fc.assert(
      fc.property(
        fc.integer({ min: from, max: until - 1 }),
        fc.integer({ min: 0, max: 7 }),
        (at, bit) => {
          const flipped = Buffer.from(text);
          flipped[at] = (flipped[at] ?? 0) ^ (1 << bit);
          let content: unknown;
          try {
            content = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(flipped));
          } catch {
            return true;
          }
          // Another spelling of the same JSON, such as a blank for a line's end, changes nothing.
          if (sameJson(content, original)) return true;
          return verifyExport(nodeCrypto, content).findings.length > 0;
        },
      ),
      { numRuns: 300 },
    );
  });

  function sameJson(content: unknown, original: string): boolean {
    try {
      return canonicalText(content) === original;
    } catch {
      return false;
    }
  }

  it('shows a change that was made with care', () => {
    const findingsOf = (change: (file: CaseExport) => void) => {
      const changed = structuredClone(exported);
      change(changed);
      return verifyExport(nodeCrypto, changed).findings.map(({ code }) => code);
    };
    const forgePayload = (file: CaseExport, kind: string, forge: (payload: object) => object) => {
      const event = file.events.findLast(({ header }) => header.kind === kind);
      if (!event?.payload || event.salt === null) throw new Error(kind);
      event.payload = { ...forge(event.payload) };
      const salt = bytesOfBase64Url(event.salt);
      event.header.payloadHash = payloadHash(nodeCrypto, salt, event.payload);
      event.headerHash = headerHash(nodeCrypto, event.header);
    };
    // An answer, hashed anew: the seal was made over another.
    expect(
      findingsOf((file) =>
        forgePayload(file, 'answersChanged', (payload) => ({
          ...payload,
          patches: [setAnswer('salary', { value: 1 })],
        })),
      ),
    ).toContain('contentChanged');
    expect(
      findingsOf((file) =>
        forgePayload(file, 'caseSubmitted', (payload) => ({ ...payload, replyNotBefore: TODAY })),
      ),
    ).toContain('replyTooEarly');
    expect(
      findingsOf((file) =>
        forgePayload(file, 'caseSubmitted', (payload) => ({ ...payload, dayZero: '2026-11-20' })),
      ),
    ).toContain('dayZeroWrong');
    expect(findingsOf((file) => void file.events.splice(5, 1))).toContain('eventMissing');
    expect(
      findingsOf((file) => {
        const [first] = file.events.splice(6, 1);
        if (first) file.events.splice(7, 0, first);
      }),
    ).toContain('orderBroken');
    const { publicKey } = nodeCrypto.generateKeyPair();
    expect(
      findingsOf((file) => {
        for (const id of Object.keys(file.devices)) {
          Object.assign(file.devices, { [id]: Buffer.from(publicKey).toString('base64url') });
        }
      }),
    ).toContain('deviceSignatureWrong');
    expect(findingsOf((file) => Object.assign(file, { people: {} }))).toContain('actorKeyUnknown');
    expect(verifyExport(nodeCrypto, { events: [] }).findings).toEqual([
      { code: 'notAnExport', event: null },
    ]);
  });

  it('is told in sentences, with an exit code', () => {
    const write = (name: string, text: string) => {
      const path = join(folder, name);
      writeFileSync(path, text);
      return path;
    };
    const whole = verifyCommand([write('case.json', JSON.stringify(exported)), '--lang', 'en'], {});
    expect(whole.exitCode).toBe(0);
    expect(whole.lines.at(-1)).toBe('Nothing in this file has been changed.');
    expect(whole.lines.join('\n')).toContain('was voided by a later change');

    const changed = structuredClone(exported);
    const [first] = changed.events;
    if (first) first.payload = { ...first.payload, reference: 'X' };
    const broken = verifyCommand([write('broken.json', JSON.stringify(changed))], {
      LANG: 'ar_SA',
    });
    expect(broken.exitCode).toBe(1);
    expect(broken.lines.join('\n')).toContain('تغيّر محتوى الحدث بعد كتابته');

    for (const arguments_ of [
      [],
      [join(folder, 'nowhere.json')],
      [write('no.json', '{"format":')],
      [write('empty.json', '[]')],
    ]) {
      const { exitCode, lines } = verifyCommand(arguments_, { LANG: 'en_GB.UTF-8' });
      expect(exitCode).toBe(1);
      expect(lines.join(' ')).not.toContain('undefined');
      expect(lines.join(' ').length).toBeGreaterThan(10);
    }
  });
});
