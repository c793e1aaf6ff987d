import { findReceiptHead, hasDraft, listCasesByPlace } from '#db/desk/caseLists.ts';
import { readCaseRecord, readDeviceKeys, readSigningKeys } from '#db/desk/caseRecord.ts';
import { findCaseByReference, type CaseSummary as StoredSummary } from '#db/desk/cases.ts';
import { readCaseEvents } from '#db/desk/journal.ts';
import { listKnownPeople } from '#db/desk/knownPeople.ts';
import type { NewCaseEvent } from '#db/desk/newEvent.ts';
import { listDeskPeople } from '#db/desk/people.ts';
import { DeskError } from '#electron/dispatcher/deskError.ts';
import type { Appended } from '#shared/contracts/base.ts';
import { formScope } from '#shared/contracts/caseForms.ts';
import type { CaseFile, CaseSummary, casesContract } from '#shared/contracts/cases.ts';
import { parseIsoDate } from '#shared/domain/calendar/dayNumber.ts';
import { toAsciiDigits } from '#shared/domain/identifiers/digits.ts';
import type { CaseId, IsoDay } from '#shared/domain/identity.ts';
import { parsePaperCode } from '#shared/domain/reference/paperCode.ts';
import { parseReference } from '#shared/domain/reference/reference.ts';
import { sameVersion } from '#shared/domain/texts/textLibrary.ts';
import { base64UrlOf, equalBytes, utf8Bytes } from '#shared/protocol/bytes.ts';
import { type CaseExport, ExportedEvent, signExport } from '#shared/protocol/caseExport.ts';
import { append, assertMay, caseAtHand, caseState } from './caseWork.ts';
import type { ContractInput } from './contractInput.ts';
import { draftsOf } from './drafts.ts';
import type { OpenDesk } from './openDesk.ts';
import { papersSoon } from './paperReminders.ts';

type Input<Name extends keyof typeof casesContract> = ContractInput<(typeof casesContract)[Name]>;

export function getCase(desk: OpenDesk, { caseId }: { caseId: CaseId }): CaseFile {
  const { reader } = desk.store;
  const events = readCaseEvents(reader, caseId);
  if (events.length === 0) throw new DeskError('caseNotFound');
  const actors = new Set<string>(events.map((event) => event.actorId));
  const people: CaseFile['people'] = {};
  for (const { actorId, displayName } of [...listKnownPeople(reader), ...listDeskPeople(reader)]) {
    if (actors.has(actorId)) people[actorId] = displayName;
  }
  return {
    events: [...events],
    drafts: [...draftsOf(desk, { caseId })],
    people,
    receiptedThrough: findReceiptHead(reader)?.seq ?? null,
  };
}

const FIRST_DAY = -1_000_000;
const LAST_DAY = 1_000_000;

export function listCases(
  desk: OpenDesk,
  { status, category, support, since, until, attention, order, offset, limit }: Input<'list'>,
): { cases: CaseSummary[]; total: number } {
  const { from, through } = papersSoon(desk);
  const isBounded = since !== undefined || until !== undefined;
  const { cases, total } = listCasesByPlace(
    desk.store.reader,
    {
      statuses: status,
      category,
      support,
      opened: isBounded
        ? { from: dayOr(since, FIRST_DAY), through: dayOr(until, LAST_DAY) }
        : undefined,
      attention: attention ? { today: from, papersThrough: through } : undefined,
    },
    order,
    { offset, limit },
  );
  return { cases: cases.map((stored) => summaryOf(desk, stored)), total };
}

/** A day that is none of the calendar's bounds nothing. */
function dayOr(day: IsoDay | undefined, otherwise: number): number {
  return (day === undefined ? null : parseIsoDate(day)) ?? otherwise;
}

export function summaryOf(desk: OpenDesk, stored: StoredSummary): CaseSummary {
  return {
    caseId: stored.caseId,
    reference: stored.reference,
    status: stored.status,
    beneficiaryId: stored.beneficiaryId,
    applicantName: stored.applicantName === '' ? null : stored.applicantName,
    maskedId: stored.idMasked,
    openedAt: stored.openedAt,
    updatedAt: stored.updatedAt,
    submittedAt: stored.submittedAt,
    replyNotBefore: stored.replyNotBefore,
    signatureVoided: stored.declarationVoid,
    awaiting: stored.progress.awaiting,
    referral: stored.progress.referral,
    hasDraft: hasDraft(desk.store.reader, stored.caseId),
    receipted: stored.receipted,
  };
}

/** The counter alone, as people say it over the phone; only when it leads to one case. */
const COUNTER = /^\d{1,6}$/;

