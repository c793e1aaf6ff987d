import { trainingReadings } from '#electron/services/trainingReadings.ts';
import type { Answer, AnswerSet } from '#shared/domain/answers/answer.ts';
import type { AnswerPatch } from '#shared/domain/answers/answerPatch.ts';
import { rowsOf, withoutRowIds } from '#shared/domain/answers/answerSet.ts';
import { assessCase, type CaseAssessment } from '#shared/domain/case/assessCase.ts';
import type { CaseState } from '#shared/domain/case/caseState.ts';
import type { DrawnMark } from '#shared/domain/case/drawnMark.ts';
import { unansweredKnown } from '#shared/domain/case/knownState.ts';
import { replayCase } from '#shared/domain/case/reduceCase.ts';
import { needsInterpreter } from '#shared/domain/case/whoSigns.ts';
import { dayNumberOf } from '#shared/domain/documents/days.ts';
import { parseDocumentRules } from '#shared/domain/documents/documentRules.ts';
import type { CaseId } from '#shared/domain/identity.ts';
import { parseMatchingRules } from '#shared/domain/matching/matchingRules.ts';
import type { Item, Questionnaire } from '#shared/domain/questionnaire/model.ts';
import { parseQuestionnaire } from '#shared/domain/questionnaire/parseQuestionnaire.ts';
import { sectionKey } from '#shared/domain/questionnaire/sectionKey.ts';
import { parseTextLibrary, versionKey } from '#shared/domain/texts/textLibrary.ts';
import { widowAnswersOn, widowDocuments } from '#tests/fixtures/widowDocuments.ts';
import { type DeskClient, openStatus } from './testDesk.ts';

export const MARK: DrawnMark = {
  strokes: [
    [
      [0.1, 0.5],
      [0.3, 0.2],
      [0.5, 0.8],
      [0.8, 0.4],
    ],
  ],
  aspect: 3,
};

/** The commonest signing: the applicant's own hand, on the screen, in Arabic. */
export const IN_HANDWRITING = {
  screenLanguage: 'ar',
  signing: { level: 'handwrittenOnScreen', by: 'handwriting', mark: MARK },
  witness: null,
  interpreter: null,
} as const;

/** What a screen knows of a case: its state and what the rules find in it, made on its own side. */
export async function readCase(
  client: DeskClient,
  caseId: CaseId,
): Promise<{ readonly state: CaseState; readonly assessment: CaseAssessment }> {
  const [file, bundle, status] = await Promise.all([
    client.cases.get({ caseId }),
    client.reference.bundle(),
    client.session.status(),
  ]);
  const state = replayCase(file.events);
  if (state === null) throw new Error('a case without events');
  const assessment = assessCase(state, {
    questionnaire: parseQuestionnaire(bundle.questionnaires[versionKey(state.questionnaire)]),
    documentRules: parseDocumentRules(bundle.documentRules[versionKey(state.documentRules)]),
    matchingRules: parseMatchingRules(bundle.matchingRules[versionKey(state.matchingRules)]),
    today: openStatus(status).today,
  });
  return { state, assessment };
}

export async function formInForce(client: DeskClient): Promise<Questionnaire> {
  const { questionnaires, inForce } = await client.reference.bundle();
  return parseQuestionnaire(questionnaires[versionKey(inForce.questionnaire)]);
}

export async function textsInForce(client: DeskClient) {
  return parseTextLibrary((await client.reference.bundle()).texts);
}

/** A case of nobody known yet. */
export async function openCase(
  client: DeskClient,
  stated: readonly AnswerPatch[] = [],
): Promise<CaseId> {
  const { caseId } = await client.cases.open({
    channel: 'interview',
    initiatedBy: 'beneficiary',
    beneficiaryId: null,
    stated: [...stated],
  });
  return caseId;
}

export async function welcome(client: DeskClient, caseId: CaseId): Promise<void> {
  const texts = await textsInForce(client);
  const version = ({ id, version: number }: { id: string; version: number }) => ({
    id,
    version: number,
  });
  await client.cases.showPrivacyNotice({
    caseId,
    text: version(texts.privacyNotice),
    language: 'ar',
  });
  await client.cases.explainServices({
    caseId,
    text: version(texts.servicesExplained),
    language: 'ar',
  });
  await client.cases.confirmInquiries({ caseId });
}

/** Types one page and leaves it, as the person at the desk does. */
export async function fillPage(
  client: DeskClient,
  caseId: CaseId,
  section: string,
  patches: readonly AnswerPatch[],
  voidSignature = false,
): Promise<void> {
  await client.interview.saveDraft({
    caseId,
    scope: section,
    body: { kind: 'answers', patches: [...patches] },
    voidSignature,
  });
  await client.interview.leavePage({ caseId, section, voidSignature });
}

export function setAnswer(path: string, answer: Answer | null): AnswerPatch {
  return { op: 'set', path, answer, base: null };
}

/** Each page of the form with what of these answers it asks for, in the order of the form. */
export function pagesOf(
  form: Questionnaire,
  answers: AnswerSet,
): readonly { readonly section: string; readonly patches: readonly AnswerPatch[] }[] {
  return form.sections.map((section) => {
    const fields = new Set<string>();
    const repeats: string[] = [];
    visit(section.items, fields, repeats);
    return {
      section: sectionKey(section),
      patches: [
        ...repeats.flatMap((repeat) =>
          rowsOf(answers, repeat).map((rowId) => ({ op: 'addRow' as const, repeat, rowId })),
        ),
        ...Object.entries(answers.values)
          .filter(([path]) => fields.has(withoutRowIds(path)))
          .map(([path, answer]) => setAnswer(path, answer)),
      ],
    };
  });
}

