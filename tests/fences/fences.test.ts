import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { projectFolder, tool } from '#tests/runner/runStep.ts';

/**
 * Plants in a copy, far from the working tree, what the fence must not let through, and asks the
 * very tool and settings that `npm run check` uses.
 */
type Planted = {
  readonly place: string;
  readonly text: string;
  readonly rule: string;
};

const imports = (name: string) =>
  `import * as reached from '${name}';\nexport const seen = reached;\n`;

const fence = 'no-restricted-imports';
const forbiddenImports: readonly (readonly [place: string, name: string])[] = [
  ['shared/domain/planted.ts', 'node:fs'],
  ['shared/domain/planted.ts', 'crypto'],
  ['shared/domain/planted.ts', '#db/desk/openStore.ts'],
  ['shared/domain/planted.ts', '#electron/createDesk.ts'],
  ['shared/domain/planted.ts', '#renderer/app/App.tsx'],
  ['shared/domain/planted.ts', '#hq/createHub.ts'],
  ['shared/domain/planted.ts', '#tests/fixtures/people.ts'],
  ['shared/domain/planted.ts', 'react'],
  ['shared/domain/planted.ts', 'electron'],
  ['shared/domain/planted.ts', 'better-sqlite3'],
  ['shared/domain/planted.ts', '../../electron/createDesk.ts'],
  ['db/desk/planted.ts', '#electron/createDesk.ts'],
  ['db/desk/planted.ts', '#hq/createHub.ts'],
  ['db/desk/planted.ts', '#renderer/app/App.tsx'],
  ['db/desk/planted.ts', '#db/hub/openHub.ts'],
  ['db/hub/planted.ts', '#db/desk/openStore.ts'],
  ['electron/services/planted.ts', '#renderer/app/App.tsx'],
  ['electron/services/planted.ts', '#hq/createHub.ts'],
  ['electron/services/planted.ts', '#db/hub/openHub.ts'],
  ['electron/services/planted.ts', 'electron'],
  ['electron/services/planted.ts', 'react'],
  ['electron/shell/planted.ts', '#renderer/app/App.tsx'],
  ['ports/planted.ts', '#db/desk/openStore.ts'],
  ['ports/planted.ts', '#electron/createDesk.ts'],
  ['ports/planted.ts', '#hq/createHub.ts'],
  ['hq/planted.ts', '#electron/createDesk.ts'],
  ['hq/planted.ts', '#db/desk/openStore.ts'],
  ['hq/planted.ts', '#renderer/app/App.tsx'],
  ['renderer/app/planted.ts', '#db/desk/openStore.ts'],
  ['renderer/app/planted.ts', '#electron/createDesk.ts'],
  ['renderer/app/planted.ts', '#hq/createHub.ts'],
  ['renderer/app/planted.ts', 'node:path'],
  ['renderer/app/planted.ts', 'electron'],
  ['renderer/app/planted.ts', '../../db/desk/openStore.ts'],
  ['renderer/desk/today/planted.ts', '#renderer/desk/family/rows.ts'],
  ['renderer/desk/today/planted.ts', '#renderer/hq/intake/rows.ts'],
  ['renderer/desk/today/planted.ts', '../family/rows.ts'],
  ['renderer/desk/today/parts/planted.ts', '../../family/rows.ts'],
  ['renderer/hq/intake/planted.ts', '../registry/rows.ts'],
  ['renderer/hq/intake/planted.ts', '#renderer/hq/app/places.ts'],
  ['renderer/hq/app/planted.ts', '#hq/createHub.ts'],
  ['renderer/components/planted.ts', '#renderer/desk/today/rows.ts'],
  ['renderer/components/planted.ts', '../desk/today/rows.ts'],
  ['renderer/desk/today/planted.ts', '#tests/fixtures/people.ts'],
  ['electron/services/planted.ts', '#tests/fixtures/people.ts'],
  ['tests/unit/planted.ts', 'electron'],
];

