import { z } from 'zod';
import type { ImportCase, ImportOverview, ImportView } from '#shared/contracts/hq/imports.ts';
import { ImportCase as Listed, ImportOverview as Overview } from '#shared/contracts/hq/imports.ts';
import type { HqRole } from '#shared/domain/hub/hqPermission.ts';
import { HQ_PASSWORD, type TestHub } from './testHub.ts';

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** An import clerk at the published API, signed in. */
export interface Clerk {
  call(method: string, path: string, body?: unknown): Promise<Answer>;
  overview(): Promise<ImportOverview>;
  cases(wish?: { readonly state?: ImportView; readonly batchId?: string }): Promise<ImportCase[]>;
}

export async function createClerk(
  hub: TestHub,
  userName: string,
  roles: readonly HqRole[] = ['importClerk'],
): Promise<Clerk> {
  await hub.api('POST', '/people', {
    userName,
    displayName: 'سلمان الخيل',
    password: HQ_PASSWORD,
    roles,
  });
  let cookie = '';
  const call: Clerk['call'] = async (method, path, body) => {
    const response = await fetch(`${hub.origin}/api${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(cookie === '' ? {} : { cookie }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    const text = await response.text();
    return { status: response.status, body: text === '' ? null : (JSON.parse(text) as unknown) };
  };
  await call('POST', '/session', { userName, password: HQ_PASSWORD });
  return {
    call,
    overview: async () => Overview.parse((await call('GET', '/imports')).body),
    cases: async (wish = {}) => {
      const query = new URLSearchParams({ ...wish, limit: '500' });
      const { body } = await call('GET', `/imports/cases?${query}`);
      return z.object({ cases: z.array(Listed) }).parse(body).cases;
    },
  };
}

/** Until rows and checks are true of all that was taken in. */
export async function checksMade({ hub }: Pick<TestHub, 'hub'>): Promise<void> {
  await hub.context.caseProjector.settled();
  await hub.context.importer.settled();
}
