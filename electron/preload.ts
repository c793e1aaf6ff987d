/**
 * Runs in the window before the page, sandboxed and apart from it. It hands the page one function,
 * `window.rifada.requestPort()`, and passes on the port that the main process sends back; the page
 * never sees `ipcRenderer`.
 *
 * Bundled for the sandbox, which loads CommonJS only:
 *
 *     esbuild electron/preload.ts --bundle --platform=node --format=cjs \
 *       --external:electron --outfile=dist/electron/preload.cjs
 */
import { contextBridge, ipcRenderer } from 'electron';
import { PORT_MESSAGE } from './shell/portMessage.ts';

/** The window as this script uses it; the desk's own code is compiled without the DOM. */
declare const window: {
  postMessage(message: string, targetOrigin: string, transfer: readonly unknown[]): void;
  readonly location: { readonly origin: string };
};

ipcRenderer.on(PORT_MESSAGE, (event) => {
  window.postMessage(PORT_MESSAGE, window.location.origin, event.ports);
});

contextBridge.exposeInMainWorld('rifada', {
  requestPort: () => ipcRenderer.send(PORT_MESSAGE),
});
