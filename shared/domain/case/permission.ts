import { z } from 'zod';

/** What a person may be allowed to do. `open` needs no one to be logged in. */
export const Permission = z.enum([
  'open',
  'desk.use',
  'people.search',
  'case.read',
  'case.write',
  'declaration.sign',
  'case.submit',
  'case.refer',
  'referral.answer',
  'case.export',
  'papers.print',
  'service.deliver',
  'contacts.read',
  'contacts.write',
  'complaints.record',
  /** Reads the whole register; who only records reads what they recorded. */
  'complaints.read',
  'opinion.give',
  'sync.use',
  'sync.enrol',
  'copies.use',
  'staff.manage',
]);
export type Permission = z.infer<typeof Permission>;

/** Roles at a branch (policy, section 3). */
export const BranchRole = z.enum(['representative', 'relationsOfficer']);
export type BranchRole = z.infer<typeof BranchRole>;

const REPRESENTATIVE = [
  'desk.use',
  'sync.use',
  'sync.enrol',
  'copies.use',
  'people.search',
  'case.read',
  'case.write',
  'declaration.sign',
  'case.submit',
  'case.refer',
  'referral.answer',
  'case.export',
  'papers.print',
  'service.deliver',
  'contacts.read',
  'contacts.write',
  'complaints.record',
  'opinion.give',
] as const satisfies readonly Permission[];

/** Each role's permissions; the officer may do all that a representative may, and administers the laptops. */
export const ROLE_PERMISSIONS = {
  representative: REPRESENTATIVE,
  relationsOfficer: [...REPRESENTATIVE, 'complaints.read', 'staff.manage'],
} as const satisfies Record<BranchRole, readonly Permission[]>;

export function roleMay(role: BranchRole, permission: Permission): boolean {
  const permissions: readonly Permission[] = ROLE_PERMISSIONS[role];
  return permission === 'open' || permissions.includes(permission);
}
