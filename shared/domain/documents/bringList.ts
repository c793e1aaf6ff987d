import type { Answer, AnswerSet } from '../answers/answer.ts';
import type { IsoDay } from '../identity.ts';
import type { LocalText, Questionnaire } from '../questionnaire/model.ts';
import type {
  BringBranch,
  BringListQuestions,
  BringOption,
  BringQuestion,
} from './bringListQuestions.ts';
import type { DocumentIcon, DocumentRules, ValidityRule } from './documentRules.ts';
import { earliestIssueDay } from './documentValidity.ts';
import { type NeededDocument, neededDocuments } from './neededDocuments.ts';

/** By question: the names of the options that were chosen. */
export type BringChoices = Readonly<Record<string, readonly string[]>>;

/** With what the list is made: the questions, and the form and rules with which a case would begin. */
export interface BringListRules {
  readonly questions: BringListQuestions;
  readonly questionnaire: Questionnaire;
  readonly documentRules: DocumentRules;
}

/** An option that was chosen, with its question: why a document is asked for. */
export interface ChosenOption {
  readonly question: BringQuestion;
  readonly option: BringOption;
}

export interface BringDocument {
  /** Unique in the list. */
  readonly key: string;
  readonly label: LocalText;
  readonly icon: DocumentIcon;
  readonly validity: ValidityRule;
  /** The earliest day of issue that is still taken on the day of the visit; null where it does not matter. */
  readonly issuedFrom: IsoDay | null;
  readonly isOptional: boolean;
  /** Whose it is, where each member of the family has one. */
  readonly who: LocalText | null;
  /** It is asked for in this case only, which the five answers leave open. */
  readonly onlyIf: LocalText | null;
  readonly why: readonly ChosenOption[];
}

/** What to bring: one document, or several of which any one will do. */
export interface BringEntry {
  readonly key: string;
  readonly anyOf: readonly BringDocument[];
}

/** What was chosen, in the order of the questions; names that are not theirs are passed over. */
export function chosenOptions(
  { questions }: BringListQuestions,
  choices: BringChoices,
): readonly ChosenOption[] {
  return questions.flatMap((question) => {
    const names = Object.hasOwn(choices, question.name) ? (choices[question.name] ?? []) : [];
    return question.options
      .filter(({ name }) => names.includes(name))
      .slice(0, question.pick === 'one' ? 1 : undefined)
      .map((option) => ({ question, option }));
  });
}

/** The answers of the questionnaire that follow from what was chosen, beside those of open branches. */
export function partialAnswers(
  chosen: readonly ChosenOption[],
  branches: readonly BringBranch[] = [],
): AnswerSet {
  const parts = [...chosen.map(({ option }) => option), ...branches];
  const values: Record<string, Answer> = {};
  for (const { path, value } of parts.flatMap(({ settings }) => settings)) values[path] = { value };
  const rows: Record<string, readonly string[]> = {};
  for (const { repeat, rowId } of parts.flatMap((part) => part.rows)) {
    rows[repeat] = [...new Set([...(rows[repeat] ?? []), rowId])];
  }
  return { values, rows };
}

/**
 * The personal list of what to bring to a visit on a day (policy, 8a), by the same rules that ask for
 * the documents of a case, in the order in which they are asked for. Empty while nothing is chosen.
 * @throws ExpressionFault when the rules do not fit the questionnaire
 */
export function bringList(
  rules: BringListRules,
  choices: BringChoices,
  visit: IsoDay,
): readonly BringEntry[] {
  const chosen = chosenOptions(rules.questions, choices);
  const found = new Map<string, FoundDocument>();
  for (const world of worldsOf(chosen)) {
    for (const needed of neededIn(rules, world, visit)) {
      const key = keyOf(needed);
      const before = found.get(key);
      if (before === undefined) found.set(key, { key, needed, worlds: [world] });
      else found.set(key, { ...before, worlds: [...before.worlds, world] });
    }
  }
  const inOrder = [...found.values()].toSorted(
    (one, other) => one.needed.order - other.needed.order,
  );
  const entries = new Map<string, BringEntry>();
  for (const document of inOrder) {
    const placed = placeOf(document, inOrder, chosen);
    const { needed } = document;
    const entry = entries.get(placed.key) ?? { key: placed.key, anyOf: [] };
    const read: BringDocument = {
      key: document.key,
      label: needed.label,
      icon: needed.icon,
      validity: needed.validity,
      issuedFrom: earliestIssueDay(needed.validity, visit),
      // Whom only the officer can take in brings whatever there is.
      isOptional: needed.requirement.kind === 'optional' || needed.officer,
      who: whoOf(needed, chosen),
      onlyIf: placed.onlyIf,
      why: whyOf(rules, document, chosen, visit),
    };
    entries.set(placed.key, { ...entry, anyOf: [...entry.anyOf, read] });
  }
  return [...entries.values()];
}

