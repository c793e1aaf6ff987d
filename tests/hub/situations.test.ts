import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readHubJournal } from '#db/hub/journal.ts';
import {
  type BundledPostgres,
  ensureDatabase,
  startBundledPostgres,
} from '#hq/postgres/bundledPostgres.ts';
import { refusalOf } from '../integration/desk/support/refusal.ts';
import {
  createTestDesk,
  foundBranch,
  type TestDesk,
} from '../integration/desk/support/testDesk.ts';
import { openCase, welcome } from '../integration/desk/support/widowCase.ts';
import { createEnrolledDesk, enrolOver, untilSync } from './support/enrolledDesk.ts';
import { createTestHub, HQ_PASSWORD, type TestHub, waitingRequest } from './support/testHub.ts';

let hub: TestHub;
let other: TestHub;
let desk: TestDesk;
beforeAll(async () => {
  hub = await createTestHub();
  other = await createTestHub();
});
afterAll(async () => {
  await hub.close();
  await other.close();
});
beforeEach(async () => {
  desk = await createEnrolledDesk(hub);
});
afterEach(() => desk.close());

const allSent = () => untilSync(desk, ({ situation }) => situation === 'allSent');
const Devices = z.looseObject({
  devices: z.array(z.looseObject({ deviceId: z.string(), state: z.string(), lane: z.string() })),
});

const Requests = z.looseObject({
  requests: z.array(z.looseObject({ requestId: z.string(), state: z.string() })),
});
const waitingRequests = async () =>
  Requests.parse((await hub.api('GET', '/enrolments')).body).requests.filter(
    ({ state }) => state === 'waiting',
  );

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
}

describe('what stands between desk and headquarters', () => {
  it('no network: the queue is whole, and it goes on by itself', async () => {
    await allSent();
    await hub.hub.close();
    const caseId = await openCase(desk.client);
    await desk.client.sync.sendNow();
    // It may have noticed by itself before it was asked: the try that was asked for sets a new pause.
    const cut = await untilSync(
      desk,
      ({ situation, nextTryAt }) => situation === 'offline' && nextTryAt !== null,
    );
    expect(cut.counts.eventsWaiting).toBeGreaterThan(0);
    expect(cut.contacts[0]?.outcome).toBe('offline');
    await hub.restart();
    await desk.client.sync.sendNow();
    await allSent();
    const held = await readHubJournal(hub.hub.context.db, 0, 10_000);
    expect(held.filter(({ header }) => header.caseId === caseId).length).toBeGreaterThan(0);
  });

  it('a network that comes ends the pause, whatever was left of it', async () => {
    await allSent();
    await hub.hub.close();
    await openCase(desk.client);
    await untilSync(
      desk,
      ({ situation, nextTryAt }) => situation === 'offline' && nextTryAt !== null,
    );
    await hub.restart();
    // The desk's clock stands still, so that its pause does not end by itself.
    desk.joinNetwork('wlan0 10.0.0.7/24');
    await untilSync(
      desk,
      ({ situation, counts }) => situation === 'allSent' && counts.eventsWaiting === 0,
    );
  });

  it('a captive portal: its cheerful page is no receipt', async () => {
    await allSent();
    const portal = createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end('<html><body>Welcome! Log in</body></html>');
    });
    const portalUrl = await listen(portal);
    await openCase(desk.client);
    await desk.client.sync.setAddress({ hubUrl: portalUrl });
    const seen = await untilSync(desk, ({ situation }) => situation === 'captivePortal');
    expect(seen.counts.eventsWaiting).toBeGreaterThan(0);
    portal.close();
    portal.closeAllConnections();
  });

  it('another headquarters: its receipts and refusals are not believed', async () => {
    await allSent();
    await openCase(desk.client);
    await desk.client.sync.setAddress({ hubUrl: other.origin });
    const seen = await untilSync(desk, ({ situation }) => situation === 'wrongHubKey');
    expect(seen.counts.eventsWaiting).toBeGreaterThan(0);
  });

  it('a revoked laptop hears it at its next contact, keeps what it has, and sends it once it is let in again', async () => {
    await allSent();
    const { devices } = Devices.parse((await hub.api('GET', '/devices')).body);
    for (const { deviceId, state } of devices) {
      if (state === 'enrolled') {
        await hub.api('POST', `/devices/${deviceId}/revoke`, { deviceId, reason: 'فُقد الجهاز' });
      }
    }
    await desk.client.sync.sendNow();
    await untilSync(desk, ({ situation }) => situation === 'deviceRevoked');
    await openCase(desk.client);
    await desk.client.sync.sendNow();
    const seen = await untilSync(desk, ({ situation }) => situation === 'deviceRevoked');
    expect(seen.counts.eventsWaiting).toBeGreaterThan(0);

    for (const { deviceId, state } of devices) {
      if (state !== 'enrolled') continue;
      const path = `/devices/${deviceId}/readmit`;
      const again = { deviceId, reason: 'عُثر عليه' };
      expect((await hub.api('POST', path, { ...again, reason: ' ' })).status).toBe(400);
      expect((await hub.api('POST', path, again)).status).toBe(200);
      expect((await hub.api('POST', path, again)).status).toBe(404);
    }
    await desk.client.sync.sendNow();
    await untilSync(
      desk,
      (sync) => sync.situation === 'allSent' && sync.counts.eventsWaiting === 0,
    );
  });

  it('a clock that is off is measured, and what is sent arrives all the same', async () => {
    await allSent();
    desk.setNow('2026-11-23T11:00:00.000Z');
    await openCase(desk.client);
    // What headquarters has to say may come first, and measures the clock too.
    const seen = await untilSync(
      desk,
      ({ situation, counts }) => situation === 'clockSkew' && counts.eventsWaiting === 0,
    );
    expect(Math.round((seen.clockSkewMs ?? 0) / 60_000)).toBe(180);
    // Set right again, it is heard at once, and not when the old time has come.
    desk.setNow('2026-11-23T08:00:00.000Z');
    await untilSync(
      desk,
      ({ situation, clockSkewMs }) => situation === 'allSent' && clockSkewMs === 0,
    );
  });

  it('locking in the middle of sending loses nothing', async () => {
    await openCase(desk.client);
    await desk.client.sync.sendNow();
    const status = await desk.client.session.lock();
    expect(status.phase).toBe('locked');
    expect((await refusalOf(desk.client.sync.status())).code).toBe('notUnlocked');
    expect(desk.log.failures).toEqual([]);
  });
});

