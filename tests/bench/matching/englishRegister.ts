import type { LabelledRecord, LabelledRegister, RegisterPlan } from './arabicRegister.ts';
import { digitSlip, slip } from './corruptText.ts';
import { Draw } from './draw.ts';
import type { Care } from './writeDown.ts';

/** Columns as in the registers with which linkage is usually tried, of people who share nothing. */
const COLUMNS = [
  ...['rec_id', 'given_name', 'surname', 'street_number', 'address_1', 'address_2', 'suburb'],
  ...['postcode', 'state', 'date_of_birth', 'soc_sec_id'],
];

const SYLLABLES =
  'an bel cor dan el fin gar hol is jan ka lo mar nor ol per ric sam tor wil yar zen'
    .split(' ')
    .concat('bry cal der emma gre har joe lac mit nic oli pet ros ste tay vic wat'.split(' '));
const KINDS = ['street', 'place', 'crescent', 'circuit', 'court', 'avenue', 'close', 'drive'];
const STATES = ['nsw', 'vic', 'qld', 'wa', 'sa', 'tas', 'act', 'nt'];
/** What may be missing, what is seldom so, by column after the id. */
const MISSING = [0.03, 0.02, 0.05, 0.03, 0.1, 0.02, 0.01, 0.03, 0.06, 0];

/** A register of made-up English people: few fields, many slips, and no families. */
export function englishRegister(plan: RegisterPlan): LabelledRegister {
  const draw = new Draw(plan.seed);
  const stock = (count: number, syllables: number) =>
    Array.from({ length: count }, () =>
      Array.from({ length: syllables }, () => draw.of(SYLLABLES)).join(''),
    );
  const [given, family, streets] = [stock(350, 2), stock(3000, 3), stock(1500, 3)];
  const houses = stock(1200, 4);
  const suburbs = stock(900, 3).map((name) => ({
    name,
    postcode: `${draw.whole(2, 7)}${draw.digits(3)}`,
    state: draw.ranked(STATES),
  }));
  const people = Array.from({ length: plan.size }, () => {
    const suburb = draw.ranked(suburbs);
    const date = `${draw.whole(1900, 1999)}${two(draw.whole(1, 12))}${two(draw.whole(1, 28))}`;
    return [
      ...[draw.ranked(given), draw.ranked(family), String(draw.whole(1, 220))],
      ...[`${draw.ranked(streets)} ${draw.of(KINDS)}`, draw.of(houses), suburb.name],
      ...[suburb.postcode, suburb.state, date, draw.digits(7)],
    ].map((cell, at) => (draw.chance(MISSING[at] ?? 0) ? '' : cell));
  });
  const record = (cells: readonly string[], number: number, copy: number): LabelledRecord => ({
    cells: [`rec-${number}-${copy === 0 ? 'org' : `dup-${copy - 1}`}`, ...cells],
    entity: String(number),
    care: careOf(copy, plan),
    person: null,
  });
  const copies = people.map((cells, number) => {
    const count = draw.chance(plan.overlap) ? draw.whole(1, plan.mostCopies) : 0;
    return Array.from({ length: count }, (_, copy) =>
      record(damaged(cells, draw), number, copy + 1),
    );
  });
  const originals = people.map((cells, number) => record(cells, number, 0));
  return plan.form === 'linkage'
    ? { headings: COLUMNS, left: originals, right: draw.shuffled(copies.flat()) }
    : { headings: COLUMNS, left: draw.shuffled([...originals, ...copies.flat()]), right: [] };
}

function careOf(copy: number, { mostCopies }: RegisterPlan): Care {
  if (copy === 0) return 'first';
  return mostCopies > 1 ? 'medium' : 'easy';
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

/** Up to four changes in all, two in a cell at the most. */
function damaged(cells: readonly string[], draw: Draw): readonly string[] {
  const copy = [...cells];
  for (let left = draw.whole(1, 4); left > 0; left -= 1) {
    const at = draw.whole(0, copy.length - 1);
    const cell = copy[at] ?? '';
    if (cell === '') continue;
    const next = copy[(at + 1) % copy.length] ?? '';
    switch (draw.of(['slip', 'slip', 'slip', 'empty', 'exchange', 'other'])) {
      case 'slip':
        copy[at] = /^\d+$/.test(cell) ? digitSlip(cell, draw) : slip(cell, draw);
        break;
      case 'empty':
        copy[at] = '';
        break;
      case 'exchange':
        if (at === 0 || at === 3 || at === 4) {
          copy[at] = next;
          copy[at + 1] = cell;
        }
        break;
      default:
        copy[at] = cell.length > 6 && !/^\d/.test(cell) ? cell.slice(0, draw.whole(3, 5)) : cell;
    }
  }
  return copy;
}
