import type { CaseId } from '#shared/domain/identity.ts';
import { widowAnswersOn } from '#tests/fixtures/widowDocuments.ts';
import { confirmPrintedCode, type DeskClient } from '#tests/integration/desk/support/testDesk.ts';
import {
  decideTheRest,
  interview,
  layDocuments,
  openCase,
  sign,
  submit,
  welcome,
} from '#tests/integration/desk/support/widowCase.ts';
import { BRANCH } from './branch.ts';
import { type DeskSetup, Stage } from './deskMessages.ts';

/** Brings an empty desk to a stage by the very calls that its screens make; answers with the case. */
export async function prepareDesk(client: DeskClient, setup: DeskSetup): Promise<CaseId | null> {
  const { stage, language, startsAt } = setup;
  await client.session.setPreferences({ language });
  if (stage === 'firstRun') return null;
  await confirmPrintedCode(
    client,
    await client.session.found({ kind: 'branch', language, ...BRANCH }),
  );
  const caseId = stage === 'founded' ? null : await bringCase(client, stage, startsAt.slice(0, 10));
  if (setup.locked) await client.session.lock();
  return caseId;
}

async function bringCase(client: DeskClient, stage: Stage, today: string): Promise<CaseId> {
  const reaches = (wanted: Stage) => Stage.options.indexOf(stage) >= Stage.options.indexOf(wanted);
  const caseId = await openCase(client);
  await welcome(client, caseId);
  if (!reaches('interviewed')) return caseId;
  await interview(client, caseId, widowAnswersOn(today));
  await client.interview.complete({ caseId });
  if (!reaches('matched')) return caseId;
  await layDocuments(client, caseId, today);
  await decideTheRest(client, caseId);
  await client.documents.completeMatching({ caseId });
  if (reaches('signed')) await sign(client, caseId);
  if (reaches('submitted')) await submit(client, caseId);
  return caseId;
}
