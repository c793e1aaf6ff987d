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
  'quarantine.read',
  'devices.read',
  'devices.administer',
  'people.administer',
]);
export type HqPermission = z.infer<typeof HqPermission>;

const EVERYBODY = ['hq.use'] as const satisfies readonly HqPermission[];
const INTAKE = [...EVERYBODY, 'batches.read'] as const satisfies readonly HqPermission[];

/** Each role's permissions; a person holds those of all their roles. */
export const HQ_ROLE_PERMISSIONS = {
  relationsOfficer: INTAKE,
  importClerk: [...INTAKE, 'quarantine.read', 'devices.read'],
  researchOfficer: EVERYBODY,
  committeeMember: EVERYBODY,
  committeeChair: EVERYBODY,
  director: INTAKE,
  deliveryOfficer: EVERYBODY,
  qualityOfficer: INTAKE,
  dataProtectionOfficer: [...INTAKE, 'quarantine.read', 'devices.read'],
  administrator: [
    ...EVERYBODY,
    'batches.read',
    'devices.read',
    'devices.administer',
    'people.administer',
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
