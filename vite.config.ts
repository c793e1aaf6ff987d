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
    rolldownOptions: {
      input: fileURLToPath(new URL('./renderer/index.html', import.meta.url)),
    },
  },
});
