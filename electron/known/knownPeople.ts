import { findKnownFace, listChangedFaces } from '#db/desk/knownFaces.ts';
import type { DeskStore } from '#db/desk/store.ts';
import type { KnownStrength } from '#shared/domain/case/knownEvents.ts';
import { BeneficiaryId } from '#shared/domain/identity.ts';
import type { PersonSaid } from '#shared/domain/known/personSaid.ts';
import type { PairExplanation } from '#shared/domain/linkage/explainPair.ts';
import type { LinkageKnowledge } from '#shared/domain/linkage/knowledge.ts';
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

/**
 * The people of this desk, to be compared with one who is spoken of. They stand in memory; what was saved
 * since is read in before each answer, by the places that cases have in the order of their last changes,
 * whatever it was that changed them.
 */
export class KnownPeople {
  readonly #store: DeskStore;
  readonly #index = new PersonIndex();
  #place = 0;

  constructor(store: DeskStore, knowledge: LinkageKnowledge) {
    this.#store = store;
    this.#index.useKnowledge(knowledge);
  }

  /** How many people stand in it. */
  get size(): number {
    return this.#index.size;
  }

  /** From what was learnt of all registers, where headquarters has sent it. */
  useKnowledge(knowledge: LinkageKnowledge): void {
    this.#index.useKnowledge(knowledge);
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
    return this.#index
      .candidates(personValues(textOfSaid(said)), {
        atMost: MOST_CANDIDATES * 2,
        from: HARDLY,
        except,
      })
      .flatMap(({ id, probability, explain }): readonly KnownCandidate[] => {
        const beneficiaryId = BeneficiaryId.parse(id);
        const candidate = this.#candidate(said, beneficiaryId, { probability, explain });
        if (candidate === null) return [];
        const { sameIdentifier } = candidate;
        return probability < REVIEW_PROBABILITY && !sameIdentifier ? [] : [candidate];
      })
      .slice(0, MOST_CANDIDATES);
  }

  /** One person, however likely; null for nobody of this desk. */
  compare(said: PersonSaid, beneficiaryId: BeneficiaryId): KnownCandidate | null {
    const explanation = this.#index.explain(personValues(textOfSaid(said)), beneficiaryId);
    if (explanation === null) return null;
    const { probability } = explanation;
    return this.#candidate(said, beneficiaryId, { probability, explain: () => explanation });
  }

  #candidate(
    { idNumber }: PersonSaid,
    beneficiaryId: BeneficiaryId,
    found: Pick<KnownCandidate, 'probability' | 'explain'>,
  ): KnownCandidate | null {
    const face = findKnownFace(this.#store.reader, beneficiaryId);
    if (face === null) {
      // Their only case was put on another file.
      this.#index.remove(beneficiaryId);
      return null;
    }
    const identity = identityKey(idNumber ?? '');
    const sameIdentifier = identity !== '' && identityKey(face.idNumber ?? '') === identity;
    const isSure = sameIdentifier || found.probability >= SURE_PROBABILITY;
    return { ...found, beneficiaryId, sameIdentifier, strength: isSure ? 'sure' : 'review' };
  }
}
