/**
 * `npm run questionnaire -- check FILE.xlsx`: may this workbook be published? `export FILE.xlsx
 * [--version N]` writes the questionnaire in force, or another version, as a workbook. `--lang ar|en`.
 */
import { fileURLToPath } from 'node:url';
import { programFolders } from '#electron/host/composition.ts';
import { questionnaireCommand } from './questionnaireCommand.ts';

const { resources } = programFolders(fileURLToPath(new URL('../..', import.meta.url)));
const { exitCode, lines } = await questionnaireCommand(
  process.argv.slice(2),
  process.env,
  resources,
);
process.stdout.write(`${lines.join('\n')}\n`);
process.exitCode = exitCode;
