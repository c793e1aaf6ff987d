import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import fastify, { type FastifyInstance } from 'fastify';
import type { HubContext } from '../context.ts';
import type { SetUpCode } from '../services/sessionService.ts';
import { API_PREFIX, apiRoutes } from './apiRoutes.ts';
import { openApiDocument } from './openApi.ts';
import { syncRoutes } from './syncRoutes.ts';

const BODY_BYTES = 256 * 1024;
const REQUEST_MS = 60_000;
const CONNECTION_MS = 90_000;

/** All that the hub says over HTTP. */
export async function createHubServer(hub: HubContext, code: SetUpCode): Promise<FastifyInstance> {
  const server = fastify({
    bodyLimit: BODY_BYTES,
    requestTimeout: REQUEST_MS,
    connectionTimeout: CONNECTION_MS,
    forceCloseConnections: 'idle',
    routerOptions: { ignoreTrailingSlash: true },
  });
  await server.register(helmet, {
    contentSecurityPolicy: { useDefaults: true, directives: { 'upgrade-insecure-requests': null } },
    // Whoever puts TLS before the hub decides that.
    hsts: false,
  });
  await server.register(rateLimit, { max: 1_200, timeWindow: 60_000 });

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
  await server.register(async (scope) => apiRoutes(scope, hub, code), { prefix: API_PREFIX });
  return server;
}