function visit(items: readonly Item[], fields: Set<string>, repeats: string[]): void {
  for (const item of items) {
    if (item.kind === 'field') {
      if (item.asked) fields.add(item.schemaPath);
    } else {
      if (item.kind === 'repeat') repeats.push(item.schemaPath);
      visit(item.items, fields, repeats);
    }
  }
}

export async function interview(
  client: DeskClient,
  caseId: CaseId,
  answers: AnswerSet,
): Promise<void> {
  for (const { section, patches } of pagesOf(await formInForce(client), answers)) {
    await fillPage(client, caseId, section, patches);
  }
}

/** Lays every paper of the fixture on the desk, with changes to what is read from it. */
export async function layDocuments(
  client: DeskClient,
  caseId: CaseId,
  today: string,
  changed: Readonly<Record<string, Readonly<Record<string, Answer>>>> = {},
): Promise<void> {
  for (const [documentKey, document] of Object.entries(widowDocuments(today))) {
    await layDocument(client, caseId, documentKey, {
      rows: document.readings.rows,
      values: { ...document.readings.values, ...changed[documentKey] },
    });
  }
}

/** Lays on the desk whatever the case asks for; each paper says what was stated. */
export async function layAgreeingDocuments(
  client: DeskClient,
  caseId: CaseId,
  today: string,
  changed: Readonly<Record<string, Readonly<Record<string, Answer>>>> = {},
): Promise<void> {
  const { state, assessment } = await readCase(client, caseId);
  for (const { needed } of assessment.documents) {
    const { documentKey } = needed;
    const patches = trainingReadings(needed, assessment.matrix, state, dayNumberOf(today));
    const others = Object.entries(changed[documentKey] ?? {}).map(([path, answer]) =>
      setAnswer(path, answer),
    );
    await recordReadings(client, caseId, documentKey, [...patches, ...others]);
  }
}

export async function layDocument(
  client: DeskClient,
  caseId: CaseId,
  documentKey: string,
  readings: AnswerSet,
): Promise<void> {
  const rows = Object.entries(readings.rows).flatMap(([repeat, rowIds]) =>
    rowIds.map((rowId) => ({ op: 'addRow' as const, repeat, rowId })),
  );
  const values = Object.entries(readings.values).map(([path, answer]) => setAnswer(path, answer));
  await recordReadings(client, caseId, documentKey, [...rows, ...values]);
}

async function recordReadings(
  client: DeskClient,
  caseId: CaseId,
  documentKey: string,
  patches: readonly AnswerPatch[],
): Promise<void> {
  await client.interview.saveDraft({
    caseId,
    scope: documentKey,
    body: { kind: 'answers', patches: [...patches] },
  });
  await client.documents.record({
    caseId,
    documentKey,
    presentation: 'presented',
    originalSighted: true,
    reason: null,
  });
}

/** Gives every row that waits for a person the verdict that the rule proposes, with a reason. */
export async function decideTheRest(client: DeskClient, caseId: CaseId): Promise<void> {
  const { assessment } = await readCase(client, caseId);
  for (const { row, standing } of assessment.matrix) {
    if (standing !== null || row.computed === null) continue;
    await client.documents.decide({
      caseId,
      rowKey: row.rowKey,
      verdict: row.computed.verdict === 'mismatch' ? 'review' : row.computed.verdict,
      reason: 'نُظر فيه مع المستفيدة',
    });
  }
}

type SigningInput = Parameters<DeskClient['declaration']['sign']>[0];

/** Signs as it commonly is, with changes; whoever is interpreted has their interpreter beside them. */
export async function sign(
  client: DeskClient,
  caseId: CaseId,
  changes: Partial<SigningInput> = {},
): Promise<void> {
  const { declaration } = await textsInForce(client);
  const { state } = await readCase(client, caseId);
  await client.declaration.sign({
    caseId,
    declaration: { id: declaration.id, version: declaration.version },
    language: 'ar',
    consentToVerify: true,
    readAloud: true,
    ...IN_HANDWRITING,
    interpreter: needsInterpreter(state) ? { name: 'سليم أحمد', affirmed: true, mark: null } : null,
    ...changes,
  });
}

export async function submit(client: DeskClient, caseId: CaseId) {
  const { statement } = await textsInForce(client);
  const promise = await client.submission.promise({ caseId });
  await client.submission.submit({
    caseId,
    statement: { id: statement.id, version: statement.version },
    language: 'ar',
    toldAndUnderstood: true,
    toldReplyNotBefore: promise.replyNotBefore,
  });
  return promise;
}

/** Whoever is found to be known already is said to be somebody else. */
async function answerAnother(client: DeskClient, caseId: CaseId): Promise<void> {
  const { state } = await readCase(client, caseId);
  for (const subject of unansweredKnown(state)) {
    const answer = { subject, answer: 'another' as const, reason: 'نُظر فيه مع المستفيدة' };
    await client.known.answer({ caseId, answer });
  }
}

/** Ends the matching of a case whose applicant this desk may know from an earlier one. */
export async function completeMatching(client: DeskClient, caseId: CaseId): Promise<void> {
  await answerAnother(client, caseId);
  await client.documents.completeMatching({ caseId });
}

/** The widow's case up to, and not with, the signature. */
export async function matchedCase(client: DeskClient, today: string): Promise<CaseId> {
  const caseId = await openCase(client);
  await welcome(client, caseId);
  await interview(client, caseId, widowAnswersOn(today));
  await client.interview.complete({ caseId });
  await layDocuments(client, caseId, today);
  await decideTheRest(client, caseId);
  await completeMatching(client, caseId);
  return caseId;
}
