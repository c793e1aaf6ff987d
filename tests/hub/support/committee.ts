import { z } from 'zod';
import { writeHub } from '#db/hub/connection.ts';
import type { NewHubCaseEvent } from '#db/hub/hubEvents.ts';
import { readCasesOfHub } from '#hq/cases/hubCase.ts';
import { lockAndReadCases, writeCaseEvents } from '#hq/cases/writeCaseEvents.ts';
import { askedItems } from '#hq/decisions/askedItems.ts';
import { riyadhToday } from '#hq/decisions/releaseDecisions.ts';
import { CaseInSession, OpenSession } from '#shared/contracts/hq/committee.ts';
import type { AskedItem } from '#shared/contracts/hq/decisions.ts';
import { ReportId } from '#shared/domain/case/studyEvents.ts';
import type { HqRole } from '#shared/domain/hub/hqPermission.ts';
import { ActorId, CaseId } from '#shared/domain/identity.ts';
import { type HqApi, hqApi } from './hqApi.ts';
import { HQ_PASSWORD, type TestHub } from './testHub.ts';

/** Somebody at headquarters with a browser of their own. */
export interface Colleague {
  readonly personId: ActorId;
  readonly userName: string;
  readonly name: string;
  readonly api: HqApi;
  signIn(): Promise<void>;
}

const Added = z.looseObject({ personId: ActorId });

/** Takes somebody on and signs them in. */
export async function colleague(
  hub: Pick<TestHub, 'api' | 'origin'>,
  userName: string,
  roles: readonly HqRole[],
): Promise<Colleague> {
  const name = `${userName} الشريف`;
  const added = await hub.api('POST', '/people', {
    userName,
    displayName: name,
    password: HQ_PASSWORD,
    roles,
  });
  const { personId } = Added.parse(added.body);
  const api = hqApi(hub.origin);
  const signIn = async () => {
    const answer = await api('POST', '/session', { userName, password: HQ_PASSWORD });
    if (answer.status !== 200) throw new Error(`${userName} was not let in`);
  };
  await signIn();
  return { personId, userName, name, api, signIn };
}

/** Every submitted case is imported by rule, studied and reported on: ready for the committee. */
export async function makeReady({ hub }: Pick<TestHub, 'hub'>): Promise<readonly CaseId[]> {
  const { context } = hub;
  await context.caseProjector.settled();
  const rows = await context.db.query<{ readonly id: string }>(
    'SELECT case_id AS id FROM hub_case WHERE candidate ORDER BY reference',
  );
  const ids = rows.map(({ id }) => CaseId.parse(id));
  await appendByRule({ hub }, ids, (_caseId, index) => [
    { kind: 'caseImported', payload: { fileNo: `F-${index + 1}`, by: 'rule' } },
  ]);
  await makeStudied({ hub }, ids);
  return ids;
}

/** The same events on many cases, in headquarters' own name. */
async function appendByRule(
  { hub: { context } }: Pick<TestHub, 'hub'>,
  caseIds: readonly CaseId[],
  eventsOf: (caseId: CaseId, index: number) => readonly Said[],
): Promise<void> {
  const actorId = ActorId.parse(context.hubId);
  await writeHub(context.db, async (writer) => {
    const cases = await lockAndReadCases(writer, context, caseIds);
    const events = caseIds.flatMap((caseId, index) =>
      eventsOf(caseId, index).map((event) => ({ ...event, caseId, actorId }) as NewHubCaseEvent),
    );
    await writeCaseEvents(writer, context, cases, events);
  });
}