/** Of several branches one; each is looked at with the first of all others, since they are independent. */
interface World {
  readonly chosen: readonly ChosenOption[];
  readonly taken: ReadonlyMap<readonly BringBranch[], BringBranch>;
}

interface FoundDocument {
  readonly key: string;
  readonly needed: NeededDocument;
  readonly worlds: readonly World[];
}

function eithersOf(chosen: readonly ChosenOption[]): readonly (readonly BringBranch[])[] {
  return [...new Set(chosen.flatMap(({ option }) => option.either))];
}

function worldsOf(chosen: readonly ChosenOption[]): readonly World[] {
  const eithers = eithersOf(chosen);
  const firsts = eithers.flatMap((either) =>
    either.slice(0, 1).map((one) => [either, one] as const),
  );
  const others = eithers.flatMap((either) =>
    either.slice(1).map((one) => ({ chosen, taken: new Map([...firsts, [either, one] as const]) })),
  );
  return [{ chosen, taken: new Map(firsts) }, ...others];
}

function neededIn(rules: BringListRules, world: World, visit: IsoDay): readonly NeededDocument[] {
  const { questionnaire, documentRules } = rules;
  const mine = new Set(eithersOf(world.chosen));
  const branches = [...world.taken].flatMap(([either, one]) => (mine.has(either) ? [one] : []));
  const answers = partialAnswers(world.chosen, branches);
  return neededDocuments(documentRules, questionnaire, answers, visit);
}

function keyOf({ documentKey, variant }: NeededDocument): string {
  return variant === null ? documentKey : `${documentKey}.${variant}`;
}

/** By itself, beside its alternatives, or with the case in which it is asked for. */
function placeOf(
  document: FoundDocument,
  all: readonly FoundDocument[],
  chosen: readonly ChosenOption[],
): { readonly key: string; readonly onlyIf: LocalText | null } {
  const { requirement, rowId } = document.needed;
  if (requirement.kind === 'oneOf') {
    return { key: `group ${requirement.group} ${rowId ?? ''}`, onlyIf: null };
  }
  for (const [index, either] of eithersOf(chosen).entries()) {
    const inBranches = branchesWith(document, either);
    if (inBranches.size === 0 || inBranches.size === either.length) continue;
    const isAlternative = either.every((branch) =>
      all.some((other) => {
        const found = branchesWith(other, either);
        return found.size < either.length && found.has(branch);
      }),
    );
    if (isAlternative) return { key: `either ${index}`, onlyIf: null };
    const onlyIf = [...inBranches].find((branch) => branch.onlyIf !== null)?.onlyIf ?? null;
    return { key: document.key, onlyIf };
  }
  return { key: document.key, onlyIf: null };
}

/** Branches in which it is asked for while all else stands as first; none when it hangs on another. */
function branchesWith(
  { worlds }: FoundDocument,
  either: readonly BringBranch[],
): ReadonlySet<BringBranch> {
  return new Set(
    worlds.flatMap(({ taken }) => {
      const isItsOwn = [...taken].every(([each, one]) => each === either || each[0] === one);
      const branch = taken.get(either);
      return isItsOwn && branch !== undefined ? [branch] : [];
    }),
  );
}

function whoOf({ rowId }: NeededDocument, chosen: readonly ChosenOption[]): LocalText | null {
  if (rowId === null) return null;
  const rows = chosen.flatMap(({ option }) => [
    ...option.rows,
    ...option.either.flat().flatMap((branch) => branch.rows),
  ]);
  return rows.find((row) => row.rowId === rowId)?.who ?? null;
}

/**
 * The options without which it would not be asked for. Where either of two is enough, those that the
 * rule itself names as its causes.
 */
function whyOf(
  rules: BringListRules,
  { key, needed, worlds }: FoundDocument,
  chosen: readonly ChosenOption[],
  visit: IsoDay,
): readonly ChosenOption[] {
  const [world] = worlds;
  if (world === undefined) return [];
  const decisive = chosen.filter((one) => {
    const others = chosen.filter((each) => each !== one);
    return !neededIn(rules, { ...world, chosen: others }, visit).some(
      (document) => keyOf(document) === key,
    );
  });
  if (decisive.length > 0) return decisive;
  return chosen.filter(({ option }) =>
    [...option.settings, ...option.either.flat().flatMap(({ settings }) => settings)].some(
      ({ path }) => needed.because.some((cause) => path === cause || path.startsWith(`${cause}/`)),
    ),
  );
}
