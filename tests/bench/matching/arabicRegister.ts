import { Draw } from './draw.ts';
import { type Person, populate } from './population.ts';
import { type Care, COLUMNS, cellsOf, writeDown } from './writeDown.ts';

/** A record whose person is known. */
export interface LabelledRecord {
  readonly cells: readonly string[];
  /** Records of one person have the same. */
  readonly entity: string;
  readonly care: Care;
  /** Who it is, and whose identifier stands there if it is a sibling's; null where nothing more is known. */
  readonly person: Person | null;
}

export interface LabelledRegister {
  readonly headings: readonly string[];
  readonly left: readonly LabelledRecord[];
  /** Empty where one file is compared with itself. */
  readonly right: readonly LabelledRecord[];
}

/** What a register is to be like. */
export interface RegisterPlan {
  /** Persons, of a linkage in the left file; of a de-duplication in all. */
  readonly size: number;
  readonly seed: number;
  readonly form: 'linkage' | 'deduplication';
  /** How many persons of the smaller file stand in the other too; of a de-duplication, how many have copies. */
  readonly overlap: number;
  /** How the entries of known persons fall on easy, medium and hard. */
  readonly care: readonly [easy: number, medium: number, hard: number];
  /** So many further entries a person may have, of a linkage in the right file. */
  readonly mostCopies: number;
}

export const USUAL_PLAN: RegisterPlan = {
  size: 20_000,
  seed: 1,
  form: 'linkage',
  overlap: 0.5,
  care: [0.4, 0.35, 0.25],
  mostCopies: 1,
};

/** A sibling's identifier is typed by mistake so often. */
const BORROWED_IDS = 0.01;

/** Writes a population down once or twice, and says who is who. */
export function arabicRegister(plan: RegisterPlan): LabelledRegister {
  const draw = new Draw(plan.seed);
  if (plan.form === 'deduplication') return deduplicated(plan, draw);
  const rightOnly = Math.round(plan.size * (1 - plan.overlap));
  const people = populate(plan.size + rightOnly, draw);
  // Brothers and sisters of those in one file stand in the other: who is left out is drawn one by one.
  const order = draw.shuffled(people);
  const inBoth = plan.size - rightOnly;
  const write = writer(people, draw);
  const copies = (person: Person) =>
    Array.from({ length: draw.whole(1, plan.mostCopies) }, () =>
      write(person, drawCare(plan, draw)),
    );
  return {
    headings: COLUMNS,
    left: order.slice(0, plan.size).map((person) => write(person, 'first')),
    right: draw.shuffled([
      ...order.slice(0, inBoth).flatMap((person) => copies(person)),
      ...order.slice(plan.size).map((person) => write(person, 'first')),
    ]),
  };
}

function deduplicated(plan: RegisterPlan, draw: Draw): LabelledRegister {
  const people = populate(plan.size, draw);
  const write = writer(people, draw);
  const records = people.flatMap((person) => {
    const copies = draw.chance(plan.overlap) ? draw.whole(1, plan.mostCopies) : 0;
    const further = Array.from({ length: copies }, () => write(person, drawCare(plan, draw)));
    return [write(person, 'first'), ...further];
  });
  return { headings: COLUMNS, left: draw.shuffled(records), right: [] };
}

function drawCare({ care: [easy, medium] }: RegisterPlan, draw: Draw): Care {
  const share = draw.share();
  if (share < easy) return 'easy';
  return share < easy + medium ? 'medium' : 'hard';
}

function writer(people: readonly Person[], draw: Draw) {
  const houses = Map.groupBy(people, ({ household }) => household);
  let number = 0;
  return (person: Person, care: Care): LabelledRecord => {
    const draft = writeDown(person, care, draw);
    const siblings = (houses.get(person.household) ?? []).filter((other) => other !== person);
    if (siblings.length > 0 && draw.chance(BORROWED_IDS)) {
      draft.nationalId = draw.of(siblings).nationalId;
    }
    number += 1;
    return {
      cells: [`R${number}`, ...cellsOf(draft, draw)],
      entity: String(person.number),
      care,
      person,
    };
  };
}
