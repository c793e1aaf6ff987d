import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import fastify, { type FastifyInstance } from 'fastify';
import type { HubContext } from '../context.ts';
import type { SetUpCode } from '../services/sessionService.ts';
import { callRoutes } from './callRoutes.ts';
import { openApiDocument } from './openApi.ts';
import { screenRoutes } from './screenRoutes.ts';
import { syncRoutes } from './syncRoutes.ts';

const BODY_BYTES = 256 * 1024;
const REQUEST_MS = 60_000;
const CONNECTION_MS = 90_000;

const NONE = ["'none'"];
const SELF = ["'self'"];

/** The policy of every page: nothing is fetched from elsewhere, and nobody frames it. */
const PAGE_POLICY = {
  'default-src': NONE,
  'script-src': SELF,
  'style-src': SELF,
  'font-src': SELF,
  'img-src': [...SELF, 'data:', 'blob:'],
  'connect-src': SELF,
  'base-uri': NONE,
  'form-action': NONE,
  'frame-ancestors': NONE,
  'frame-src': NONE,
  'object-src': NONE,
};

/** What a page may ask of the machine that it is shown on: nothing. */
const PERMISSIONS_POLICY =
  'camera=(), microphone=(), geolocation=(), usb=(), serial=(), payment=(), display-capture=()';

/**
 * All that the hub says over HTTP.
 * @param screensFolder absolute: the built screens; null serves none
 */
export async function createHubServer(
  hub: HubContext,
  code: SetUpCode,
  screensFolder: string | null,
): Promise<FastifyInstance> {
  const server = fastify({
    bodyLimit: BODY_BYTES,
    requestTimeout: REQUEST_MS,
    connectionTimeout: CONNECTION_MS,
    forceCloseConnections: 'idle',
    routerOptions: { ignoreTrailingSlash: true },
  });
  await server.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: PAGE_POLICY },
    enableCSPNonces: true,
    xFrameOptions: { action: 'deny' },
    // Whoever puts TLS before the hub decides that.
    hsts: false,
  });
  await server.register(rateLimit, { max: 1_200, timeWindow: 60_000 });

  server.addHook('onRequest', async (_request, reply) => {
    reply.header('permissions-policy', PERMISSIONS_POLICY);
  });
  server.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    if (route === '/health' || route === '/ready') return;
    hub.log.note('request', {
      method: request.method,
      route,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    });
  });

  /** The process is there. */
  server.get('/health', async () => ({ status: 'up' }));
  /** It can do its work: the database answers. */
  server.get('/ready', async (_request, reply) => {
    try {
      await hub.db.query('SELECT 1');
      return { status: 'ready' };
    } catch {
      return reply.code(503).send({ status: 'databaseAway' });
    }
  });
  let document: Promise<object> | null = null;
  server.get('/openapi.json', () => (document ??= openApiDocument()));

  await server.register(async (scope) => syncRoutes(scope, hub), { prefix: '/sync' });
  await callRoutes(server, hub, code);
  if (screensFolder !== null) await screenRoutes(server, screensFolder);
  return server;
}
