import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { nodeCrypto } from '#electron/host/nodeCrypto.ts';
import { EventId } from '#shared/domain/identity.ts';
import { bytesOfBase64Url } from '#shared/protocol/bytes.ts';
import type { CaseExport, ExportedEvent } from '#shared/protocol/caseExport.ts';
import { headerHash, payloadHash } from '#shared/protocol/chain.ts';
import { verifyExport } from '#shared/protocol/verifyExport.ts';
import { createTestDesk, foundBranch, type TestDesk } from './support/testDesk.ts';
import { matchedCase, sign, submit } from './support/widowCase.ts';

const TODAY = '2026-11-23';

function payloadOf(text: string): Record<string, unknown> {
  const content: unknown = JSON.parse(text);
  return z.record(z.string(), z.unknown()).parse(content);
}

/** An export in the hands of somebody who knows the format well and has no key of the branch. */
describe('a forged export', () => {
  let desk: TestDesk;
  let exported: CaseExport;

  beforeAll(async () => {
    desk = await createTestDesk(`${TODAY}T08:00:00.000Z`);
    await foundBranch(desk);
    const caseId = await matchedCase(desk.client, TODAY);
    await sign(desk.client, caseId);
    await submit(desk.client, caseId);
    exported = structuredClone(await desk.client.cases.export({ caseId }));
  });
  afterAll(() => desk.close());

  function findingsOf(change: (file: CaseExport) => void) {
    const file = structuredClone(exported);
    change(file);
    return verifyExport(nodeCrypto, file).findings.map(({ code }) => code);
  }

  /** Hashes every event anew, and joins neighbours and bases, as the desk itself would have. */
  function hashAnew(file: CaseExport): void {
    let before: ExportedEvent | undefined;
    for (const event of file.events) {
      const { header, payload } = event;
      const salt = bytesOfBase64Url(event.salt ?? '');
      header.payloadHash = payloadHash(nodeCrypto, salt, payload);
      header.base = before?.header.eventId ?? null;
      if (before && before.header.seq === header.seq - 1) {
        header.previousHash = headerHash(nodeCrypto, before.header);
      }
      event.headerHash = headerHash(nodeCrypto, header);
      before = event;
    }
  }

  function eventOf(file: CaseExport, kind: string): ExportedEvent {
    const event = file.events.findLast(({ header }) => header.kind === kind);
    if (!event) throw new Error(kind);
    return event;
  }

  it('is whole as the desk gave it', () => {
    expect(findingsOf(() => undefined)).toEqual([]);
  });

  it('shows a submission that was moved to an earlier day, with all hashes right', () => {
    const codes = findingsOf((file) => {
      const event = eventOf(file, 'caseSubmitted');
      event.header.at = `${TODAY}T08:00:01.000Z`;
      hashAnew(file);
    });
    expect(codes).toEqual(['exportChanged']);
  });

  it('shows an event that was taken out, with all hashes right', () => {
    const codes = findingsOf((file) => {
      file.events = file.events.filter(({ header }) => header.kind !== 'privacyNoticeShown');
      hashAnew(file);
    });
    // The notice must stand before the form is complete: the table of actions says so.
    expect(codes).toContain('exportChanged');
    expect(codes).toContain('eventOutOfPlace');
  });

  it('shows what a laptop says in headquarters’ name', () => {
    const findings = findingsOf((file) => {
      const last = file.events.at(-1);
      if (last === undefined) throw new Error('no event');
      const forged = structuredClone(last);
      forged.header.eventId = EventId.parse('01999999-9999-7999-8999-999999999999');
      forged.header.kind = 'caseImported';
      forged.header.seq += 1;
      forged.payload = { fileNo: 'FILE-000001', by: 'rule' };
      file.events.push(forged);
      hashAnew(file);
    });
    expect(findings).toContain('eventOutOfPlace');
  });

  it('shows another name beside a key', () => {
    const codes = findingsOf((file) => {
      for (const person of Object.values(file.people)) person.displayName = 'شخص آخر';
    });
    expect(codes).toEqual(['exportChanged']);
  });

  it('shows a seal that is used a second time', () => {
    const codes = findingsOf((file) => {
      const last = eventOf(file, 'declarationSigned');
      const again = structuredClone(last);
      again.header.eventId = EventId.parse('019a0000-0000-7000-8000-00000000abcd');
      again.header.seq += 1;
      again.header.at = '2026-11-25T08:00:00.000Z';
      const at = file.events.indexOf(last);
      for (const { header } of file.events.slice(at + 1)) header.seq += 1;
      file.events.splice(at + 1, 0, again);
      hashAnew(file);
    });
    expect(codes).toContain('sealRepeated');
    expect(codes).toContain('sealedAtAnotherTime');
  });

  it.each([
    [
      'a header',
      (file: CaseExport) => void (eventOf(file, 'answersChanged').header.kind = '\ud800'),
    ],
    [
      'an answer',
      (file: CaseExport) => {
        const patch = { op: 'set', path: 'nameFirst', base: null, answer: { value: 'x\udc00' } };
        eventOf(file, 'answersChanged').payload = { section: 'B', patches: [patch] };
      },
    ],
    [
      'a seal',
      (file: CaseExport) => {
        const text = JSON.stringify(eventOf(file, 'declarationSigned').payload);
        const place = text.replace(/"place":"[^"]*"/, String.raw`"place":"\ud800"`);
        eventOf(file, 'declarationSigned').payload = payloadOf(place);
      },
    ],
    [
      'a nest without end',
      (file: CaseExport) => {
        eventOf(file, 'answersChanged').payload = payloadOf(
          `{"x":${'['.repeat(200_000)}${']'.repeat(200_000)}}`,
        );
      },
    ],
  ])('is told, and breaks nothing, with half a character or worse in %s', (_place, change) => {
    const file = structuredClone(exported);
    change(file);
    expect(verifyExport(nodeCrypto, file).findings.length).toBeGreaterThan(0);
  });
});
