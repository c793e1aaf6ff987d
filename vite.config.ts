import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The desk's and headquarters' screens. `gallery.html` is for looking at the pieces and is not built. */
export default defineConfig({
  root: fileURLToPath(new URL('./renderer', import.meta.url)),
  base: './',
  plugins: [react()],
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    // light-dark() must stay in the CSS: rewritten for older browsers it is resolved at the root alone,
    // and a sheet of paper or a QR code inside a dark page would no longer be light.
    target: 'chrome130',
    cssTarget: 'chrome130',
    rolldownOptions: {
      input: fileURLToPath(new URL('./renderer/index.html', import.meta.url)),
    },
  },
});
