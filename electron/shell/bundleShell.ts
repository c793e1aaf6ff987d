import { cpSync } from 'node:fs';
import { join } from 'node:path';

/** What Electron runs: the main process as one module, the preload script as the sandbox wants it. */
export interface ShellBundle {
  readonly main: string;
  readonly preload: string;
  readonly migrations: string;
}

export function shellBundle(rootFolder: string): ShellBundle {
  const folder = join(rootFolder, 'dist', 'electron');
  return {
    main: join(folder, 'main.js'),
    preload: join(folder, 'preload.cjs'),
    migrations: join(folder, 'migrations'),
  };
}

/**
 * Bundles our own code for Electron; packages stay in `node_modules`, since some are native. Used by
 * `npm start` and by packaging alike.
 */
export async function bundleShell(rootFolder: string): Promise<ShellBundle> {
  const { build } = await import('esbuild');
  const bundle = shellBundle(rootFolder);
  const shared = { bundle: true, platform: 'node', target: 'node24', logLevel: 'warning' } as const;
  await build({
    ...shared,
    entryPoints: [join(rootFolder, 'electron', 'main.ts')],
    outfile: bundle.main,
    format: 'esm',
    packages: 'external',
    // Our own `#…` imports are package imports too, and belong into the bundle.
    plugins: [
      {
        name: 'own-imports',
        setup: ({ onResolve }) => {
          onResolve({ filter: /^#(shared|db|electron|ports|resources)\// }, ({ path }) => ({
            path: join(rootFolder, path.slice(1)),
          }));
        },
      },
    ],
  });
  await build({
    ...shared,
    entryPoints: [join(rootFolder, 'electron', 'preload.ts')],
    outfile: bundle.preload,
    format: 'cjs',
    external: ['electron'],
  });
  // `db/desk/migrate.ts` looks for the migrations beside itself, and the bundle is where it is now.
  cpSync(join(rootFolder, 'db', 'desk', 'migrations'), bundle.migrations, { recursive: true });
  return bundle;
}