describe('being taken in', () => {
  it('a code that is not the one on the screen is refused, and nobody is taken in', async () => {
    const asking = await createTestDesk();
    await foundBranch(asking);
    await asking.client.sync.enrol({ hubUrl: hub.origin });
    const requestId = await waitingRequest(hub);
    const body = { requestId, code: '0000-0000' };
    const answer = await hub.api('POST', `/enrolments/${requestId}/approve`, body);
    expect(answer.status).toBe(409);
    expect((await asking.client.sync.status()).enrolment.state).toBe('asking');
    await hub.api('POST', `/enrolments/${requestId}/refuse`, { requestId });
    await untilSync(asking, ({ enrolment }) => enrolment.state === 'refused');
    await asking.close();
  });

  it('a request that was given up and made anew, or that nobody answered, does not wait twice', async () => {
    const asking = await createTestDesk();
    await foundBranch(asking);
    await asking.client.sync.requestFile();
    await asking.client.sync.enrol({ hubUrl: hub.origin });
    await asking.client.sync.cancelEnrolment();
    await asking.client.sync.enrol({ hubUrl: hub.origin });
    const waiting = await waitingRequests();
    expect(waiting).toHaveLength(1);
    const requestId = waiting[0]?.requestId ?? '';
    // A week later its time is over, and nobody is asked about it any more.
    hub.setNow('2026-12-01T08:00:00.000Z');
    await hub.api('POST', '/session', { userName: 'admin', password: HQ_PASSWORD });
    expect(await waitingRequests()).toEqual([]);
    hub.setNow('2026-11-23T08:00:00.000Z');
    await hub.api('POST', '/session', { userName: 'admin', password: HQ_PASSWORD });
    await hub.api('POST', `/enrolments/${requestId}/refuse`, { requestId });
    await asking.close();
  });

  it('a second laptop of the branch joins it, under a lane of its own', async () => {
    const second = await createEnrolledDesk(hub);
    const [one, two] = await Promise.all(
      [desk, second].map(async ({ client }) => {
        const status = await client.session.status();
        if (status.phase !== 'open') throw new Error(status.phase);
        return status.branch;
      }),
    );
    expect(two?.branchOfficeId).toBe(one?.branchOfficeId);
    expect(two?.lane).not.toBe(one?.lane);
    await second.close();
  });

  it('by file, each side with the other side’s code', async () => {
    const remote = await createTestDesk();
    await foundBranch(remote);
    const { content } = await remote.client.sync.requestFile();
    const { enrolment } = await remote.client.sync.status();
    if (enrolment.state !== 'asking') throw new Error(enrolment.state);
    await hub.api('POST', '/enrolments', { file: content });
    const requestId = await waitingRequest(hub);
    const { code } = enrolment;
    const approved = await hub.api('POST', `/enrolments/${requestId}/approve`, { requestId, code });
    expect(approved.status).toBe(200);
    const Answer = z.strictObject({ file: z.string(), code: z.string() });
    const answer = Answer.parse((await hub.api('GET', `/enrolments/${requestId}/answer`)).body);
    const wrong = remote.client.sync.takeAnswer({ content: answer.file, code: '1111-1111' });
    expect((await refusalOf(wrong)).code).toBe('enrolmentAnswerInvalid');
    const status = await remote.client.sync.takeAnswer({ content: answer.file, code: answer.code });
    expect(status.enrolment.state).toBe('enrolled');
    await remote.client.sync.setAddress({ hubUrl: hub.origin });
    await untilSync(remote, ({ situation }) => situation === 'allSent');
    await remote.close();
  });
});

describe('headquarters’ database gone in the middle', () => {
  it('is a typed refusal; the queue is whole and goes when it is back', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rifada-postgres-'));
    let postgres: BundledPostgres = await startBundledPostgres(folder);
    await ensureDatabase(postgres.url);
    const frail = await createTestHub(undefined, postgres.url);
    const sender = await createTestDesk();
    await foundBranch(sender);
    await enrolOver(sender, frail, frail.origin);
    await untilSync(sender, ({ situation }) => situation === 'allSent');
    process.kill(postgres.processId, 'SIGKILL');
    const caseId = await openCase(sender.client);
    await welcome(sender.client, caseId);
    await sender.client.sync.sendNow();
    const seen = await untilSync(sender, ({ situation }) => situation === 'hubUnavailable');
    expect(seen.counts.eventsWaiting).toBeGreaterThan(0);
    expect((await fetch(`${frail.origin}/ready`)).status).toBe(503);
    expect((await fetch(`${frail.origin}/health`)).status).toBe(200);
    await frail.close();
    // Headquarters comes back on the same data, at a new address.
    postgres = await startBundledPostgres(folder);
    await sender.close();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  });
});
