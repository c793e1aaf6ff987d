import { findLinkageWeights, keepLinkageWeights } from '#db/desk/linkageWeights.ts';
import type { Statement } from '#shared/protocol/sync/hubStatement.ts';
import {
  type LinkageWeights,
  linkageWeightsPath,
  readWeights,
  WEIGHTS_PAGE_BYTES,
} from '#shared/protocol/sync/linkageWeights.ts';
import { askSignedPage, type PageQuestion } from './signedPage.ts';

/**
 * Takes over the weights that headquarters learnt from all its persons, where they are others than this laptop has.
 * Whatever does not come, or cannot be read here, leaves those that are there.
 */
export async function pullLinkageWeights(
  question: PageQuestion,
  isOpen: () => boolean,
): Promise<void> {
  const { store, known } = question.desk;
  const version = findLinkageWeights(store.reader)?.version ?? 0;
  const page = await askSignedPage(
    question,
    linkageWeightsPath({ version }),
    WEIGHTS_PAGE_BYTES,
    isWeights,
  );
  if (page === null || page.body.length === 0 || !isOpen()) return;
  const knowledge = readWeights(new TextDecoder().decode(page.body));
  if (knowledge === null) return;
  const kept = keepLinkageWeights(store, { version: page.head.version, knowledge });
  if (kept.ok) known.useKnowledge(knowledge);
}

function isWeights(statement: Statement): statement is LinkageWeights {
  return statement.format === 'rifada.linkageWeights';
}
