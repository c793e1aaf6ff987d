import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { isDatabaseAway } from '#db/hub/connection.ts';
import { findEnrolment } from '#db/hub/enrolments.ts';
import { Sha256Hex } from '#shared/domain/identity.ts';
import { base64UrlOf } from '#shared/protocol/bytes.ts';
import { HubId } from '#shared/protocol/sync/batchManifest.ts';
import { DEVICE_REQUEST_HEADER, type DeviceRequest } from '#shared/protocol/sync/deviceRequest.ts';
import { FeedCursor, feedPath } from '#shared/protocol/sync/feedPage.ts';
import { STATEMENT_HEADER, signStatement } from '#shared/protocol/sync/hubStatement.ts';
import { linkageWeightsPath, WeightsQuestion } from '#shared/protocol/sync/linkageWeights.ts';
import {
  MatchLookup,
  MatchQuestion,
  matchIndexPath,
  matchLookupPath,
} from '#shared/protocol/sync/matchIndexPage.ts';
import {
  BATCH_LIMITS,
  MINIMUM_PROTOCOL_VERSION,
  PROTOCOL_VERSION,
} from '#shared/protocol/sync/version.ts';
import { type HubContext, nowOf } from '../context.ts';
import { HqError } from '../dispatcher/hqError.ts';
import { packedFeedPage } from '../feed/feedPage.ts';
import { acceptBatch } from '../intake/acceptBatch.ts';
import { attachmentState, readAttachment, takeChunk } from '../intake/attachments.ts';
import { knownDevice } from '../intake/knownDevice.ts';
import {
  type HubAnswer,
  Refused,
  refusalAnswer,
  refuseUnread,
  STATUS_OF_REFUSAL,
} from '../intake/refusal.ts';
import { weightsPage } from '../linkage/weightsPage.ts';
import { matchIndexPage } from '../matchIndex/matchIndexPage.ts';
import { matchLookup } from '../matchIndex/matchLookup.ts';
import { takeEnrolment } from '../services/enrolmentService.ts';

const ENROLMENT_BYTES = 20_000;
const CHUNK_BYTES = 4 * 1024 * 1024;
/** A laptop that was away for long has much to send. */
const OFTEN = { config: { rateLimit: { max: 6_000 } } };
const RequestId = z.strictObject({ requestId: z.uuid() });
const Hash = z.strictObject({ hash: Sha256Hex });
const FeedQuestion = z.strictObject({ after: FeedCursor, epoch: z.coerce.number().int().min(1) });
const RANGE = /^bytes (\d{1,12})-(\d{1,12})\/(\d{1,12})$/u;

