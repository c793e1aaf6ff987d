import { z } from 'zod';

/** Roles at headquarters (policy, section 3). */
export const HqRole = z.enum([
  'relationsOfficer',
  'importClerk',
  'researchOfficer',
  'committeeMember',
  'committeeChair',
  'director',
  'deliveryOfficer',
  'qualityOfficer',
  'dataProtectionOfficer',
  'administrator',
]);
export type HqRole = z.infer<typeof HqRole>;

/** What a person at headquarters may be allowed to do. `open` needs no one to be signed in. */
export const HqPermission = z.enum([
  'open',
  'hq.use',
  'batches.read',
  /** Files that come on a stick. */
  'batches.take',
  'quarantine.read',
  /** The bytes of what was refused, which may hold anything of a case. */
  'quarantine.take',
  /** Pictures of documents, one page at a time. */
  'scans.read',
  'devices.read',
  'devices.administer',
  'people.administer',
  'cases.read',
  'cases.import',
  /** Joining two persons who are one, taking it back, and saying that two are not. */
  'persons.merge',
  'study.read',
  'study.assign',
  'study.write',
  /** A case that lapsed goes on where it was. */
  'cases.reopen',
  /** Questions to the social-research officer (P33), from headquarters too. */
  'referrals.write',
  'referrals.answer',
  'cases.decide',
  /** A member's own voice and own recusal. */
  'cases.vote',
  'sessions.plan',
  /** Appeals, and answers to what deferred items wait for. */
  'appeals.record',
  /** An appeal, without a session: the director, who had no part in the first decision. */
  'appeals.decide',
  'decisions.release',
  /** An answer before its day, with a reason (P35): the director alone. */
  'decisions.override',
  /** Everybody in the registry, with requests, services and contacts. */
  'registry.read',
  'service.register',
  'service.deliver',
  'cases.close',
  /** The register of complaints; nothing of one is shown to the person whom it names. */
  'complaints.read',
  'complaints.answer',
  /** What people say of the service, in totals that show nobody. */
  'opinions.read',
  /** What they write in their own words: the quality officer alone, who decides on no request. */
  'opinions.words',
  'leads.read',
  'leads.write',
  'reference.read',
  /** Forms, rules and settings for all branches. */
  'reference.publish',
]);
export type HqPermission = z.infer<typeof HqPermission>;

const EVERYBODY = ['hq.use'] as const satisfies readonly HqPermission[];
const READER = [...EVERYBODY, 'cases.read'] as const satisfies readonly HqPermission[];
const INTAKE = [...READER, 'batches.read'] as const satisfies readonly HqPermission[];

/** Each role's permissions; a person holds those of all their roles. */
export const HQ_ROLE_PERMISSIONS = {
  relationsOfficer: [
    ...INTAKE,
    'registry.read',
    'service.register',
    'service.deliver',
    'cases.close',
    'complaints.read',
    'complaints.answer',
    'batches.take',
    'scans.read',
    'leads.read',
    'leads.write',
    'decisions.release',
    'appeals.record',
    'cases.reopen',
    'referrals.write',
  ],
  importClerk: [
    ...INTAKE,
    'registry.read',
    'batches.take',
    'scans.read',
    'quarantine.read',
    'quarantine.take',
    'devices.read',
    'cases.import',
    'persons.merge',
    'referrals.write',
  ],
  committeeMember: [...READER, 'scans.read', 'study.read', 'cases.vote'],
  committeeChair: [
    ...READER,
    'scans.read',
    'study.read',
    'cases.decide',
    'cases.vote',
    'sessions.plan',
    'decisions.release',
    'appeals.record',
  ],
  researchOfficer: [
    ...READER,
    'registry.read',
    'scans.read',
    'leads.read',
    'appeals.record',
    'study.read',
    'study.assign',
    'study.write',
    'cases.reopen',
    'referrals.write',
    'referrals.answer',
  ],
  director: [
    ...INTAKE,
    'registry.read',
    'complaints.read',
    'complaints.answer',
    'opinions.read',
    'scans.read',
    'persons.merge',
    'study.read',
    'study.assign',
    'cases.reopen',
    'referrals.write',
    'cases.decide',
    'cases.vote',
    'sessions.plan',
    'appeals.record',
    'appeals.decide',
    'decisions.release',
    'decisions.override',
    'leads.read',
    'reference.read',
  ],
  deliveryOfficer: [
    ...READER,
    'registry.read',
    'service.register',
    'service.deliver',
    'cases.close',
  ],
  qualityOfficer: [
    ...INTAKE,
    'complaints.read',
    'complaints.answer',
    'opinions.read',
    'opinions.words',
  ],
  dataProtectionOfficer: [
    ...INTAKE,
    'registry.read',
    'quarantine.read',
    'quarantine.take',
    'devices.read',
  ],
  administrator: [
    ...EVERYBODY,
    'batches.read',
    'devices.read',
    'quarantine.read',
    'devices.administer',
    'people.administer',
    'reference.read',
    'reference.publish',
  ],
} as const satisfies Record<HqRole, readonly HqPermission[]>;

export function rolesMay(roles: readonly HqRole[], permission: HqPermission): boolean {
  return (
    permission === 'open' ||
    roles.some((role) => {
      const permissions: readonly HqPermission[] = HQ_ROLE_PERMISSIONS[role];
      return permissions.includes(permission);
    })
  );
}
