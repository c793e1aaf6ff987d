import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createTestDesk } from '../integration/desk/support/testDesk.ts';
import { changed, createSender, post, type Sender } from './support/sender.ts';
import { createTestHub, HQ_PASSWORD, type TestHub, waitingRequest } from './support/testHub.ts';

let hub: TestHub;
let sender: Sender;
beforeAll(async () => {
  hub = await createTestHub();
  sender = await createSender(hub);
});
afterAll(async () => {
  sender.close();
  await hub.close();
});

const Code = z.looseObject({ code: z.string() });
const People = z.looseObject({
  people: z.array(z.looseObject({ personId: z.string(), userName: z.string() })),
});
const Devices = z.looseObject({
  devices: z.array(
    z.looseObject({
      deviceId: z.string(),
      gapSince: z.string().nullable(),
      lastContactAt: z.string().nullable(),
      refused: z.int(),
      lastBatch: z.looseObject({ number: z.int(), events: z.int() }).nullable(),
    }),
  ),
});

const NEW_PASSWORD = 'كلمة أخرى للمركز';

async function refused(answer: Promise<{ readonly body: unknown }>): Promise<string> {
  return Code.parse((await answer).body).code;
}

async function health() {
  const { devices } = Devices.parse((await hub.api('GET', '/devices')).body);
  const own = devices.find(({ deviceId }) => deviceId === sender.device.deviceId);
  if (!own) throw new Error('the laptop is not listed');
  return own;
}

describe('what the administrator does', () => {
  it('shuts nobody out by their own hand, and never the last administrator', async () => {
    const { people } = People.parse((await hub.api('GET', '/people')).body);
    const { personId = '' } = people.find(({ userName }) => userName === 'admin') ?? {};
    for (const change of [{ active: false }, { roles: ['director'] }]) {
      const answer = hub.api('PATCH', `/people/${personId}`, { personId, ...change });
      expect(await refused(answer)).toBe('ownAdministration');
    }
    const same = await hub.api('PATCH', `/people/${personId}`, {
      personId,
      roles: ['administrator', 'director'],
    });
    expect(same.status).toBe(200);
  });

  it('changes a password of their own only with the old one, and stays signed in', async () => {
    const change = (password: string, newPassword: string) =>
      hub.api('POST', '/session/password', { password, newPassword });
    expect(await refused(change('not the one', NEW_PASSWORD))).toBe('wrongPassword');
    expect(await refused(change(HQ_PASSWORD, 'short'))).toBe('passwordTooShort');
    const elsewhere = await fetch(`${hub.origin}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ userName: 'admin', password: HQ_PASSWORD }),
    });
    const cookie = elsewhere.headers.get('set-cookie')?.split(';')[0] ?? '';
    expect((await change(HQ_PASSWORD, NEW_PASSWORD)).status).toBe(200);
    expect((await hub.api('GET', '/people')).status).toBe(200);
    // The other browser's session has ended with the old password.
    const other = await fetch(`${hub.origin}/api/people`, { headers: { cookie } });
    expect(other.status).toBe(401);
  });

  it('sees a gap while it is open, what was refused, and the last batch', async () => {
    expect(await health()).toMatchObject({ gapSince: null, refused: 0, lastBatch: null });
    const first = await sender.batch({ events: 2, number: 1 });
    const third = await sender.batch({ after: 4, events: 2, number: 2 });
    expect((await post(hub, third)).status).toBe(409);
    expect(await health()).toMatchObject({
      gapSince: '2026-11-23T08:00:00.000Z',
      // What it sent was refused, and it was heard from.
      lastContactAt: '2026-11-23T08:00:00.000Z',
      refused: 1,
      lastBatch: null,
    });
    expect(
      (
        await post(
          hub,
          changed(first, (lines) => lines.slice(0, -1)),
        )
      ).status,
    ).not.toBe(200);
    hub.setNow('2026-11-23T08:01:00.000Z');
    expect((await post(hub, first)).status).toBe(200);
    expect((await post(hub, third)).status).toBe(200);
    expect(await health()).toMatchObject({
      gapSince: null,
      refused: 2,
      lastBatch: { number: 2, events: 2 },
    });
  });

  it('takes no training laptop into a real headquarters', async () => {
    const desk = await createTestDesk();
    await desk.client.session.found({ kind: 'training', language: 'ar' });
    const { enrolment } = await desk.client.sync.enrol({ hubUrl: hub.origin });
    const requestId = await waitingRequest(hub);
    const code = enrolment.state === 'asking' ? enrolment.code : '';
    const answer = hub.api('POST', `/enrolments/${requestId}/approve`, { requestId, code });
    expect(await refused(answer)).toBe('trainingApart');
    await desk.close();
  });
});
