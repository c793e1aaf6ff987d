/** `npm run package`: bundles the main process, then lets electron-builder make the installers. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { modulesFolder, ownEnvironment, projectFolder } from './project.mjs';

const bundler = pathToFileURL(join(projectFolder, 'electron', 'shell', 'bundleShell.ts'));
const { bundleShell } = await import(bundler.href);
await bundleShell(projectFolder);

const builder = join(modulesFolder, 'electron-builder', 'cli.js');
const child = spawn(process.execPath, [builder, '--publish', 'never', ...process.argv.slice(2)], {
  cwd: projectFolder,
  env: ownEnvironment(),
  stdio: 'inherit',
});
child.on('close', (code) => {
  process.exitCode = code ?? 1;
});