/** @throws DeskError `paperNotFound`, also when the secret is not that of the case */
export function findByPaper(desk: OpenDesk, { text }: Input<'findByPaper'>): { caseId: CaseId } {
  const { reader } = desk.store;
  const paper = parsePaperCode(text);
  const typed = toAsciiDigits(paper?.reference ?? text).trim();
  const reference = parseReference(typed);
  const counter = String(Number(typed));
  const found = reference.ok
    ? findCaseByReference(reader, reference.value)
    : COUNTER.test(typed) && findCaseByReference(reader, counter);
  if (!found) throw new DeskError('paperNotFound');
  if (paper !== null) {
    const state = caseState(desk, found.caseId);
    if (!equalBytes(utf8Bytes(state.secret), utf8Bytes(paper.secret))) {
      throw new DeskError('paperNotFound');
    }
  }
  return { caseId: found.caseId };
}

/** @throws DeskError `inputInvalid` when the text shown is not the one in force */
export function showPrivacyNotice(desk: OpenDesk, input: Input<'showPrivacyNotice'>): Appended {
  const { caseId, text, language } = input;
  assertMay(caseAtHand(desk, caseId), 'showPrivacyNotice');
  if (!sameVersion(text, desk.reference.texts.privacyNotice)) throw new DeskError('inputInvalid');
  return appendOne(desk, { kind: 'privacyNoticeShown', caseId, payload: { text, language } });
}

/** @throws DeskError `inputInvalid` when the text shown is not the one in force */
export function explainServices(desk: OpenDesk, input: Input<'explainServices'>): Appended {
  const { caseId, text, language } = input;
  assertMay(caseAtHand(desk, caseId), 'explainServices');
  if (!sameVersion(text, desk.reference.texts.servicesExplained)) {
    throw new DeskError('inputInvalid');
  }
  return appendOne(desk, { kind: 'servicesExplained', caseId, payload: { text, language } });
}

export function recordInquiry(desk: OpenDesk, input: Input<'recordInquiry'>): Appended {
  const { caseId, ...inquiry } = input;
  assertMay(caseAtHand(desk, caseId), 'recordInquiry');
  const inquiryId = desk.store.ids.uuid();
  return appendOne(desk, { kind: 'inquiryRecorded', caseId, payload: { inquiryId, ...inquiry } }, [
    formScope('inquiry'),
  ]);
}

export function confirmInquiries(desk: OpenDesk, { caseId }: { caseId: CaseId }): Appended {
  assertMay(caseAtHand(desk, caseId), 'confirmInquiries');
  return appendOne(desk, { kind: 'inquiriesConfirmed', caseId, payload: {} });
}

type Simple = NewCaseEvent extends infer Event
  ? Event extends NewCaseEvent
    ? Pick<Event, 'kind' | 'caseId' | 'payload'>
    : never
  : never;

function appendOne(
  desk: OpenDesk,
  event: Extract<Simple, SimpleKinds>,
  forms: readonly string[] = [],
): Appended {
  const { actorId } = desk.person;
  return append(desk, event.caseId, [{ ...event, actorId, formVersion: null }], forms);
}

/** Kinds that no form shapes. */
interface SimpleKinds {
  readonly kind:
    | 'privacyNoticeShown'
    | 'servicesExplained'
    | 'inquiryRecorded'
    | 'inquiriesConfirmed';
}

/** The case with all that proves it, to be checked without a database. */
export function exportCase(desk: OpenDesk, { caseId }: { caseId: CaseId }): CaseExport {
  const { store, device } = desk;
  const record = readCaseRecord(store, caseId);
  if (record.length === 0) throw new DeskError('caseNotFound');
  const people: CaseExport['people'] = {};
  const laptops = new Set<string>(record.map(({ header }) => header.deviceId));
  const actors = new Set<string>(record.map(({ header }) => header.actorId));
  for (const { actorId, displayName, publicKey } of readSigningKeys(store.reader)) {
    if (!actors.has(actorId)) continue;
    const before = people[actorId];
    const earlierKeys = before ? [...before.earlierKeys, before.publicKey] : [];
    people[actorId] = { displayName, publicKey, earlierKeys };
  }
  const content = {
    format: 'rifada.case.1' as const,
    caseId,
    exportedAt: new Date(store.clock.now()).toISOString(),
    events: record.map(({ header, headerHash, salt, payload }) =>
      ExportedEvent.parse({
        header,
        headerHash,
        salt: salt && base64UrlOf(salt),
        payload: payload === null ? null : jsonOf(payload),
      }),
    ),
    devices: {
      ...Object.fromEntries([...readDeviceKeys(store.reader)].filter(([id]) => laptops.has(id))),
      [device.deviceId]: base64UrlOf(device.publicKey),
    },
    people,
  };
  return signExport(store.crypto, content, device);
}

function jsonOf(text: string): unknown {
  return JSON.parse(text);
}
