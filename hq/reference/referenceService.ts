import type { z } from 'zod';
import { type HubReader, writeHub } from '#db/hub/connection.ts';
import { EVERY_BRANCH } from '#db/hub/feed.ts';
import { appendHubEvents } from '#db/hub/hubEvents.ts';
import {
  type DraftRow,
  deleteDraft,
  findDraft,
  insertPublished,
  listDrafts,
  listPublications,
  lockPublication,
  putDraft,
} from '#db/hub/publishedReference.ts';
import {
  type hqReferenceContract,
  LARGEST_DOCUMENT,
  ReferenceDraft,
  type ReferenceKindState,
} from '#shared/contracts/hq/reference.ts';
import { isoDate, riyadhDayNumber } from '#shared/domain/calendar/dayNumber.ts';
import type { ActorId } from '#shared/domain/identity.ts';
import { latestPages } from '#shared/domain/library/library.ts';
import { changedLibrary, LibraryDraft } from '#shared/domain/library/libraryDraft.ts';
import { checkDocument } from '#shared/domain/publication/checkDocument.ts';
import { compareDocuments } from '#shared/domain/publication/compareLibraries.ts';
import { PublishedDocument, PublishedKind } from '#shared/domain/publication/publishedDocument.ts';
import { QuestionnaireSource } from '#shared/domain/questionnaire/source.ts';
import { base64UrlOf, bytesOfBase64Url, utf8Bytes } from '#shared/protocol/bytes.ts';
import { writeQuestionnaireWorkbook } from '#shared/workbook/questionnaireWorkbook.ts';
import { type HubContext, nowOf } from '../context.ts';
import { HqError } from '../dispatcher/hqError.ts';
import { besideInForce, nameInForce, sourceOf } from './documentsInForce.ts';
import { type HandedIn, readHandedIn } from './readHandedIn.ts';

type Contract = typeof hqReferenceContract;
type Input<
  Name extends 'saveSettings' | 'changeLibrary' | 'upload' | 'discard' | 'publish' | 'download',
> = z.output<NonNullable<Contract[Name]['~orpc']['inputSchema']>>;

const MOST_CHANGES = 500;
const Source = PublishedDocument.shape.source;

export function settingsInForce({ reference }: HubContext) {
  return { settings: inForceSource(reference, 'settings') };
}

/** Every kind with its versions, and what somebody is about to publish. */
export async function referenceOverview(hub: HubContext): Promise<{ kinds: ReferenceKindState[] }> {
  const [publications, drafts] = await Promise.all([listPublications(hub.db), listDrafts(hub.db)]);
  return {
    kinds: PublishedKind.options.map((kind) => {
      const { id } = nameInForce(hub.reference, kind);
      const draft = drafts.find((each) => each.kind === kind);
      const versions = Object.keys(hub.reference.sourcesOf(kind))
        .map((key) => Number(key.slice(key.lastIndexOf('@') + 1)))
        .toSorted((one, other) => other - one);
      return {
        kind,
        id,
        versions: versions.map((version) => {
          const row = publications.find((each) => each.kind === kind && each.version === version);
          return {
            version,
            published: row
              ? { at: row.publishedAt.toISOString(), by: row.publisherName, reason: row.reason }
              : null,
          };
        }),
        draft: draft ? lookedAt(hub, draft) : null,
      };
    }),
  };
}

/** What is typed at headquarters: in force, as it is being changed, and how that looks. */
export async function typedDraft(hub: HubContext, kind: 'settings' | 'library') {
  const draft = await findDraft(hub.db, kind);
  const source = draft === null ? null : Source.safeParse(draft.source);
  return {
    inForce: inForceSource(hub.reference, kind),
    draft: source?.success ? source.data : null,
    state: draft === null ? null : lookedAt(hub, draft),
  };
}

/** The number that the next version takes is headquarters' to give. */
export async function saveSettings(
  hub: HubContext,
  personId: ActorId,
  { settings }: Input<'saveSettings'>,
): Promise<ReferenceDraft> {
  const { id, version } = hub.reference.settings;
  const source = { ...settings, id, version: version + 1 };
  const by = { personId, at: nowOf(hub) };
  return lookedAt(hub, await storeDraft(hub.db, { kind: 'settings', source, fileName: null }, by));
}

/**
 * Does one thing to the library that is being written. Who writes another page at the same time loses
 * nothing: each change is put into the draft as it stands.
 * @throws HqError `documentFaulty` where a file was handed in into which no page can be put, `documentTooLarge`
 */
export async function changeLibrary(
  hub: HubContext,
  personId: ActorId,
  change: Input<'changeLibrary'>,
): Promise<ReferenceDraft> {
  const { reference } = hub;
  const kept = await writeHub(hub.db, async (writer) => {
    await lockPublication(writer);
    const found = await findDraft(writer, 'library');
    const draft = LibraryDraft.safeParse(found?.source ?? inForceSource(reference, 'library'));
    if (!draft.success) throw new HqError('documentFaulty');
    const { id, version } = reference.library;
    const earlier = {
      inForce: reference.library,
      latest: latestPages(reference.libraries),
      today: isoDate(riyadhDayNumber(hub.clock.now())),
    };
    const source = { ...changedLibrary(draft.data, change, earlier), id, version: version + 1 };
    if (utf8Bytes(JSON.stringify(source)).length > LARGEST_DOCUMENT) {
      throw new HqError('documentTooLarge');
    }
    const put = { kind: 'library' as const, source, fileName: null };
    return storeDraft(writer, put, { personId, at: nowOf(hub) });
  });
  return lookedAt(hub, kept);
}

