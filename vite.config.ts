import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const pdfPackage = fileURLToPath(new URL('./node_modules/pdfjs-dist', import.meta.url));

/**
 * What pdf.js asks for by name while it draws: its decoders without WebAssembly, which the pages'
 * policy does not let in, and the fonts that every PDF may count on without carrying them.
 */
const pdfAssets: Plugin = {
  name: 'rifada-pdf-assets',
  generateBundle() {
    const files = [
      ...named(`${pdfPackage}/wasm`, /_nowasm_fallback\.js$/),
      ...named(`${pdfPackage}/standard_fonts`, /\.(pfb|ttf)$/),
    ];
    for (const [name, path] of files) {
      this.emitFile({ type: 'asset', fileName: `pdf/${name}`, source: readFileSync(path) });
    }
  },
};

function named(folder: string, pattern: RegExp): readonly (readonly [string, string])[] {
  return readdirSync(folder)
    .filter((name) => pattern.test(name))
    .map((name) => [name, `${folder}/${name}`]);
}

/** The desk's and headquarters' screens. `gallery.html` is for looking at the pieces and is not built. */
export default defineConfig({
  root: fileURLToPath(new URL('./renderer', import.meta.url)),
  base: './',
  plugins: [react(), pdfAssets],
  worker: { format: 'es' },
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    // light-dark() must stay in the CSS: rewritten for older browsers it is resolved at the root alone,
    // and a sheet of paper or a QR code inside a dark page would no longer be light.
    target: 'chrome130',
    cssTarget: 'chrome130',
    rolldownOptions: {
      input: ['index.html', 'hq.html'].map((page) =>
        fileURLToPath(new URL(`./renderer/${page}`, import.meta.url)),
      ),
    },
  },
});
