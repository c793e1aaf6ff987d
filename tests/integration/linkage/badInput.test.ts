import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { linkCommand } from '#electron/commands/linkCommand.ts';

const folder = mkdtempSync(join(tmpdir(), 'rifada-link-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const HEADINGS = 'id,الاسم,رقم الهوية,تاريخ الميلاد,الجوال';
const out = join(folder, 'pairs.csv');

function write(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function run(...argv: readonly string[]) {
  const lines: string[] = [];
  const code = await linkCommand([...argv, '--lang', 'en'], {}, (line) => lines.push(line));
  return { code, said: lines.join('\n') };
}

const pairsWritten = () => readFileSync(out, 'utf8').trim().split('\n').slice(1);

const GIVEN = ['محمد', 'فهد', 'سارة', 'نورة', 'سعد', 'ريم', 'ماجد', 'خالد', 'هدى', 'تركي', 'علي'];
const FAMILY = ['الغامدي', 'الحربي', 'الشهري', 'القحطاني', 'المطيري', 'الدوسري', 'العنزي'];
/** People without anything in common; every third is there twice. */
const rows = Array.from({ length: 90 }, (_, index) => {
  const at = (step: number) => GIVEN[(index * step + step) % GIVEN.length] ?? '';
  const name = `${at(1)} ${at(5)} ${at(7)} ${FAMILY[(index * 3) % FAMILY.length] ?? ''}`;
  const number = (factor: number) => String((index * factor) % 100_000_000).padStart(8, '0');
  const date = `${1960 + (index % 40)}-0${(index % 9) + 1}-${10 + (index % 18)}`;
  const row = `${name},10${number(7_654_321)},${date},05${number(1_234_577)}`;
  return index % 3 === 0 ? [`A${index},${row}`, `B${index},${row}`] : [`A${index},${row}`];
}).flat();
const copies = Array.from({ length: 30 }, (_, index) => `A${index * 3} B${index * 3}`);
const found = () => pairsWritten().map((line) => line.split(',').slice(0, 2).join(' '));

/** Arabic of Windows as its code page has it, for the letters that are used here. */
function windows1256(text: string): Buffer {
  const decoder = new TextDecoder('windows-1256');
  const bytes = new Map<string, number>();
  for (let byte = 255; byte >= 0; byte -= 1) bytes.set(decoder.decode(Uint8Array.of(byte)), byte);
  return Buffer.from(Array.from(text, (letter) => bytes.get(letter) ?? 63));
}

describe('files that are not as they should be', () => {
  it('are read in the code page of Arabic Windows', async () => {
    const file = write('windows.csv', windows1256([HEADINGS, ...rows].join('\r\n')));
    expect((await run(file, '--out', out)).code).toBe(0);
    expect(found().toSorted()).toEqual(copies.toSorted());
  });

  it('keep their pairs beside empty names, one word, long ones, mixed scripts and wild numbers', async () => {
    const odd = [
      'X1,,,,',
      'X2,محمد,,,',
      `X3,${'عبدالله '.repeat(70)},1${'7'.repeat(600)},0000-00-00,${'5'.repeat(900)}`,
      'X4,Mohammed محمد Алексей 李,١٠١٢٣٤٥٦٧٢,99/99/9999,بلا',
      `X5,"ا""ب, ج","${'٠'.repeat(40)}",31/02/1446,+`,
      `X6,${'\u202e\u200f\u0640'.repeat(90)},لا يوجد,NULL,N/A`,
    ];
    const file = write('odd.csv', [HEADINGS, ...odd, ...rows].join('\n'));
    expect((await run(file, '--out', out)).code).toBe(0);
    expect(found().toSorted()).toEqual(copies.toSorted());
  });

  it('are read although a byte is broken, and with the line in which a spreadsheet names the semicolon', async () => {
    const whole = Buffer.from([HEADINGS, ...rows].join('\n'));
    const broken = Buffer.concat([whole, Buffer.from([10, 88, 57, 44, 0xff, 44, 44, 44])]);
    expect((await run(write('broken.csv', broken), '--out', out)).code).toBe(0);
    expect(found().toSorted()).toEqual(copies.toSorted());
    const named = ['sep=;', ...[HEADINGS, ...rows].map((row) => row.replaceAll(',', ';'))];
    expect((await run(write('named.csv', named.join('\r\n')), '--out', out)).code).toBe(0);
    expect(found().toSorted()).toEqual(copies.toSorted());
  });

  it('are told from tables of another program', async () => {
    const workbook = Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(900, 7)]);
    const { code, said } = await run(write('people.xlsx', workbook), '--out', out);
    expect(code).toBe(1);
    expect(said).toContain('save the table as CSV first');
  });

  it('are linked with nothing where the other has no record, and not searched for copies', async () => {
    const full = write('full.csv', [HEADINGS, ...rows].join('\n'));
    const bare = write('bare.csv', HEADINGS);
    for (const files of [
      [full, bare],
      [bare, full],
      [bare, bare],
    ]) {
      const { code, said } = await run(...files, '--out', out);
      expect(code).toBe(0);
      expect(said).toContain(': 0, of 0 pairs compared');
      expect(pairsWritten()).toEqual([]);
    }
  });

  it('say the line of a cell with ten million digits, or of a quotation mark without end', async () => {
    const endless = [HEADINGS, rows[0], `L2,محمد,${'1'.repeat(10_000_000)},,`].join('\n');
    const digits = await run(write('digits.csv', endless), '--out', out);
    expect(digits.code).toBe(1);
    expect(digits.said).toMatch(/more than a million characters in the row at line 3, column 3/);
    const open = await run(write('open.csv', `${HEADINGS}\nL1,"محمد,1,2,3\n`), '--out', out);
    expect(open.code).toBe(1);
    expect(open.said).toMatch(/line \d+, column 2/);
    const short = await run(write('short.csv', `${HEADINGS}\n${rows[0]}\nL2,علي\n`), '--out', out);
    expect(short.code).toBe(1);
    expect(short.said).toMatch(/line 3, column \d+/);
  });

  it('give one group for thousands of rows of one person', async () => {
    const same = Array.from({ length: 30_000 }, (_, index) => `S${index},${rows[0]?.slice(3)}`);
    const file = write('same.csv', [HEADINGS, ...same].join('\n'));
    const { code, said } = await run(file, '--out', out);
    expect(code).toBe(0);
    // Three stand for all: their pairs, and each other row with the first.
    expect(pairsWritten()).toHaveLength(same.length);
    expect(said).toContain('Large groups');
  });

  it('compare more columns than a number has bits', async () => {
    const columns = Array.from({ length: 50 }, (_, column) => `c${column}`);
    const wide = Array.from({ length: 150 }, (_, index) =>
      columns
        .map((_column, column) => `v${(index ** 2 * (column + 3) + index * 31 * column ** 2) % 97}`)
        .join(','),
    );
    const all = [...wide.map((row, index) => `W${index},${row}`), `W150,${wide[17]}`];
    const file = write('wide.csv', [`id,${columns.join(',')}`, ...all].join('\n'));
    const map = write('map.json', JSON.stringify({ id: 'id', compare: columns }));
    const { code } = await run(file, '--map', map, '--out', out);
    expect(code).toBe(0);
    expect(found()).toContain('W17 W150');
  });
});