/** Imported cases are studied and reported on, everything recommended. */
export async function makeStudied(
  { hub }: Pick<TestHub, 'hub'>,
  ids: readonly CaseId[],
): Promise<void> {
  const { context } = hub;
  const actorId = ActorId.parse(context.hubId);
  const append = (eventsOf: (caseId: CaseId) => readonly Said[]) =>
    appendByRule({ hub }, ids, eventsOf);
  const officer = { officerId: actorId, officerName: 'ليان المالكي' };
  await append(() => [
    { kind: 'studyAssigned', payload: officer },
    { kind: 'studyBegun', payload: { officerId: actorId, noConflict: true } },
  ]);
  const states = await readCasesOfHub(context.db, context.hubId, ids);
  const reports = new Map(ids.map((caseId) => [caseId, ReportId.parse(context.ids.uuid())]));
  await append((caseId) => [{ kind: 'studyReported', payload: { report: reportOn(caseId) } }]);
  await append((caseId) => [
    { kind: 'studyCompleted', payload: { reportId: reports.get(caseId) ?? '' } },
  ]);

  function reportOn(caseId: CaseId) {
    const state = states.get(caseId)?.state;
    if (state == null) throw new Error('the case is not here');
    const asked = askedItems(state, context.reference.rulesOf(state).questionnaire);
    return {
      ...officer,
      reportId: reports.get(caseId),
      reportedOn: riyadhToday(context),
      findings: 'زارت الباحثة الأسرة، ودخلها لا يكفي حاجتها.',
      items: asked.map(({ itemId, amount, quantity }) => ({
        itemId,
        recommends: 'accept',
        amount,
        quantity: amount === null && quantity === null ? 1 : quantity,
        months: null,
        reason: 'الحاجة ظاهرة.',
      })),
      validAtDecision: [],
    };
  }
}

interface Said {
  readonly kind: NewHubCaseEvent['kind'];
  readonly payload: object;
}

export interface TestCommittee {
  readonly chair: Colleague;
  /** The chair first. */
  readonly members: readonly Colleague[];
  /** A session that goes on with this case alone. @returns its address and the case's in it */
  sit(caseId: string): Promise<{ readonly session: string; readonly ofCase: string }>;
  /** Decides on a case in a session of its own, everybody in favour. */
  decide(caseId: string, motion?: (item: AskedItem) => object): Promise<CaseInSession>;
}

/** A chair and three members, who sit as often as a test needs them. */
export async function createCommittee(
  hub: Pick<TestHub, 'api' | 'origin' | 'hub'>,
  name = 'committee',
  chairRoles: readonly HqRole[] = ['committeeChair'],
): Promise<TestCommittee> {
  const chair = await colleague(hub, `${name}.chair`, chairRoles);
  const members = [chair];
  for (const index of [1, 2, 3]) {
    members.push(await colleague(hub, `${name}.${index}`, ['committeeMember']));
  }
  const post = async (path: string, body: object) => {
    const answer = await chair.api('POST', path, body);
    if (answer.status !== 200) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const sit = async (caseId: string) => {
    await chair.signIn();
    const planned = await post('/committee/sessions', {
      heldOn: riyadhToday(hub.hub.context),
      startsAt: '10:00',
      place: { kind: 'remote', where: 'اجتماع مرئي' },
      members: members.map(({ personId }) => personId),
      chairId: chair.personId,
    });
    const { session } = OpenSession.parse(planned);
    const at = `/committee/sessions/${session.sessionId}`;
    await post(`${at}/agenda`, { cases: [caseId], version: session.version });
    await post(`${at}/begin`, { present: members.map(({ personId }) => personId) });
    return { session: at, ofCase: `${at}/cases/${caseId}` };
  };
  return {
    chair,
    members,
    sit,
    decide: async (caseId, motion = rejected) => {
      const { session, ofCase } = await sit(caseId);
      const { items } = CaseInSession.parse((await chair.api('GET', ofCase)).body);
      const put = CaseInSession.parse(
        await post(`${ofCase}/motions`, { items: items.map(motion) }),
      );
      for (const { motionId } of put.agenda.motions) {
        const votes = put.members.flatMap(({ personId, noVoice }) =>
          noVoice === null ? [{ memberId: personId, vote: 'for' }] : [],
        );
        await post(`${ofCase}/votes`, { motionId, votes });
      }
      const decided = CaseInSession.parse(await post(`${ofCase}/decision`, {}));
      await post(`${session}/close`, {});
      return decided;
    },
  };
}

export function rejected({ itemId }: Pick<AskedItem, 'itemId'>): object {
  return { itemId, outcome: 'rejected', code: 'outOfArea', reason: 'خارج نطاق الفرع' };
}

export function accepted({ itemId, amount, quantity }: AskedItem): object {
  return {
    ...{ itemId, outcome: 'accepted', amount },
    quantity: amount === null && quantity === null ? 1 : quantity,
    ...{ period: { kind: 'once' }, fundingSource: 'sadaqa', conditions: null, reason: null },
  };
}

export function deferred({ itemId }: Pick<AskedItem, 'itemId'>): object {
  return {
    ...{ itemId, outcome: 'deferred', reason: 'ينقص التقرير' },
    ...{ awaited: 'تقرير المستشفى', until: '2027-02-01' },
  };
}
