import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appendEvents } from '#db/desk/appendEvents.ts';
import { getDevice } from '#db/desk/device.ts';
import { rebuildProjections } from '#db/desk/rebuildProjections.ts';
import type { DeskStore } from '#db/desk/store.ts';
import { DeskError } from '#electron/dispatcher/deskError.ts';
import { nodeCrypto } from '#electron/host/nodeCrypto.ts';
import { KnownPeople } from '#electron/known/knownPeople.ts';
import { MatchIndex } from '#electron/known/matchIndex.ts';
import { exportCase } from '#electron/services/casesService.ts';
import {
  complaintReceipt,
  getComplaint,
  listComplaints,
  recordComplaint,
} from '#electron/services/complaintsService.ts';
import { historyOf, listContacts } from '#electron/services/contactsService.ts';
import { openCase } from '#electron/services/openCase.ts';
import type { OpenDesk } from '#electron/services/openDesk.ts';
import { searchPeople } from '#electron/services/peopleService.ts';
import { createScanUploads } from '#electron/services/scanUploads.ts';
import { firstKnowledge } from '#ports/firstKnowledge.ts';
import { loadReferenceData } from '#ports/referenceData.ts';
import type { BranchRole } from '#shared/domain/case/permission.ts';
import { ActorId, BeneficiaryId } from '#shared/domain/identity.ts';
import {
  ACTOR,
  accepted,
  deskFiles,
  dropFolder,
  foundDesk,
  newFolder,
} from '../store/support/deskFixture.ts';
import { setAnswer } from './support/widowCase.ts';

const reference = loadReferenceData(fileURLToPath(new URL('../../../resources', import.meta.url)));
const COLLEAGUE = ActorId.parse('01950000-0000-7000-8000-00000000000a');
const OFFICER = ActorId.parse('01950000-0000-7000-8000-00000000000b');
const TEXT = 'انتظرت ساعتين ولم يُرحَّب بي';
const PAGE = { offset: 0, limit: 50 };

