import { protocol, type Session } from 'electron';
import { answerWithFile } from '#electron/host/answerWithFile.ts';
import type { RendererFiles } from '#electron/host/rendererFiles.ts';
import { SECURITY_HEADERS } from '#electron/host/securityHeaders.ts';
import { APP_SCHEME, mayLoad, resolveAppRequest } from './appOrigin.ts';

/** Must run before the app is ready: Chromium takes schemes only at its start. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the renderer's files under the app's origin and cuts the window off from everything else. */
export function serveApp(session: Session, files: RendererFiles): void {
  session.protocol.handle(APP_SCHEME, async (request) => {
    const file = resolveAppRequest(files, request);
    if (typeof file === 'number') {
      return new Response(null, { status: file, headers: SECURITY_HEADERS });
    }
    const { headers, body } = await answerWithFile(file, []);
    return new Response(request.method === 'HEAD' ? null : body, { headers });
  });
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !mayLoad(details.url) });
  });
}