/** What laptops ask. Every answer is a signed statement, refusals too. */
export function syncRoutes(server: FastifyInstance, hub: HubContext): void {
  // Bytes as they are: each route reads its own.
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );

  server.setErrorHandler((error, _request, reply) => send(reply, refusalFor(hub, error)));

  server.post(
    '/batches',
    {
      bodyLimit: BATCH_LIMITS.packedBytes,
      ...OFTEN,
      errorHandler: (error, _request, reply) => {
        const answer = refusalFor(hub, error);
        // What cannot be noted is refused all the same.
        const noted =
          answer.status === STATUS_OF_REFUSAL.tooLarge
            ? refuseUnread(hub).catch((failure: unknown) => refusalFor(hub, failure))
            : Promise.resolve(answer);
        // A reply waits for whoever asked: a cable that is cut under it is nobody's failure.
        void noted.then((given) => {
          void send(reply, given);
        });
      },
    },
    async (request, reply) => send(reply, await acceptBatch(hub, bytesOf(request.body))),
  );

  server.get('/greeting', async (request, reply) => {
    await asked(request.headers, 'GET', '/sync/greeting');
    return send(reply, {
      status: 200,
      body: signStatement(hub.crypto, hub.privateKey, {
        format: 'rifada.greeting',
        hubId: HubId.parse(hub.hubId),
        hubTime: nowOf(hub),
        protocol: PROTOCOL_VERSION,
        minimumProtocol: MINIMUM_PROTOCOL_VERSION,
      }),
    });
  });

  server.post(
    '/enrolments',
    { bodyLimit: ENROLMENT_BYTES, config: { rateLimit: { max: 30 } } },
    async (request, reply) => {
      const text = new TextDecoder().decode(bytesOf(request.body));
      const { requestId } = await takeEnrolment(hub, text);
      return send(reply, await enrolmentAnswer(requestId));
    },
  );

  server.get('/enrolments/:requestId', async (request, reply) => {
    const params = RequestId.safeParse(request.params);
    if (!params.success) throw new Refused('malformed');
    return send(reply, await enrolmentAnswer(params.data.requestId));
  });

  /** What the branch's other laptops and headquarters wrote after a cursor, packed. */
  server.get('/feed', OFTEN, async (request, reply) => {
    const question = FeedQuestion.safeParse(request.query);
    if (!question.success) throw new Refused('malformed');
    const { after, epoch } = question.data;
    const { deviceId, branchOfficeId } = await asked(
      request.headers,
      'GET',
      feedPath(after, epoch),
    );
    const page = await packedFeedPage(hub, { deviceId, branchOfficeId, epoch }, after);
    return reply.code(200).type('application/gzip').send(page);
  });

  /** What of the match index changed: a signed first line, and bytes. */
  server.get('/match-index', OFTEN, async (request, reply) => {
    const question = MatchQuestion.safeParse(request.query);
    if (!question.success) throw new Refused('malformed');
    const { deviceId } = await asked(request.headers, 'GET', matchIndexPath(question.data));
    const page = await matchIndexPage(hub, deviceId, question.data);
    return reply.code(200).type('application/octet-stream').send(Buffer.from(page));
  });

  /** What headquarters learnt of how people agree, for the laptop to judge by: a signed first line, and JSON. */
  server.get('/linkage-weights', OFTEN, async (request, reply) => {
    const question = WeightsQuestion.safeParse(request.query);
    if (!question.success) throw new Refused('malformed');
    const { deviceId } = await asked(request.headers, 'GET', linkageWeightsPath(question.data));
    const page = await weightsPage(hub, deviceId, question.data);
    return reply.code(200).type('application/octet-stream').send(Buffer.from(page));
  });

  /** Whom an entry of the match index means, by right. */
  server.get('/match-index/marks/:mark', OFTEN, async (request, reply) => {
    const lookup = MatchLookup.safeParse({
      ...objectOf(request.params),
      ...objectOf(request.query),
    });
    if (!lookup.success) throw new Refused('malformed');
    const { deviceId } = await asked(request.headers, 'GET', matchLookupPath(lookup.data));
    return send(reply, await matchLookup(hub, deviceId, lookup.data));
  });

  server.head('/attachments/:hash', OFTEN, async (request, reply) => {
    const { hash } = hashOf(request.params);
    const device = await asked(request.headers, 'HEAD', `/sync/attachments/${hash}`);
    return send(reply, await attachmentState(hub, device, hash));
  });

  /** A page for another laptop of the branch, when somebody there opens it. Its hash proves it. */
  server.get('/attachments/:hash', { ...OFTEN, exposeHeadRoute: false }, async (request, reply) => {
    const { hash } = hashOf(request.params);
    const device = await asked(request.headers, 'GET', `/sync/attachments/${hash}`);
    const bytes = await readAttachment(hub, device, hash);
    return reply.code(200).type('application/octet-stream').send(bytes);
  });

  server.put('/attachments/:hash', { bodyLimit: CHUNK_BYTES, ...OFTEN }, async (request, reply) => {
    const { hash } = hashOf(request.params);
    const device = await asked(request.headers, 'PUT', `/sync/attachments/${hash}`);
    const bytes = bytesOf(request.body);
    const [, first, last, size] = RANGE.exec(request.headers['content-range'] ?? '') ?? [];
    const firstByte = Number(first);
    if (size === undefined || Number(last) - firstByte + 1 !== bytes.length) {
      throw new Refused('malformed');
    }
    return send(
      reply,
      await takeChunk(hub, { device, hash, firstByte, size: Number(size), bytes }),
    );
  });

  function asked(
    headers: Readonly<Record<string, string | readonly string[] | undefined>>,
    method: DeviceRequest['method'],
    path: string,
  ) {
    const header = headers[DEVICE_REQUEST_HEADER];
    return knownDevice(hub, typeof header === 'string' ? header : undefined, method, path);
  }

  async function enrolmentAnswer(requestId: string): Promise<HubAnswer> {
    const row = await findEnrolment(hub.db, requestId);
    if (row === null) throw new Refused('deviceUnknown');
    if (row.answer !== null) return { status: 200, body: row.answer };
    const expired = row.expiresAt.getTime() <= hub.clock.now();
    return {
      status: 200,
      body: signStatement(hub.crypto, hub.privateKey, {
        format: 'rifada.enrolmentState',
        requestId,
        hubId: HubId.parse(hub.hubId),
        hubPublicKey: base64UrlOf(hub.publicKey),
        state: row.state === 'refused' || expired ? 'refused' : 'waiting',
        hubTime: nowOf(hub),
      }),
    };
  }
}

function objectOf(given: unknown): object {
  return typeof given === 'object' && given !== null ? given : {};
}

function hashOf(params: unknown): z.infer<typeof Hash> {
  const parsed = Hash.safeParse(params);
  if (!parsed.success) throw new Refused('malformed');
  return parsed.data;
}

function bytesOf(body: unknown): Uint8Array {
  if (!(body instanceof Uint8Array) || body.length === 0) throw new Refused('malformed');
  return body;
}

function send(reply: FastifyReply, { status, body }: HubAnswer): FastifyReply {
  // No body goes with HEAD: the statement travels as a header.
  if (reply.request.method === 'HEAD') reply.header(STATEMENT_HEADER, body);
  return reply.code(status).type('application/json; charset=utf-8').send(body);
}

function refusalFor(hub: HubContext, error: unknown): HubAnswer {
  if (error instanceof Refused) return refusalAnswer(hub, error);
  if (error instanceof HqError) {
    return refusalAnswer(hub, { code: error.code === 'tooManyAttempts' ? 'tooMany' : 'malformed' });
  }
  const status = z.looseObject({ statusCode: z.int() }).safeParse(error);
  if (status.success && status.data.statusCode === 413)
    return refusalAnswer(hub, { code: 'tooLarge' });
  if (status.success && status.data.statusCode === 429)
    return refusalAnswer(hub, { code: 'tooMany' });
  if (status.success && status.data.statusCode < 500)
    return refusalAnswer(hub, { code: 'malformed' });
  if (!isDatabaseAway(error)) hub.log.failure('sync', error);
  return refusalAnswer(hub, { code: 'unavailable' });
}
