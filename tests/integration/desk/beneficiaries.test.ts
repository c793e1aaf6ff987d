import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DeskError } from '#electron/dispatcher/deskError.ts';
import { getBeneficiary, listBeneficiaries } from '#electron/services/beneficiariesService.ts';
import type { OpenDesk } from '#electron/services/openDesk.ts';
import { BUSY_OFFICE } from '#electron/services/syntheticHistory.ts';
import type { BeneficiaryRow } from '#shared/contracts/beneficiaries.ts';
import { BeneficiaryId } from '#shared/domain/identity.ts';
import { dropFolder, newFolder } from '../store/support/deskFixture.ts';
import { openFilledDesk } from './support/filledDesk.ts';

const CASES = 120;
const ALL = { view: 'all', order: 'latest', offset: 0, limit: 50 } as const;

describe('beneficiaries of a desk with a history', () => {
  const folder = newFolder();
  let desk: OpenDesk;
  beforeAll(() => {
    desk = openFilledDesk({ folder, cases: CASES, seed: 'people', mix: BUSY_OFFICE });
  }, 120_000);
  afterAll(() => {
    desk.store.close();
    dropFolder(folder);
  });

  function whole(input: Partial<Parameters<typeof listBeneficiaries>[1]> = {}) {
    const people: BeneficiaryRow[] = [];
    let total = Number.POSITIVE_INFINITY;
    for (let offset = 0; offset < total; offset += 20) {
      const page = listBeneficiaries(desk, { ...ALL, ...input, offset, limit: 20 });
      total = page.total;
      people.push(...page.people);
    }
    return people;
  }

  /** The same from the tables, the slow way. */
  function walked(sql: string): readonly string[] {
    const rows: unknown[] = desk.store.reader.sqlite.prepare(sql).pluck().all();
    return rows.map(String);
  }

  const idsOf = (people: readonly BeneficiaryRow[]) =>
    people.map(({ beneficiaryId }) => beneficiaryId);

  it('are each there once, who came last first, in stretches without gap or repetition', () => {
    expect(idsOf(whole())).toEqual(
      walked(`SELECT beneficiary_id FROM case_summary WHERE name_key <> '' GROUP BY beneficiary_id
        ORDER BY max(opened_position) DESC`),
    );
  });

  it('go by name', () => {
    const names = whole({ order: 'name' });
    expect(new Set(idsOf(names))).toEqual(new Set(idsOf(whole())));
    expect(idsOf(names)).toEqual(
      walked(`SELECT beneficiary_id FROM beneficiary WHERE name_key <> ''
        ORDER BY name_key, latest_opened`),
    );
  });

  it('are narrowed by category, by an open request and by a paper that ends', () => {
    const of = (input: Parameters<typeof whole>[0]) => new Set(idsOf(whole(input)));
    const [category = ''] = walked(
      `SELECT category FROM case_summary WHERE category <> '' GROUP BY category ORDER BY count(*) DESC`,
    );
    expect(of({ category })).toEqual(
      new Set(walked(`SELECT beneficiary_id FROM beneficiary WHERE category = '${category}'`)),
    );
    expect(of({ category }).size).toBeGreaterThan(3);
    expect(of({ view: 'open' })).toEqual(
      new Set(
        walked(`SELECT DISTINCT beneficiary_id FROM case_summary
          WHERE status NOT IN ('closed', 'rejected', 'withdrawn', 'duplicate', 'lapsed', 'serviceDelivered')`),
      ),
    );
    for (const person of whole({ view: 'papers' })) {
      const { papers } = getBeneficiary(desk, { beneficiaryId: person.beneficiaryId });
      expect(papers.some(({ isSoon }) => isSoon)).toBe(true);
    }
  });

  it('are found in the list by what is typed, and nobody by what nobody is called', () => {
    const [person] = whole();
    const [word = ''] = person?.name.split(' ') ?? [];
    const found = whole({ text: word });
    expect(idsOf(found)).toContain(person?.beneficiaryId);
    expect(found.length).toBeLessThan(whole().length);
    expect(whole({ text: 'ظظظظ' })).toEqual([]);
    expect(idsOf(whole({ text: '  ' }))).toEqual(idsOf(whole()));
  });

  it('have a file with every request and what is known, the id masked', () => {
    const person = whole().find(({ caseCount }) => caseCount > 1);
    if (person === undefined) throw new Error('nobody came twice');
    const file = getBeneficiary(desk, { beneficiaryId: person.beneficiaryId });
    expect(file.requests).toHaveLength(person.caseCount);
    expect(file.name).toBe(person.name);
    expect(file.maskedId ?? '*').toContain('*');
    const said = new Map(file.known.answers.map(({ path, answer }) => [path, answer]));
    expect(said.get('nameFirst')).toBeDefined();
    expect([...said.keys()].some((path) => path.startsWith('consents'))).toBe(false);
  });

  it('that nobody knows have no file', () => {
    const beneficiaryId = BeneficiaryId.parse('01950000-0000-7000-8000-00000000ffff');
    expect(() => getBeneficiary(desk, { beneficiaryId })).toThrow(new DeskError('caseNotFound'));
  });
});
