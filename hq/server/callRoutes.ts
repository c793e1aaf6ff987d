import { OpenAPIHandler } from '@orpc/openapi/fastify';
import type { ORPCError } from '@orpc/server';
import { type FastifyHandler, RPCHandler } from '@orpc/server/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { HubContext } from '../context.ts';
import { type HqCallContext, toHqTypedError, type Visit } from '../dispatcher/guard.ts';
import { HqError } from '../dispatcher/hqError.ts';
import { hqRouterOf } from '../hqRouter.ts';
import { personOfToken, type SetUpCode } from '../services/sessionService.ts';
import { cookieOf, isOwnRequest, sessionCookie } from './sessionCookie.ts';

/** For people's programs, as the OpenAPI document says. */
export const API_PREFIX = '/api';
/** For our own screens: the same procedures behind the same guard, in oRPC's own form. */
export const RPC_PREFIX = '/rpc';

const CALLS_A_MINUTE = 1_200;
const PIECES_A_MINUTE = 6_000;
/** A piece of a file in base64url, and the little around it. */
const PIECE_BODY_BYTES = 2 * 1024 * 1024;

type Refusal = ORPCError<string, unknown>;

/** What people at headquarters ask: every procedure of the contract, in both forms. */
export async function callRoutes(
  server: FastifyInstance,
  hub: HubContext,
  code: SetUpCode,
): Promise<void> {
  const router = hqRouterOf(hub, code);
  /** What fails before a procedure's own guard stands, such as reading what was sent. */
  const typed = async <Result>({
    context,
    next,
  }: {
    readonly context: HqCallContext;
    next(): Promise<Result>;
  }): Promise<Result> => {
    try {
      return await next();
    } catch (error) {
      throw toHqTypedError(error, 'api', context.log);
    }
  };
  await server.register(
    async (scope) =>
      serveCalls(scope, hub, {
        handler: new OpenAPIHandler(router, { interceptors: [typed] }),
        prefix: API_PREFIX,
        bodyOf: plainBody,
        fileRoutes: ['/parcels/transfers/:transferId', '/reference/upload'],
      }),
    { prefix: API_PREFIX },
  );
  await server.register(
    async (scope) =>
      serveCalls(scope, hub, {
        handler: new RPCHandler(router, { interceptors: [typed] }),
        prefix: RPC_PREFIX,
        bodyOf: (refusal) => ({ json: plainBody(refusal), meta: [] }),
        fileRoutes: ['/parcels/send', '/reference/upload'],
      }),
    { prefix: RPC_PREFIX },
  );
}

interface CallForm {
  readonly handler: FastifyHandler<HqCallContext>;
  readonly prefix: `/${string}`;
  /** How a refusal that no procedure gave is written in this form. */
  readonly bodyOf: (refusal: Refusal) => object;
  /** Where files and pieces of them come in, larger and oftener than other calls. */
  readonly fileRoutes: readonly string[];
}

function serveCalls(
  server: FastifyInstance,
  hub: HubContext,
  { handler, prefix, bodyOf, fileRoutes }: CallForm,
): void {
  const refuse = (reply: FastifyReply, error: unknown) => {
    const refusal = toHqTypedError(error, 'api', hub.log);
    return reply.code(refusal.status).send(bodyOf(refusal));
  };
  const answer = async (request: FastifyRequest, reply: FastifyReply) => {
    if (!isOwnRequest(request)) return refuse(reply, new HqError('notPermitted'));
    const visit = await visitOf(hub, request, reply);
    const { matched } = await handler.handle(request, reply, {
      prefix,
      context: { visit, log: hub.log },
    });
    return matched ? reply : refuse(reply, new HqError('notFound'));
  };
  server.all('/*', { config: { rateLimit: { max: CALLS_A_MINUTE } } }, answer);
  for (const url of fileRoutes) {
    server.route({
      method: ['POST', 'PUT'],
      url,
      bodyLimit: PIECE_BODY_BYTES,
      config: { rateLimit: { max: PIECES_A_MINUTE } },
      handler: answer,
    });
  }
  server.setErrorHandler((error, _request, reply) => refuse(reply, badRequestOf(error)));
}

function plainBody({ code, status, message, data }: Refusal): object {
  return { defined: true, code, status, message, data };
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
