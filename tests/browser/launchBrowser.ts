import { type Browser, chromium } from 'playwright-core';
import { findBrowserProgram } from './chromiumProgram.ts';

/**
 * Chromium keeps its web security and site isolation: of the flags that its package proposes for
 * servers, none but the sandbox's (which a container lacks) is taken. No name outside this machine
 * resolves, so a page that asks for one sees what it would see offline.
 */
const flags: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--font-render-hinting=none',
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost',
];

/** Starts a headless browser with an empty profile, and with what a test asks for besides; the caller closes it. */
export async function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  const program = await findBrowserProgram();
  return program.kind === 'installed'
    ? chromium.launch({ channel: program.channel, args: [...flags, ...more] })
    : chromium.launch({
        executablePath: program.executablePath,
        args: [...flags, ...more],
        env: { ...process.env, ...program.environment },
      });
}
