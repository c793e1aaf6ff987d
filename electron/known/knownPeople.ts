import { findKnownFace, listChangedFaces } from '#db/desk/knownFaces.ts';
import type { DeskStore } from '#db/desk/store.ts';
import type { PersonSaid } from '#shared/contracts/known.ts';
import type { KnownStrength } from '#shared/domain/case/knownEvents.ts';
import { BeneficiaryId } from '#shared/domain/identity.ts';
import type { PairExplanation } from '#shared/domain/linkage/explainPair.ts';
import { type LinkageKnowledge, learnKnowledge } from '#shared/domain/linkage/knowledge.ts';
import { PersonIndex } from '#shared/domain/linkage/personIndex.ts';
import { personValues } from '#shared/domain/linkage/personValues.ts';
import { REVIEW_PROBABILITY, SURE_PROBABILITY } from '#shared/domain/linkage/thresholds.ts';
import { identityKey } from '#shared/domain/search/searchText.ts';
import { textOfFace, textOfSaid } from './personText.ts';

/** Somebody of this desk who may be meant. */
export interface KnownCandidate {
  readonly beneficiaryId: BeneficiaryId;
  readonly strength: Exclude<KnownStrength, 'none'>;
  readonly sameIdentifier: boolean;
  readonly probability: number;
  readonly explain: () => PairExplanation;
}

const MOST_CANDIDATES = 5;
/** Cases are read in so many at once; a slice takes a few milliseconds. */
const READ_AT_ONCE = 64;
/** Who has the very same identifier is told however little else agrees: it is a check of its own. */
const HARDLY = 1e-6;

let firstGuesses: LinkageKnowledge | null = null;

/**
 * The people of this desk, to be compared with one who is spoken of. They stand in memory; what was saved
 * since is read in before each answer, by the places that cases have in the order of their last changes,
 * whatever it was that changed them.
 */
export class KnownPeople {
  readonly #store: DeskStore;
  readonly #index = new PersonIndex();
  #place = 0;
  #hasKnowledge = false;

  constructor(store: DeskStore) {
    this.#store = store;
  }

  /** How many people stand in it. */
  get size(): number {
    return this.#index.size;
  }

  /** From what was learnt of all registers, where headquarters has sent it. */
  useKnowledge(knowledge: LinkageKnowledge): void {
    this.#index.useKnowledge(knowledge);
    this.#hasKnowledge = true;
  }

  /**
   * Reads in what is new, for about so many milliseconds.
   * @returns whether nothing is left
   */
  catchUp(milliseconds: number): boolean {
    const begun = performance.now();
    for (;;) {
      const faces = listChangedFaces(this.#store.reader, this.#place, READ_AT_ONCE);
      for (const face of faces) {
        this.#index.put(face.beneficiaryId, personValues(textOfFace(face)));
        this.#place = face.place;
      }
      if (faces.length < READ_AT_ONCE) return true;
      if (performance.now() - begun >= milliseconds) return false;
    }
  }

  /** Those who may be meant, the likeliest first; `except` are not. */
  candidates(said: PersonSaid, except: readonly BeneficiaryId[]): readonly KnownCandidate[] {
    if (!this.#hasKnowledge) {
      firstGuesses ??= learnKnowledge(new PersonIndex().sample(1));
      this.useKnowledge(firstGuesses);
    }
    const identity = identityKey(said.idNumber ?? '');
    return this.#index
      .candidates(personValues(textOfSaid(said)), {
        atMost: MOST_CANDIDATES * 2,
        from: HARDLY,
        except,
      })
      .flatMap(({ id, probability, explain }): readonly KnownCandidate[] => {
        const beneficiaryId = BeneficiaryId.parse(id);
        const face = findKnownFace(this.#store.reader, beneficiaryId);
        if (face === null) {
          // Their only case was put on another file.
          this.#index.remove(id);
          return [];
        }
        const sameIdentifier = identity !== '' && identityKey(face.idNumber ?? '') === identity;
        if (probability < REVIEW_PROBABILITY && !sameIdentifier) return [];
        const isSure = sameIdentifier || probability >= SURE_PROBABILITY;
        const strength = isSure ? 'sure' : 'review';
        return [{ beneficiaryId, strength, sameIdentifier, probability, explain }];
      })
      .slice(0, MOST_CANDIDATES);
  }

  /** What speaks for and against one person; null when nobody has the id. */
  explain(said: PersonSaid, beneficiaryId: BeneficiaryId): PairExplanation | null {
    return this.#hasKnowledge
      ? this.#index.explain(personValues(textOfSaid(said)), beneficiaryId)
      : null;
  }
}
