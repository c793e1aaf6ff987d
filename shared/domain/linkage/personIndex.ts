import { BlockingKeys } from './blockingKeys.ts';
import {
  type ComparedSides,
  displacement,
  type OtherColumns,
  otherColumns,
} from './displacement.ts';
import { explainLevels, type PairExplanation } from './explainPair.ts';
import type { LinkageField } from './fields.ts';
import { KeyTable } from './keyTable.ts';
import { applicantShares, type LinkageKnowledge, modelOfKnowledge } from './knowledge.ts';
import { DIFFERENT, equalLevel, isEqualLevel, LEVELS, MISSING, UNSEEN_RECORDS } from './levels.ts';
import { PersonNumbers } from './personNumbers.ts';
import { PersonStore } from './personStore.ts';
import { PERSON_FIELDS } from './personValues.ts';
import { type Register, RegisterBuilder } from './register.ts';
import { RelationScorer } from './relationScorer.ts';
import { REVIEW_PROBABILITY } from './thresholds.ts';
import { type ValueComparison, valueComparisons } from './valueComparison.ts';

/** A person of the index who may be the applicant. */
export interface PersonCandidate {
  readonly id: string;
  readonly probability: number;
  /** In bits: how much likelier what is seen is of one person than of two. */
  readonly weight: number;
  /** What each field says; made when it is asked for. */
  readonly explain: () => PairExplanation;
}

export interface CandidateQuestion {
  /** So many candidates at most, the likeliest first; 5 where nothing is said. */
  readonly atMost?: number;
  /** From which probability on; that of looking where nothing is said. */
  readonly from?: number;
  /** Persons who are not meant: the one herself who is being corrected. */
  readonly except?: readonly string[];
}

/** How likely it is beforehand that somebody who applies is known already. */
const KNOWN_BEFOREHAND = 0.1;
/** As if so many persons as they usually are stood in the index too: a few say little of what is common. */
const USUAL_PERSONS = 8_000;
/** Of all who have a key in common, so many are compared field by field. */
const COMPARED = 120;
const USUAL_CANDIDATES = 5;

/**
 * The persons of a desk or of headquarters, by what may bring an applicant together with them. It stands in
 * memory and grows and shrinks with the people; a question takes about a millisecond on a million.
 */
