/**
 * The door through which every command goes: it makes sure that the packages are there, then runs
 * the command under the Node that the project brings along.
 *
 *     node bootstrap.mjs start|test|check|bench|verify|… [arguments]
 *
 * This file stays readable for old versions of Node, which only get a plain sentence from it.
 */
import { readFileSync } from 'node:fs';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  const sentences = JSON.parse(
    readFileSync(new URL('./electron/setup/sentences.json', import.meta.url), 'utf8'),
  );
  for (const sentence of sentences.oldNode)
    console.error(sentence.replace('{version}', process.versions.node));
  process.exitCode = 1;
} else {
  const { runCommand } = await import('./electron/setup/runCommand.mjs');
  process.exitCode = await runCommand(process.argv.slice(2));
}
