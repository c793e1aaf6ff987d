import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { getDevice } from '#db/desk/device.ts';
import { rebuildProjections } from '#db/desk/rebuildProjections.ts';
import type { DeskStore } from '#db/desk/store.ts';
import { DeskError } from '#electron/dispatcher/deskError.ts';
import { nodeCrypto } from '#electron/host/nodeCrypto.ts';
import { createUuidV7Generator } from '#electron/host/uuidV7.ts';
import { KnownPeople } from '#electron/known/knownPeople.ts';
import { MatchIndex } from '#electron/known/matchIndex.ts';
import { getCase, listCases } from '#electron/services/casesService.ts';
import { foundDesk } from '#electron/services/founding.ts';
import { leavePage, saveDraft } from '#electron/services/interviewService.ts';
import { openCase } from '#electron/services/openCase.ts';
import type { OpenDesk } from '#electron/services/openDesk.ts';
import { createScanUploads } from '#electron/services/scanUploads.ts';
import { firstKnowledge } from '#ports/firstKnowledge.ts';
import { loadReferenceData } from '#ports/referenceData.ts';
import type { CaseId } from '#shared/domain/identity.ts';
import { createRecordedLog } from '../hosts/recordedLog.ts';
import { setAnswer } from './support/widowCase.ts';

const RESOURCES = fileURLToPath(new URL('../../../resources', import.meta.url));
const PROJECTIONS = ['case_summary', 'beneficiary', 'person'];

describe('services over the store', () => {
  let folder: string;
  let desk: OpenDesk;
  let store: DeskStore;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rifada-services-'));
    const clock = { now: () => Date.parse('2026-11-23T08:00:00.000Z') };
    let pepper: Uint8Array | null = null;
    const peppers = {
      read: () => pepper,
      write: (bytes: Uint8Array) => {
        pepper = bytes;
      },
    };
    const founded = await foundDesk(
      {
        profileFolder: folder,
        resourcesFolder: RESOURCES,
        clock,
        ids: createUuidV7Generator(clock, nodeCrypto),
        crypto: nodeCrypto,
        host: {
          name: 'loopback',
          pepper: peppers,
          printsInBrowser: true,
          chooseFolder: null,
          training: 'apart',
          onLockRequest: () => () => undefined,
        },
        log: createRecordedLog(),
      },
      { folder, pepper: peppers, crypto: nodeCrypto, clock },
      { kind: 'training', language: 'ar' },
    );
    ({ store } = founded.opened);
    desk = {
      store,
      device: getDevice(store.reader),
      person: { actorId: founded.actorId, displayName: 'منى', role: 'representative' },
      actorKey: founded.actorKey,
      reference: loadReferenceData(RESOURCES),
      saved: { lastSavedAt: null, headNotRecorded: false },
      uploads: createScanUploads(store.attachments),
      known: new KnownPeople(store, firstKnowledge()),
      matchIndex: new MatchIndex(store),
    };
  });
  afterEach(() => {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  function newCase(): CaseId {
    return openCase(desk, {
      channel: 'interview',
      initiatedBy: 'beneficiary',
      beneficiaryId: null,
      stated: [
        setAnswer('nameFirst', { value: 'نورة' }),
        setAnswer('idNumber', { value: '1012345672' }),
        setAnswer('mobile', { value: '+966501234567' }),
      ],
    }).caseId;
  }

  function page(caseId: CaseId, street: string) {
    return {
      caseId,
      scope: 'C',
      body: { kind: 'answers' as const, patches: [setAnswer('street', { value: street })] },
      voidSignature: false,
    };
  }

  function refusedCode(work: () => unknown): string {
    try {
      work();
    } catch (error) {
      if (error instanceof DeskError) return error.code;
      throw error;
    }
    throw new Error('was not refused');
  }

  it('rebuilds from the journal exactly the lists that the services wrote', () => {
    const caseId = newCase();
    newCase();
    saveDraft(desk, page(caseId, 'شارع الحج'));
    leavePage(desk, { caseId, section: 'C', voidSignature: false });
    const dump = () =>
      PROJECTIONS.map((table) => store.reader.sqlite.prepare(`SELECT * FROM ${table}`).all());
    const before = dump();
    expect(before.every((rows) => rows.length > 0)).toBe(true);
    rebuildProjections(store);
    expect(dump()).toEqual(before);
  });

  it('leaves a case as it was when the disk is full, and goes on when it is not', () => {
    const caseId = newCase();
    saveDraft(desk, page(caseId, 'شارع الحج'));
    const before = getCase(desk, { caseId });
    const { sqlite } = store.reader;
    const pages = Number(sqlite.pragma('page_count', { simple: true }));
    sqlite.pragma(`max_page_count = ${pages}`);
    // Until nothing of the pages that the file has is left.
    expect(refusedCode(() => Array.from({ length: 200 }, newCase))).toBe('diskFull');
    const total = listCases(desk, {
      attention: false,
      order: 'changed',
      offset: 0,
      limit: 50,
    }).total;
    const patches = ['street', 'district', 'city', 'addressDescription'].map((path) =>
      setAnswer(path, { value: 'y'.repeat(3900) }),
    );
    const long = { ...page(caseId, ''), body: { kind: 'answers' as const, patches } };
    expect(refusedCode(() => saveDraft(desk, long))).toBe('diskFull');
    expect(getCase(desk, { caseId })).toEqual(before);
    expect(
      listCases(desk, { attention: false, order: 'changed', offset: 0, limit: 50 }).total,
    ).toBe(total);

    sqlite.pragma('max_page_count = 100000');
    const { events } = leavePage(desk, { caseId, section: 'C', voidSignature: false });
    expect(events).toHaveLength(1);
    expect(getCase(desk, { caseId }).drafts).toEqual([]);
  });

  it('says that it is saved when only its witness could not be written', () => {
    const caseId = newCase();
    const failing: OpenDesk = {
      ...desk,
      store: {
        ...store,
        head: {
          ...store.head,
          write: () => {
            throw new Error('EIO');
          },
        },
      },
    };
    saveDraft(failing, page(caseId, 'شارع الحج'));
    const { events } = leavePage(failing, { caseId, section: 'C', voidSignature: false });
    expect(events).toHaveLength(1);
    expect(failing.saved.headNotRecorded).toBe(true);
    expect(getCase(desk, { caseId }).events).toHaveLength(3);
  });
});