const otherFaults: readonly Planted[] = [
  {
    place: 'shared/domain/planted.ts',
    text: "export const late = await import('#electron/createDesk.ts');\n",
    rule: fence,
  },
  {
    place: 'shared/domain/planted.ts',
    text: "export type { Rows } from '#db/desk/rows.ts';\n",
    rule: fence,
  },
  {
    place: 'electron/services/planted.ts',
    text: "export const required = require('react');\n",
    rule: 'no-commonjs',
  },
  {
    place: 'shared/domain/planted.ts',
    text: 'export const now = Date.now();\n',
    rule: 'no-restricted-properties',
  },
  {
    place: 'shared/domain/planted.ts',
    text: 'export const chance = Math.random();\n',
    rule: 'no-restricted-properties',
  },
  {
    place: 'db/desk/planted.ts',
    text: 'export const anything: any = 1;\n',
    rule: 'no-explicit-any',
  },
  {
    place: 'db/desk/planted.ts',
    text: 'export function first(rows: readonly string[]) {\n  return rows[0]!;\n}\n',
    rule: 'no-non-null-assertion',
  },
  {
    place: 'db/desk/planted.ts',
    text: 'async function save() {}\nexport function leave() {\n  save();\n}\n',
    rule: 'no-floating-promises',
  },
];

const allowedImports: readonly (readonly [place: string, name: string])[] = [
  ['shared/domain/allowed1.ts', 'zod'],
  ['shared/domain/allowed2.ts', '#shared/ports.ts'],
  ['db/desk/allowed1.ts', '#shared/ports.ts'],
  ['db/desk/allowed2.ts', 'better-sqlite3'],
  ['electron/services/allowed1.ts', '#db/desk/openStore.ts'],
  ['electron/services/allowed2.ts', 'node:fs'],
  ['electron/shell/allowed.ts', 'electron'],
  ['electron/main.ts', 'electron'],
  ['electron/preload.ts', 'electron'],
  ['hq/allowed1.ts', '#db/hub/openHub.ts'],
  ['hq/allowed2.ts', '#shared/ports.ts'],
  ['renderer/app/allowed1.ts', '#renderer/desk/today/rows.ts'],
  ['renderer/hq/app/allowed.ts', '#renderer/hq/intake/rows.ts'],
  ['renderer/desk/today/allowed1.ts', '#renderer/components/Button.tsx'],
  ['renderer/desk/today/allowed2.ts', './rows.ts'],
  ['renderer/desk/today/parts/allowed.ts', '../rows.ts'],
  ['tests/unit/allowed.ts', '#hq/createHub.ts'],
];

const Findings = z.object({
  diagnostics: z.array(z.object({ code: z.string(), filename: z.string() })),
});

let copy: string;

beforeAll(async () => {
  copy = await mkdtemp(join(await realpath(tmpdir()), 'fence-'));
  await cp(join(projectFolder, '.oxlintrc.json'), join(copy, '.oxlintrc.json'));
  await cp(join(projectFolder, 'tsconfig.base.json'), join(copy, 'tsconfig.json'));
  await symlink(join(projectFolder, 'node_modules'), join(copy, 'node_modules'), 'junction');
});

afterAll(async () => {
  await rm(copy, { recursive: true, force: true });
});

async function plant(place: string, text: string): Promise<void> {
  await mkdir(dirname(join(copy, place)), { recursive: true });
  await writeFile(join(copy, place), text);
}

/** The rules that the lint tool finds broken in the given files of the copy, by file. */
function brokenRules(places: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const words = [tool('oxlint/bin/oxlint'), '--type-aware', '--format=json', ...places];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, words, { cwd: copy }, (_error, output) => {
      try {
        const broken = new Map<string, string[]>();
        for (const { code, filename } of Findings.parse(JSON.parse(output)).diagnostics) {
          const place = filename.replaceAll('\\', '/');
          broken.set(place, [...(broken.get(place) ?? []), code]);
        }
        resolve(broken);
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    });
  });
}

describe('the fence between folders', () => {
  test('lets through what the table of folders allows', async () => {
    for (const [place, name] of allowedImports) await plant(place, imports(name));
    const broken = await brokenRules(allowedImports.map(([place]) => place));
    const refused = [...broken].filter(([, codes]) => codes.some((code) => code.includes(fence)));
    expect(refused).toEqual([]);
  });

  const planted: readonly Planted[] = [
    ...forbiddenImports.map(([place, name]) => ({ place, text: imports(name), rule: fence })),
    ...otherFaults,
  ];

  test('refuses everything that is planted across it', async () => {
    // One run for all: each plant gets a file of its own beside the place that it stands for.
    const files = planted.map(({ place, text, rule }, index) => ({
      place: place.replace('planted', `planted${index}`),
      text,
      rule,
    }));
    for (const { place, text } of files) await plant(place, text);
    const broken = await brokenRules(files.map(({ place }) => place));
    const missed = files.filter(
      ({ place, rule }) => !(broken.get(place) ?? []).some((code) => code.includes(rule)),
    );
    expect(missed).toEqual([]);
  });
});
