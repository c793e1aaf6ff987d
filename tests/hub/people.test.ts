import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { hqContract } from '#shared/contracts/hq/hqContract.ts';
import { HqPermission } from '#shared/domain/hub/hqPermission.ts';
import { createTestHub, HQ_PASSWORD, type TestHub } from './support/testHub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await createTestHub();
});
afterAll(() => hub.close());

const Code = z.looseObject({ code: z.string() });

interface Sent {
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

async function call(method: string, path: string, init: Sent = {}) {
  const response = await fetch(`${hub.origin}/api${path}`, {
    method,
    ...init,
    headers: { 'content-type': 'application/json', ...init.headers },
  });
  const body: unknown = await response.json();
  const code = Code.safeParse(body);
  return {
    status: response.status,
    code: code.success ? code.data.code : null,
    cookie: response.headers.get('set-cookie'),
    body,
  };
}

const signIn = (userName: string, password: string, headers = {}) =>
  call('POST', '/session', { body: JSON.stringify({ userName, password }), headers });

describe('who may do what at headquarters', () => {
  const Route = z.object({ method: z.string().default('POST'), path: z.string() });
  const Procedure = z.looseObject({
    '~orpc': z.looseObject({ meta: z.looseObject({ permission: HqPermission }), route: Route }),
  });
  const procedures = Object.entries(hqContract).flatMap(([feature, contract]) =>
    Object.entries(contract).map(([name, procedure]: [string, unknown]) => {
      const { meta, route } = Procedure.parse(procedure)['~orpc'];
      return [`${feature}.${name}`, meta.permission, route] as const;
    }),
  );

  it.each(procedures)(
    '%s names its permission, and is closed to who is not signed in',
    async (_name, permission, route) => {
      if (permission === 'open') return;
      const path = route.path.replaceAll(/\{\w+\}/gu, '0195368a-b1b0-72d5-811c-527a42338d9b');
      const { method } = route;
      const init = method === 'GET' ? {} : { body: '{}' };
      expect((await call(method, path, init)).code).toBe('notSignedIn');
    },
  );

  it('the code of the terminal makes one administrator, once', async () => {
    const again = await call('POST', '/session/set-up', {
      body: JSON.stringify({
        code: hub.hub.setUpCode,
        userName: 'second',
        displayName: 'ثانية',
        password: HQ_PASSWORD,
      }),
    });
    expect(again).toMatchObject({ status: 409, code: 'alreadySetUp' });
  });

  it('a clerk sees batches and changes no people', async () => {
    const person = {
      userName: 'clerk',
      displayName: 'نوف',
      password: HQ_PASSWORD,
      roles: ['importClerk'],
    };
    expect((await hub.api('POST', '/people', person)).status).toBe(200);
    const { cookie } = await signIn('clerk', HQ_PASSWORD);
    expect(cookie).toMatch(/HttpOnly; SameSite=Strict/u);
    const headers = { cookie: cookie?.split(';')[0] ?? '' };
    expect((await call('GET', '/batches', { headers })).status).toBe(200);
    expect((await call('GET', '/quarantine', { headers })).status).toBe(200);
    expect((await call('GET', '/people', { headers })).code).toBe('notPermitted');
    // A page of another site cannot use the clerk's cookie.
    const foreign = { ...headers, origin: 'https://elsewhere.example' };
    expect((await call('DELETE', '/session', { headers: foreign, body: '{}' })).status).toBe(403);
    const crossed = { ...headers, 'sec-fetch-site': 'cross-site' };
    expect((await call('DELETE', '/session', { headers: crossed, body: '{}' })).status).toBe(403);
    expect((await call('GET', '/batches', { headers })).status).toBe(200);
  });

  it('a wrong password is told no more than that, and after five the name rests', async () => {
    expect(await signIn('nobody', 'x')).toMatchObject({ status: 401, code: 'wrongPassword' });
    for (let attempt = 0; attempt < 5; attempt += 1) {
      expect((await signIn('clerk', 'wrong')).code).toBe('wrongPassword');
    }
    expect((await signIn('clerk', HQ_PASSWORD)).code).toBe('tooManyAttempts');
    hub.setNow('2026-11-23T08:02:00.000Z');
    expect((await signIn('clerk', HQ_PASSWORD)).status).toBe(200);
  });

  it('a session ends by itself, and with who is no longer active', async () => {
    const { cookie } = await signIn('clerk', HQ_PASSWORD);
    const headers = { cookie: cookie?.split(';')[0] ?? '' };
    const { body } = await hub.api('GET', '/people');
    const People = z.object({
      people: z.array(z.looseObject({ userName: z.string(), personId: z.string() })),
    });
    const clerk = People.parse(body).people.find(({ userName }) => userName === 'clerk');
    const personId = clerk?.personId ?? '';
    await hub.api('PATCH', `/people/${personId}`, { personId, active: false });
    expect((await call('GET', '/batches', { headers })).code).toBe('notSignedIn');
    hub.setNow('2026-11-23T09:30:00.000Z');
    expect((await hub.api('GET', '/people')).status).toBe(401);
  });

  it('publishes what it answers, and writes no name into its log', async () => {
    const document: unknown = await (await fetch(`${hub.origin}/openapi.json`)).json();
    const Document = z.looseObject({ paths: z.record(z.string(), z.unknown()) });
    expect(Object.keys(Document.parse(document).paths)).toContain(
      '/enrolments/{requestId}/approve',
    );
    expect(hub.lines.join('')).not.toMatch(/[\u0621-\u064a]|clerk/u);
  });
});
