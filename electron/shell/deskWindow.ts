import { app, BrowserWindow, type Session, shell, type WebContents } from 'electron';
import { APP_PAGE, isDeskPage, isOfThisMachine, isOwnFile } from './appOrigin.ts';

/** Fits the smallest laptop in use, 1366 × 768, with room for the system's bars. */
const SIZE = { width: 1280, height: 720, minWidth: 900, minHeight: 600 } as const;

/** Makes the desk's window; the one place where a window is made. */
export function openDeskWindow(session: Session, preload: string): BrowserWindow {
  const window = new BrowserWindow({
    ...SIZE,
    show: false,
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      session,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      // Chromium fetches its dictionaries from the internet.
      spellcheck: false,
    },
  });
  window.once('ready-to-show', () => window.show());
  void window.loadURL(APP_PAGE);
  return window;
}

/** Refuses, for every page that may ever come to be, what no page of the desk does. */
export function refuseEscapes(): void {
  app.on('web-contents-created', (_event, contents: WebContents) => {
    contents.setWindowOpenHandler(({ url }) => {
      // The training headquarters is a page of this machine, for the person's own browser.
      if (isDeskPage(contents.getURL()) && isOfThisMachine(url)) void shell.openExternal(url);
      return { action: 'deny' };
    });
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.on('will-navigate', (event) => {
      if (!isDeskPage(event.url)) event.preventDefault();
    });
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-frame-navigate', (event) => {
      if (!event.isMainFrame) event.preventDefault();
    });
  });
}

/**
 * The desk's own page gets the camera, for scans that a basis allows, without the microphone; no page
 * gets place, devices, notifications or the like.
 */
export function refusePermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    const media = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    const isVideo = media.length > 0 && media.every((kind) => kind === 'video');
    answer(permission === 'media' && isVideo && isDeskPage(details.requestingUrl));
  });
  session.setPermissionCheckHandler(
    (_contents, permission, _origin, { mediaType, requestingUrl, isMainFrame }) =>
      permission === 'media' &&
      mediaType === 'video' &&
      isMainFrame &&
      requestingUrl !== undefined &&
      isDeskPage(requestingUrl),
  );
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  session.on('will-download', (event, item) => {
    if (!isOwnFile(item.getURL())) event.preventDefault();
  });
}
