import { OpenAPIHandler } from '@orpc/openapi/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { HubContext } from '../context.ts';
import { toHqTypedError, type Visit } from '../dispatcher/guard.ts';
import { HqError } from '../dispatcher/hqError.ts';
import { hqRouterOf } from '../hqRouter.ts';
import { personOfToken, type SetUpCode } from '../services/sessionService.ts';
import { cookieOf, isOwnRequest, sessionCookie } from './sessionCookie.ts';

export const API_PREFIX = '/api';

/** What people at headquarters ask, from a browser: oRPC over HTTP, as the OpenAPI document says. */
export function apiRoutes(server: FastifyInstance, hub: HubContext, code: SetUpCode): void {
  const handler = new OpenAPIHandler(hqRouterOf(hub, code), {
    interceptors: [
      async ({ context, next }) => {
        try {
          return await next();
        } catch (error) {
          throw toHqTypedError(error, 'api', context.log);
        }
      },
    ],
  });

  server.all('/*', { config: { rateLimit: { max: 1_200 } } }, async (request, reply) => {
    if (!isOwnRequest(request)) {
      return reply.code(403).send({ defined: true, code: 'notPermitted', status: 403 });
    }
    const visit = await visitOf(hub, request, reply);
    const { matched } = await handler.handle(request, reply, {
      prefix: API_PREFIX,
      context: { visit, log: hub.log },
    });
    if (!matched) return reply.code(404).send({ defined: true, code: 'notFound', status: 404 });
    return reply;
  });

  server.setErrorHandler((error, _request, reply) => {
    const { code: typed, status, data } = toHqTypedError(badRequestOf(error), 'api', hub.log);
    return reply.code(status).send({ defined: true, code: typed, status, data });
  });
}

async function visitOf(
  hub: HubContext,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Visit> {
  const token = cookieOf(request);
  return {
    token,
    person: await personOfToken(hub, token),
    setToken: (given) => {
      reply.header('set-cookie', sessionCookie(request, given));
    },
  };
}

/** What Fastify itself refuses before a route is reached is a fault of what was sent. */
function badRequestOf(error: unknown): unknown {
  const status =
    error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number'
      ? error.statusCode
      : 500;
  if (status === 429) return new HqError('tooManyAttempts');
  return status < 500 ? new HqError('inputInvalid') : error;
}
