import { describe, expect, test } from 'vitest';
import { findSourceFaults } from '#tests/runner/sourceRules.ts';

function faults(path: string, text: string): readonly string[] {
  return findSourceFaults([{ path, text }]).map((fault) => `${fault.line}: ${fault.message}`);
}

const silence = ['oxlint', 'disable-next-line no-eval'].join('-');
const address = ['https://registry', 'npmjs', 'org/'].join('.');

describe('rules for sources that no other tool knows', () => {
  test.each([
    ['renderer/desk/today/Today.tsx', "const title = 'اليوم';", 'Arabic text'],
    ['electron/services/session.ts', "throw new Error('كلمة خاطئة');", 'Arabic text'],
    ['shared/domain/case/x.ts', "export const title = 'ملف الحالة';", 'Arabic text'],
    ['db/desk/x.ts', `// ${silence}`, 'silences a tool'],
    ['docs/notes.md', `see ${address}`, "registry's address"],
    ['renderer/x.css', 'a { margin-left: 1rem; }', 'logical properties'],
  ])('%s: %s', (path, text, message) => {
    expect(faults(path, text).join('\n')).toContain(message);
  });

  test.each([
    ['shared/domain/names/parts.ts', "const parts = ['عبد', 'ابو'];"],
    ['renderer/desk/today/Today.tsx', '/** عرض اليوم */ export const a = 1; // ملف الحالة'],
    ['resources/locales/ar/today.json', '{"title": "عمل اليوم"}'],
    ['tests/unit/names.test.ts', "expect(name).toBe('محمد بن سعد');"],
    ['renderer/x.css', 'a { margin-inline-start: 1rem; }'],
  ])('leaves %s alone: %s', (path, text) => {
    expect(faults(path, text)).toEqual([]);
  });

  test('a key that no text in the code can be is found, and none that one can', () => {
    const words = { open: 'x', pages_one: 'x', pages_other: 'x', due: { paper: 'x' }, gone: 'x' };
    const found = findSourceFaults([
      { path: 'renderer/language/locales.ts', text: "import x from '#resources/x/today.json';" },
      { path: 'resources/locales/en/today.json', text: JSON.stringify(words, null, 2) },
      { path: 'resources/locales/en/verify.json', text: '{"said": "by a schema of its own"}' },
      {
        path: 'renderer/desk/today/Today.tsx',
        text: "t('today:open'); t('pages', { count }); t(`due.${kind}`); t(`other:gon${x}`);",
      },
    ]);
    expect(found.map(({ line, message }) => `${line}: ${message}`)).toEqual([
      '8: today:gone is said nowhere: take it out, or say it.',
    ]);
  });

  test('the lock file holds every package that it names, and no addresses', () => {
    const lock = (packages: object) => JSON.stringify({ packages }, null, 2);
    const whole = lock({
      'node_modules/a': { version: '1.0.0', optionalDependencies: { b: '1' } },
      'node_modules/a/node_modules/b': { version: '1.0.0' },
    });
    expect(faults('package-lock.json', whole)).toEqual([]);
    const torn = lock({ 'node_modules/a': { optionalDependencies: { b: '1' } } });
    expect(faults('package-lock.json', torn).join()).toContain('needs b, which is not locked');
    const addressed = lock({ 'node_modules/a': { resolved: 'somewhere' } });
    expect(faults('package-lock.json', addressed).join()).toContain('download addresses');
  });
});