export class PersonIndex {
  readonly #fields: readonly LinkageField[] = PERSON_FIELDS;
  readonly #store = new PersonStore(PERSON_FIELDS);
  readonly #keys = new BlockingKeys(PERSON_FIELDS);
  readonly #table = new KeyTable(this.#keys.width);
  readonly #comparisons = valueComparisons(
    PERSON_FIELDS,
    this.#store.dictionaries,
    (field, text) => this.#store.useOf(field, text) + this.#usualUse(field, text),
  );
  readonly #persons = new PersonNumbers();
  readonly #hits = new Map<number, number>();
  #knowledge: LinkageKnowledge | null = null;
  #scorer: RelationScorer | null = null;
  #scoredSize = 0;

  /** How many persons stand in it. */
  get size(): number {
    return this.#persons.size;
  }

  /** What the index decides by; without it, candidates are refused. */
  useKnowledge(knowledge: LinkageKnowledge): void {
    this.#knowledge = knowledge;
    this.#scorer = null;
  }

  /** Takes a person in, or in place of what stood there of the same id. `values` as `personValues` gives them. */
  put(id: string, values: readonly string[]): void {
    this.remove(id);
    this.#keys.fill(values);
    this.#table.add(this.#keys.keys);
    this.#persons.put(id, this.#store.add(values));
  }

  remove(id: string): void {
    const record = this.#persons.recordOf(id);
    if (record === null) return;
    this.#persons.remove(id);
    this.#store.forget(record);
  }

  /** The records as linkage takes them, to learn from; of more than `atMost`, some drawn evenly. */
  sample(atMost: number): Register {
    const drawn = new RegisterBuilder(this.#fields);
    for (const values of this.draw(atMost)) drawn.add(values);
    return drawn.finish();
  }

  /** The values of all, or of so many drawn evenly. */
  draw(atMost: number): readonly (readonly string[])[] {
    const records = this.#persons.records();
    const step = Math.max(1, records.length / atMost);
    const drawn: (readonly string[])[] = [];
    for (let at = 0; at < records.length; at += step) {
      drawn.push(this.#store.valuesOf(records[Math.floor(at)] ?? 0));
    }
    return drawn;
  }

  /**
   * The persons who may be the applicant, the likeliest first.
   * @throws RangeError before `useKnowledge`, and for values that `personValues` did not make.
   */
  candidates(
    values: readonly string[],
    question: CandidateQuestion = {},
  ): readonly PersonCandidate[] {
    const { atMost = USUAL_CANDIDATES, from = REVIEW_PROBABILITY, except = [] } = question;
    const scorer = this.#scorerOfNow();
    const applicant = this.#applicant(values);
    const left = new Set(except.map((id) => this.#persons.recordOf(id)));
    const least = Math.log(from / (1 - from));
    const found: { readonly record: number; readonly logOdds: number }[] = [];
    for (const record of this.#closest(values, applicant)) {
      if (left.has(record)) continue;
      applicant.meet(record);
      const logOdds = scorer.logOdds(applicant.levels, applicant.rarity());
      if (logOdds >= least) found.push({ record, logOdds });
    }
    found.sort((one, other) => other.logOdds - one.logOdds || one.record - other.record);
    const nothing = scorer.logOdds(new Uint8Array(this.#fields.length), 0);
    return found.slice(0, atMost).map(({ record, logOdds }) => ({
      id: this.#persons.idOf(record),
      probability: 1 / (1 + Math.exp(-logOdds)),
      weight: (logOdds - nothing) / Math.LN2,
      explain: () => explain(applicant, record, this.#fields, scorer),
    }));
  }

  /** What each field says about an applicant and one person; null when nobody has the id. */
  explain(values: readonly string[], id: string): PairExplanation | null {
    const record = this.#persons.recordOf(id);
    if (record === null) return null;
    return explain(this.#applicant(values), record, this.#fields, this.#scorerOfNow());
  }

  /** Those with a key in common, the ones with most values in common first. */
  #closest(values: readonly string[], applicant: Applicant): readonly number[] {
    const hits = this.#hits;
    hits.clear();
    this.#keys.fill(values);
    this.#table.walk(this.#keys.keys, (record) => {
      if (this.#persons.stands(record)) hits.set(record, (hits.get(record) ?? 0) + 1);
    });
    if (hits.size <= COMPARED) return [...hits.keys()];
    const ranked = [...hits].map(([record, keys]) => ({
      record,
      rank: keys + applicant.likeness(record),
    }));
    ranked.sort((one, other) => other.rank - one.rank || one.record - other.record);
    return ranked.slice(0, COMPARED).map(({ record }) => record);
  }

  /** As often a value stands among as many others as there usually are. */
  #usualUse(field: number, text: string): number {
    const { group } = this.#fields[field] ?? {};
    const shares = this.#fields.map((other) =>
      other.group === group ? (this.#knowledge?.usual[other.key]?.[text] ?? 0) : 0,
    );
    return shares.reduce((sum, share) => sum + share, 0) * USUAL_PERSONS;
  }

  #knowledgeOfNow(): LinkageKnowledge {
    if (this.#knowledge === null) throw new RangeError('an index without knowledge');
    return this.#knowledge;
  }

  #applicant(values: readonly string[]): Applicant {
    const { length } = this.#fields;
    if (values.length !== length) throw new RangeError(`${values.length} values, not ${length}`);
    return new Applicant(
      values,
      this.#fields,
      this.#store,
      this.#comparisons,
      this.#knowledgeOfNow(),
    );
  }

  #scorerOfNow(): RelationScorer {
    const { size } = this;
    // A prior that is a tenth off changes nothing.
    if (this.#scorer === null || Math.abs(size - this.#scoredSize) > this.#scoredSize / 10) {
      const model = modelOfKnowledge(this.#knowledgeOfNow(), this.#fields);
      this.#scorer = new RelationScorer(model, applicantShares(model, size, KNOWN_BEFOREHAND));
      this.#scoredSize = size;
    }
    return this.#scorer;
  }
}

function explain(
  applicant: Applicant,
  record: number,
  fields: readonly LinkageField[],
  scorer: RelationScorer,
): PairExplanation {
  applicant.meet(record);
  return explainLevels(
    fields,
    applicant.levels.slice(),
    (field) => applicant.codeOfA(field) !== 0 && applicant.codeOfB(field) !== 0,
    (levels) => scorer.logOdds(levels, applicant.rarity(levels)),
  );
}

/** The values of one applicant, ready to be compared with many records. */
class Applicant implements ComparedSides {
  readonly levels: Uint8Array;
  readonly #fields: readonly LinkageField[];
  readonly #store: PersonStore;
  readonly #knowledge: LinkageKnowledge;
  readonly #against: readonly ((code: number) => number)[];
  /** By field: the code in the dictionary, -1 for a value that nobody has, 0 for none. */
  readonly #codes: Int32Array;
  readonly #equalLevels: Uint8Array;
  /** By field: the logarithm of the value's share among those who have one. */
  readonly #logShares: Float64Array;
  readonly #others: readonly OtherColumns[];
  /** Whom the applicant meets. */
  #record = 0;

  constructor(
    values: readonly string[],
    fields: readonly LinkageField[],
    store: PersonStore,
    comparisons: readonly ValueComparison[],
    knowledge: LinkageKnowledge,
  ) {
    this.#knowledge = knowledge;
    this.#fields = fields;
    this.#store = store;
    this.levels = new Uint8Array(fields.length);
    this.#codes = Int32Array.from(
      fields,
      (_, field) => store.dictionaries[field]?.find(values[field] ?? '') ?? -1,
    );
    this.#against = comparisons.map((comparison, field) => comparison.against(values[field] ?? ''));
    const others = Object.keys(knowledge.usual).length === 0 ? UNSEEN_RECORDS : USUAL_PERSONS;
    const shares = Float64Array.from(fields, (_, field) => {
      const { count, total } = store.countOf(field, this.#codes[field] ?? -1);
      if (count === 0) return 0;
      const usual = knowledge.usual[fields[field]?.key ?? '']?.[values[field] ?? ''] ?? 0;
      return (count + others * usual) / (total + others);
    });
    this.#equalLevels = Uint8Array.from(shares, (share, field) =>
      seenLevel(equalLevel(share), knowledge.equalShares[field] ?? []),
    );
    this.#logShares = shares.map((share) => Math.log(Math.max(share, 1e-9)));
    this.#others = otherColumns(fields);
  }

  /** Fills `levels`. */
  meet(record: number): void {
    this.#record = record;
    for (let field = 0; field < this.levels.length; field += 1) {
      this.levels[field] = this.#levelOf(field, record);
    }
  }

  #levelOf(field: number, record: number): number {
    const own = this.#codes[field] ?? 0;
    const code = this.#store.codeOf(field, record);
    if (own === 0 || code === 0) return MISSING;
    if (own === code) return this.#equalLevels[field] ?? DIFFERENT;
    const level = this.#against[field]?.(code) ?? DIFFERENT;
    const others = this.#others[field];
    if (level !== DIFFERENT || others === undefined || others.all.length === 0) return level;
    return displacement(field, others, this);
  }

  codeOfA(field: number): number {
    return this.#codes[field] ?? 0;
  }

  codeOfB(field: number): number {
    return this.#store.codeOf(field, this.#record);
  }

  levelBetween(fieldOfA: number, codeOfB: number): number {
    return this.#against[fieldOfA]?.(codeOfB) ?? DIFFERENT;
  }

  /** A quick measure of how much two records have in common: the fields with equal values. */
  likeness(record: number): number {
    let equal = 0;
    for (let field = 0; field < this.#codes.length; field += 1) {
      const own = this.#codes[field] ?? 0;
      if (own > 0 && own === this.#store.codeOf(field, record)) equal += 1;
    }
    return equal;
  }

  /** What the values in common add to the logarithm of chance, beyond what their levels say. */
  rarity(levels: Uint8Array = this.levels): number {
    let sum = 0;
    for (let field = 0; field < levels.length; field += 1) {
      const level = levels[field] ?? MISSING;
      if (!isEqualLevel(level) || this.#fields[field]?.kind === 'category') continue;
      const mean = this.#knowledge.equalShares[field]?.[level] ?? 0;
      if (mean > 0) sum += (this.#logShares[field] ?? 0) - Math.log(mean);
    }
    return sum;
  }
}

/**
 * The level of equality that was met where knowledge comes from, nearest to this one: of a level that no
 * value had there nothing was learnt. How rare the value itself is counts besides.
 */
function seenLevel(level: number, equalShares: readonly number[]): number {
  for (let apart = 0; apart < LEVELS; apart += 1) {
    const near = [level + apart, level - apart].find(
      (each) => isEqualLevel(each) && (equalShares[each] ?? 0) > 0,
    );
    if (near !== undefined) return near;
  }
  return level;
}