/**
 * Keeps a file that was handed in as the draft of its kind, with all that is wrong with it.
 * @throws HqError `documentTooLarge`, `draftBeingWritten` where somebody wrote a draft in boxes
 */
export async function uploadDocument(
  hub: HubContext,
  personId: ActorId,
  { kind, fileName, data }: Input<'upload'>,
): Promise<ReferenceDraft> {
  const bytes = bytesOfBase64Url(data);
  if (bytes.length > LARGEST_DOCUMENT) throw new HqError('documentTooLarge');
  const handedIn = await readHandedIn(kind, bytes);
  // What cannot be read at all is told and not kept: there is nothing in it to go on from.
  if (!handedIn.ok) return unreadable(hub, kind, fileName, handedIn);
  const { source } = handedIn;
  const kept = await writeHub(hub.db, async (writer) => {
    await lockPublication(writer);
    const found = await findDraft(writer, kind);
    if (found !== null && found.fileName === null) throw new HqError('draftBeingWritten');
    return storeDraft(writer, { kind, source, fileName }, { personId, at: nowOf(hub) });
  });
  return lookedAt(hub, kept);
}

export async function discardDraft(hub: HubContext, { kind }: Input<'discard'>) {
  await deleteDraft(hub.db, kind);
  return referenceOverview(hub);
}

/**
 * Puts a draft into force, in one transaction with the event that tells every branch.
 * @throws HqError `notFound`, `draftChanged` when it is no longer what was looked at, `documentFaulty`
 */
export async function publishDraft(
  hub: HubContext,
  personId: ActorId,
  { kind, savedAt, reason }: Input<'publish'>,
) {
  const document = await writeHub(hub.db, async (writer) => {
    await lockPublication(writer);
    const draft = await findDraft(writer, kind);
    if (draft === null) throw new HqError('notFound');
    if (draft.savedAt.toISOString() !== savedAt) throw new HqError('draftChanged');
    const checked = checkDocument(kind, draft.source, besideInForce(hub.reference));
    if (!checked.ok) throw new HqError('documentFaulty');
    const published = PublishedDocument.parse({
      format: 1,
      kind,
      ...checked.version,
      source: draft.source,
    });
    await insertPublished(writer, published, { reason, personId, at: nowOf(hub) });
    await deleteDraft(writer, kind);
    await appendHubEvents(
      writer,
      hub,
      [{ kind: 'referencePublished', actorId: personId, payload: { document: published, reason } }],
      EVERY_BRANCH,
    );
    return published;
  });
  hub.takePublished([document]);
  return referenceOverview(hub);
}

/** @throws HqError `notFound` */
export async function downloadDocument(hub: HubContext, { kind, version }: Input<'download'>) {
  const { id } = nameInForce(hub.reference, kind);
  const source = sourceOf(hub.reference, kind, { id, version });
  if (source === null) throw new HqError('notFound');
  const name = `${id}.v${version}`;
  if (kind === 'questionnaire') {
    const bytes = await writeQuestionnaireWorkbook(QuestionnaireSource.parse(source));
    return { fileName: `${name}.xlsx`, mediaType: WORKBOOK, data: base64UrlOf(bytes) };
  }
  const text = `${JSON.stringify(source, null, 2)}\n`;
  return {
    fileName: `${name}.json`,
    mediaType: 'application/json',
    data: base64UrlOf(utf8Bytes(text)),
  };
}

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

async function storeDraft(
  db: HubReader,
  draft: Pick<DraftRow, 'kind' | 'source' | 'fileName'>,
  by: { readonly personId: ActorId; readonly at: string },
): Promise<DraftRow> {
  await putDraft(db, draft, by);
  const kept = await findDraft(db, draft.kind);
  if (kept === null) throw new HqError('draftChanged');
  return kept;
}

/** All that is wrong with a draft, and all that it would change. */
function lookedAt({ reference }: HubContext, draft: DraftRow): ReferenceDraft {
  const { kind, source, fileName, savedAt, savedByName } = draft;
  const checked = checkDocument(kind, source, besideInForce(reference));
  const changes = compareDocuments(kind, inForceSource(reference, kind), source);
  return ReferenceDraft.parse({
    kind,
    fileName,
    savedAt: savedAt.toISOString(),
    savedBy: savedByName,
    isKept: true,
    version: checked.ok ? checked.version.version : null,
    faults: checked.ok ? [] : checked.faults,
    changes: changes.slice(0, MOST_CHANGES),
    changeCount: changes.length,
  });
}

function unreadable(
  hub: HubContext,
  kind: PublishedKind,
  fileName: string,
  { faults }: Extract<HandedIn, { ok: false }>,
): ReferenceDraft {
  return {
    kind,
    fileName,
    savedAt: nowOf(hub),
    savedBy: '',
    isKept: false,
    version: null,
    faults: [...faults],
    changes: [],
    changeCount: 0,
  };
}

function inForceSource(
  reference: HubContext['reference'],
  kind: PublishedKind,
): PublishedDocument['source'] {
  const source = sourceOf(reference, kind, nameInForce(reference, kind));
  if (source === null) throw new TypeError(`nothing in force of ${kind}`);
  return source;
}
