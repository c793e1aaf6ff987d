import { writeHub } from '#db/hub/connection.ts';
import {
  findKnowledge,
  insertKnowledge,
  type KnowledgeRow,
  listLinkedPersons,
} from '#db/hub/linkedPersons.ts';
import { firstKnowledge } from '#ports/firstKnowledge.ts';
import { type HubContext, nowOf } from '../context.ts';
import type { LinkApplicant, LinkCandidate, LinkedApplicant } from './linkMessages.ts';
import { LinkPort } from './linkPort.ts';

/** Looks for applicants among all persons of headquarters. */
export interface Linker {
  /**
   * In the order in which they are given, each among all others and those given before: two hubs with the
   * same persons and weights say the same.
   */
  link(
    applicants: readonly LinkApplicant[],
  ): Promise<{ readonly applicants: readonly LinkedApplicant[]; readonly knowledge: number }>;
  /** What is to be said of pairs, whoever proposed them; null where the second is not known. */
  explain(
    pairs: readonly { readonly values: readonly string[]; readonly id: string }[],
  ): Promise<readonly (LinkCandidate | null)[]>;
  close(): Promise<void>;
}

/** Read from the database at once. */
const LOADED = 5_000;
/** From so many persons on their own data say more than the first guesses. */
const WORTH_LEARNING = 5_000;

/**
 * The persons stand in a thread of their own. It is started with the first question, filled from the
 * database, and kept up by the questions themselves; one that broke is started anew.
 */
export function createLinker(hub: Pick<HubContext, 'db' | 'clock' | 'log'>): Linker {
  let port: LinkPort | null = null;
  let ready: Promise<LinkPort> | null = null;
  let knowledge: KnowledgeRow | null = null;
  let learning: Promise<void> | null = null;
  let learner: LinkPort | null = null;
  let closed = false;

  function opened(): Promise<LinkPort> {
    if (ready !== null && port?.hasEnded === false) return ready;
    const started = new LinkPort();
    port = started;
    const filled = fill(started);
    ready = filled;
    filled.catch(() => {
      if (ready === filled) ready = null;
    });
    return filled;
  }

  async function fill(started: LinkPort): Promise<LinkPort> {
    const load = (persons: Awaited<ReturnType<typeof listLinkedPersons>>) =>
      started.ask('done', { kind: 'load', persons });
    let rows = await listLinkedPersons(hub.db, 0, LOADED);
    // The next ones are read from the database while the thread takes these in.
    while (rows.length === LOADED) {
      const after = rows.at(-1)?.change ?? 0;
      [rows] = await Promise.all([listLinkedPersons(hub.db, after, LOADED), load(rows)]);
    }
    const { persons } = await load(rows);
    const kept = await findKnowledge(hub.db);
    if (kept.row === null) {
      await keepAndUse(started, {
        version: kept.version + 1,
        knowledge: firstKnowledge(),
        persons: 0,
      });
    } else {
      await started.ask('done', { kind: 'use', knowledge: kept.row.knowledge });
      knowledge = kept.row;
    }
    learnIfGrown(started, persons);
    return started;
  }

  /** Weights are kept before they are used, so that what they said can be told from what others said. */
  async function keepAndUse(started: LinkPort, row: KnowledgeRow): Promise<void> {
    await writeHub(hub.db, (writer) => insertKnowledge(writer, row, nowOf(hub)));
    await started.ask('done', { kind: 'use', knowledge: row.knowledge });
    knowledge = row;
    hub.log.note('linkage weights', { version: row.version, persons: row.persons });
  }

  function learnIfGrown(started: LinkPort, persons: number): void {
    if (learning !== null || knowledge === null) return;
    if (persons < Math.max(WORTH_LEARNING, knowledge.persons * 2)) return;
    learning = learn(started, knowledge.version + 1)
      .catch((error: unknown) => {
        // What was learnt before goes on to decide.
        if (!closed) hub.log.failure('linkage', error);
      })
      .finally(() => {
        learning = null;
      });
  }

  /** In a thread of its own, which takes seconds: applicants are looked for meanwhile by what was known. */
  async function learn(started: LinkPort, version: number): Promise<void> {
    const { drawn, persons } = await started.ask('drawn', { kind: 'draw' });
    if (closed) return;
    learner = new LinkPort();
    try {
      const learnt = await learner.ask('learnt', { kind: 'learn', drawn });
      if (!closed) await keepAndUse(started, { version, knowledge: learnt.knowledge, persons });
    } finally {
      await learner.close();
      learner = null;
    }
  }

  return {
    link: async (applicants) => {
      if (applicants.length === 0) return { applicants: [], knowledge: knowledge?.version ?? 0 };
      const asked = await opened();
      const version = knowledge?.version ?? 0;
      const linked = await asked.ask('linked', { kind: 'link', applicants });
      learnIfGrown(asked, linked.persons);
      return { applicants: linked.applicants, knowledge: version };
    },
    explain: async (pairs) => {
      if (pairs.length === 0) return [];
      const asked = await opened();
      return (await asked.ask('explained', { kind: 'explain', pairs })).pairs;
    },
    close: async () => {
      closed = true;
      await ready?.catch(() => undefined);
      await learner?.close();
      await learning;
      await port?.close();
    },
  };
}
