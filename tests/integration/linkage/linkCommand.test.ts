import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { linkCommand } from '#electron/commands/linkCommand.ts';

const folder = mkdtempSync(join(tmpdir(), 'rifada-link-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const HEADINGS = 'id,الاسم الكامل,رقم الهوية,تاريخ الميلاد,الجوال,المدينة';
const GIVEN = ['محمد', 'فهد', 'سارة', 'نورة', 'سعد', 'ريم', 'ماجد', 'خالد', 'هدى', 'تركي', 'علي'];
const FAMILY = ['الغامدي', 'الحربي', 'الشهري', 'القحطاني', 'المطيري', 'الدوسري', 'العنزي'];

function person(index: number): readonly string[] {
  const at = (step: number) => GIVEN[(index * step + step) % GIVEN.length] ?? '';
  const family = FAMILY[(index * 3) % FAMILY.length] ?? '';
  const id = `10${String((index * 7_654_321) % 100_000_000).padStart(8, '0')}`;
  const date = `${1960 + (index % 40)}-${String((index % 12) + 1).padStart(2, '0')}-${String((index % 28) + 1).padStart(2, '0')}`;
  const mobile = `05${String((index * 1_234_577) % 100_000_000).padStart(8, '0')}`;
  return [`${at(1)} ${at(5)} ${at(7)} ${family}`, id, date, mobile, 'جدة'];
}

function write(
  name: string,
  rows: readonly string[],
  encode = (text: string) => Buffer.from(text),
) {
  const path = join(folder, name);
  writeFileSync(path, encode(`${rows.join('\n')}\n`));
  return path;
}

async function run(...argv: readonly string[]) {
  const lines: string[] = [];
  const code = await linkCommand([...argv, '--lang', 'en'], {}, (line) => lines.push(line));
  return { code, said: lines.join('\n') };
}

const out = join(folder, 'pairs.csv');
const pairsWritten = () => readFileSync(out, 'utf8').trim().split('\n').slice(1);

describe('the linkage of files', () => {
  const left = Array.from({ length: 120 }, (_, index) => `L${index},${person(index).join(',')}`);
  const right = Array.from({ length: 90 }, (_, index) => {
    const [name = '', id = '', date = '', mobile = '', city = ''] = person(index + 30);
    const typed = index % 3 === 0 ? `${id.slice(0, 8)}${id[9]}${id[8]}` : id;
    return `R${index + 30},${name.replace('ة', 'ه')},${typed},${date},${mobile},${city}`;
  });

  it('finds the persons that two files have in common, and nobody else', async () => {
    const files = [
      write('left.csv', [HEADINGS, ...left]),
      write('right.csv', [HEADINGS, ...right]),
    ];
    const { code, said } = await run(...files, '--out', out);
    expect(said).toContain('Records read: 210.');
    expect(code).toBe(0);
    const found = pairsWritten().map((line) => line.split(',').slice(0, 2).join(' '));
    expect(found.toSorted()).toEqual(
      right.map((_, index) => `L${index + 30} R${index + 30}`).toSorted(),
    );
  });

  it('reads UTF-16 and semicolons alike', async () => {
    const wide = (text: string) => Buffer.from(`\ufeff${text.replaceAll(',', ';')}`, 'utf16le');
    const file = write('wide.csv', [HEADINGS, ...left, ...right], wide);
    const { code } = await run(file, '--out', out);
    expect(code).toBe(0);
    expect(pairsWritten()).toHaveLength(90);
  });

  it('names line and column of what it cannot read, and never throws', async () => {
    const short = write('short.csv', [HEADINGS, ...left.slice(0, 4), 'L9,"open']);
    const { code, said } = await run(short, '--out', out);
    expect(code).toBe(1);
    expect(said).toMatch(/line \d+, column \d+/);
    expect((await run(join(folder, 'none.csv'), '--out', out)).said).toContain('could not be read');
    expect((await run(write('empty.csv', []), '--out', out)).code).toBe(1);
    expect((await run()).said).toContain('npm run');
  });

  it('keeps what it was given: no input is written over, and pairs of before stay until new ones are whole', async () => {
    const file = write('kept.csv', [HEADINGS, ...left, ...right]);
    const before = readFileSync(file, 'utf8');
    const over = await run(file, '--out', file);
    expect(over).toMatchObject({ code: 1 });
    expect(over.said).toContain('one of the files that are read');
    expect(readFileSync(file, 'utf8')).toBe(before);
    expect((await run(file, '--out', out)).code).toBe(0);
    const pairs = readFileSync(out, 'utf8');
    const broken = write('broken.csv', [HEADINGS, ...left, 'L9,"open']);
    expect((await run(broken, '--out', out)).code).toBe(1);
    expect(readFileSync(out, 'utf8')).toBe(pairs);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('says before any work where nothing can be written, and which threshold is none', async () => {
    const file = write('some.csv', [HEADINGS, ...left]);
    for (const place of [join(folder, 'nowhere', 'pairs.csv'), folder]) {
      const { code, said } = await run(file, '--out', place);
      expect(code).toBe(1);
      expect(said).toBe(`The file ${place} could not be written.`);
    }
    for (const threshold of ['1.5', '-0.1', '', 'half', 'NaN']) {
      const { code, said } = await run(file, `--threshold=${threshold}`, '--out', out);
      expect(code).toBe(1);
      expect(said).toBe(`The threshold is a number from 0 to 1, not “${threshold}”.`);
    }
  });

  it('says of a map whether it is none, or names what nobody knows', async () => {
    const file = write('mapped.csv', [HEADINGS, ...left]);
    const refused = async (content: string) => {
      const path = write('wrong.json', [content]);
      const { code, said } = await run(file, '--map', path, '--out', out);
      expect(code).toBe(1);
      return said.replace(path, 'MAP');
    };
    for (const content of ['[]', 'null', '', '{"id":']) {
      expect(await refused(content)).toContain('MAP could not be read: it is no sound JSON');
    }
    expect(await refused('{"naem": "x"}')).toContain('holds something unknown: naem');
    expect(await refused('{"given": 3}')).toContain('holds something unknown: given');
    expect(await refused('{"given": "x"}')).toContain('names the column “x”');
  });

  it('compares a column that has the name of a role, once, and guesses what a map only leaves aside', async () => {
    const columns = ['given', 'region', 'birthDate', 'city'];
    const plain = left.map((row) => {
      const [id, name = '', , date, mobile] = row.split(',');
      return `${id},${name},${mobile},${date},جدة`;
    });
    const file = write('roles.csv', [`id,${columns.join(',')}`, ...plain, ...plain.slice(0, 9)]);
    const mapped = async (map: unknown) => {
      const path = write('map.json', [JSON.stringify(map)]);
      const { code, said } = await run(file, '--map', path, '--out', out);
      expect(code).toBe(0);
      return /Fields compared: (.*)\./u.exec(said)?.[1];
    };
    const compare = ['region', ' region ', 'city', 'given'];
    expect(await mapped({ id: 'id', given: 'given', compare })).toBe('given, region, city');
    expect(pairsWritten()).toHaveLength(9);
    expect(await mapped({ ignore: ['region'] })).toBe('given, birthDate, city');
    expect(pairsWritten()).toHaveLength(9);
  });
});