describe('the register of complaints', () => {
  let folder: string;
  let store: DeskStore;
  beforeEach(() => {
    folder = newFolder();
    store = foundDesk(deskFiles(folder, nodeCrypto.randomBytes(32)));
    accepted(
      appendEvents(store, {
        events: [
          [COLLEAGUE, 'سلمى', 'representative'] as const,
          [OFFICER, 'فهد', 'relationsOfficer'] as const,
        ].map(([actorId, displayName, role]) => ({
          kind: 'representativeAdded',
          caseId: null,
          actorId: ACTOR,
          payload: { actorId, displayName, role, publicKey: 'A'.repeat(43) },
        })),
      }),
    );
  });
  afterEach(() => {
    store.close();
    dropFolder(folder);
  });

  /** The unlocked desk with this person at it. */
  function at(actorId: ActorId, role: BranchRole = 'representative'): OpenDesk {
    return {
      store,
      device: getDevice(store.reader),
      person: { actorId, displayName: '', role },
      actorKey: nodeCrypto.randomBytes(32),
      reference,
      saved: { lastSavedAt: null, headNotRecorded: false },
      uploads: createScanUploads(store.attachments),
      known: new KnownPeople(store, firstKnowledge()),
      matchIndex: new MatchIndex(store),
    };
  }

  function personOfCase() {
    const { caseId } = openCase(at(ACTOR), {
      channel: 'interview',
      initiatedBy: 'beneficiary',
      beneficiaryId: null,
      stated: [setAnswer('nameFirst', { value: 'نورة' })],
    });
    const [person] = searchPeople(at(ACTOR), { name: 'نورة' }).people;
    return { caseId, beneficiaryId: BeneficiaryId.parse(person?.beneficiaryId) };
  }

  function complain(desk: OpenDesk, against: ActorId | null, caseId = personOfCase().caseId) {
    return recordComplaint(desk, {
      channel: 'interview',
      about: 'conduct',
      text: TEXT,
      who: { beneficiaryId: null, name: null, phone: null },
      caseId,
      against,
    });
  }

  const refusal = (attempt: () => unknown) => {
    try {
      attempt();
    } catch (error) {
      if (error instanceof DeskError) return error.code;
      throw error;
    }
    return 'not refused';
  };

  it('gives each a number of its own series and a day that is so many working days away', () => {
    const first = complain(at(ACTOR), null);
    const second = complain(at(ACTOR), null);
    expect(first.number).toMatch(/^MKH01-B7-C2025-000001-[0-9A-Z]$/);
    expect(second.number).toMatch(/^MKH01-B7-C2025-000002-[0-9A-Z]$/);
    // Monday 24/02/2025 and ten working days, with Friday and Saturday off.
    expect(first.dueBy).toBe('2025-03-10');
    const shown = getComplaint(at(ACTOR), first);
    expect(shown).toMatchObject({ text: TEXT, name: 'نورة', receipted: false, answer: null });
  });

  it('is shown to who recorded it and to who keeps the register', () => {
    const { complaintId } = complain(at(ACTOR), null);
    expect(getComplaint(at(ACTOR), { complaintId }).text).toBe(TEXT);
    expect(getComplaint(at(OFFICER, 'relationsOfficer'), { complaintId }).text).toBe(TEXT);
    expect(refusal(() => getComplaint(at(COLLEAGUE), { complaintId }))).toBe('complaintNotShown');
    expect(listComplaints(at(COLLEAGUE), PAGE).complaints).toEqual([]);
    expect(refusal(() => complaintReceipt(at(COLLEAGUE), { complaintId }))).toBe(
      'complaintNotShown',
    );
  });

  it.each([
    ['a colleague', COLLEAGUE, 'representative'],
    ['the officer who keeps the register', OFFICER, 'relationsOfficer'],
  ] as const)('shows nothing to the person whom it names: %s', (_who, named, role) => {
    const { caseId, beneficiaryId } = personOfCase();
    const { complaintId, number } = complain(at(ACTOR), named, caseId);
    const theirs = at(named, role);
    expect(refusal(() => getComplaint(theirs, { complaintId }))).toBe('complaintNotShown');
    expect(refusal(() => complaintReceipt(theirs, { complaintId }))).toBe('complaintNotShown');
    const seen = JSON.stringify([
      listComplaints(theirs, PAGE),
      historyOf(theirs, { beneficiaryId }),
      listContacts(theirs, { view: 'all', ...PAGE }),
      searchPeople(theirs, { name: 'نورة' }),
      exportCase(theirs, { caseId }),
    ]);
    expect(seen).not.toContain(TEXT);
    expect(seen).not.toContain(number);
    expect(historyOf(theirs, { beneficiaryId }).complaintsUnread).toBe(0);
    // The text is there for who wrote it down.
    expect(JSON.stringify(listComplaints(at(ACTOR), PAGE))).toContain(TEXT);
  });

  it('is kept when the person whom it names writes it down, and closed to them from then on', () => {
    const { complaintId } = complain(at(COLLEAGUE), COLLEAGUE);
    expect(refusal(() => getComplaint(at(COLLEAGUE), { complaintId }))).toBe('complaintNotShown');
    expect(listComplaints(at(COLLEAGUE), PAGE).complaints).toEqual([]);
    // The complainant still gets a receipt, on which nothing of what was said stands.
    expect(JSON.stringify(complaintReceipt(at(COLLEAGUE), { complaintId }))).not.toContain(TEXT);
    expect(getComplaint(at(OFFICER, 'relationsOfficer'), { complaintId }).against).toBe('سلمى');
  });

  it('counts for a colleague without right as a number only', () => {
    const { caseId, beneficiaryId } = personOfCase();
    complain(at(ACTOR), null, caseId);
    const history = historyOf(at(COLLEAGUE), { beneficiaryId });
    expect(history.complaintsUnread).toBe(1);
    expect(JSON.stringify(history)).not.toContain(TEXT);
  });

  it('waits for headquarters, is answered by its event, and stands so after a rebuild', () => {
    const { complaintId } = complain(at(ACTOR), null);
    accepted(
      appendEvents(store, {
        events: [
          {
            kind: 'complaintAnswered',
            caseId: null,
            actorId: ACTOR,
            payload: {
              complaintId,
              answer: 'نعتذر لكم',
              answeredBy: 'مسؤول الجودة',
              answeredOn: '2025-03-02',
            },
          },
        ],
      }),
    );
    const before = getComplaint(at(ACTOR), { complaintId });
    expect(before).toMatchObject({ answer: 'نعتذر لكم', answeredOn: '2025-03-02' });
    expect(rebuildProjections(store).ok).toBe(true);
    expect(getComplaint(at(ACTOR), { complaintId })).toEqual(before);
  });

  it('refuses a name that is not of this desk', () => {
    const stranger = ActorId.parse('01950000-0000-7000-8000-0000000000ff');
    expect(refusal(() => complain(at(ACTOR), stranger))).toBe('inputInvalid');
    expect(listComplaints(at(ACTOR), PAGE).complaints).toEqual([]);
  });
});
