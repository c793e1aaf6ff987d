import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createDesk } from '#electron/createDesk.ts';
import { type BothLanguages, loadHostTexts } from '#electron/host/hostTexts.ts';
import { runLoopback } from '#electron/loopback/runLoopback.ts';
import { QuestionnaireSource } from '#shared/domain/questionnaire/source.ts';
import { makeRendererFolder, RESOURCES_FOLDER } from './loopbackFixture.ts';

const FORM = 'questionnaires/support-request.v1.json';

/** Starts the real desk on a copy of what is delivered, with one file changed; answers with what it said. */
async function startWith(change: (text: string) => string): Promise<readonly BothLanguages[]> {
  const home = mkdtempSync(join(tmpdir(), 'rifada-delivered-'));
  const resources = join(home, 'resources');
  cpSync(RESOURCES_FOLDER, resources, { recursive: true });
  const file = join(resources, FORM);
  writeFileSync(file, change(readFileSync(file, 'utf8')));
  const said: BothLanguages[] = [];
  const running = await runLoopback({
    createDesk,
    profileFolder: join(home, 'profile'),
    port: 0,
    openBrowser: false,
    folders: { resources, renderer: makeRendererFolder() },
    surroundings: { platform: 'linux', environment: {}, home },
    terminal: { say: (words) => said.push(words), show: () => undefined, onEnter: () => false },
    say: loadHostTexts(RESOURCES_FOLDER),
  });
  expect(running).toBeNull();
  return said;
}

test('a fault in the questionnaire is said at the start, with file, sheet, row and column', async () => {
  const said = await startWith((text) => {
    const source = QuestionnaireSource.parse(JSON.parse(text));
    const survey = source.survey.map((row, index) =>
      index === 5 ? { ...row, relevant: '${nothing} = 1' } : row,
    );
    return JSON.stringify({ ...source, survey });
  });
  for (const words of [said[0]?.ar ?? '', said[0]?.en ?? '']) {
    expect(words).toContain(FORM);
    expect(words).toContain('7');
    expect(words).toContain('relevant');
    expect(words).toContain('unknownReference');
  }
});

test('a file that was cut off is named', async () => {
  const said = await startWith((text) => text.slice(0, 1000));
  expect(said[0]?.en).toContain(FORM);
  expect(said[0]?.ar).toContain(FORM);
});
