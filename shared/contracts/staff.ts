import { z } from 'zod';
import { BranchRole } from '#shared/domain/case/permission.ts';
import { Instant } from '#shared/domain/identity.ts';
import { permitted } from './base.ts';
import { DeskStatus, Password, Person, PersonName } from './session.ts';

/** Someone who has a password on this laptop. */
export const StaffMember = Person.extend({ addedAt: Instant });
export type StaffMember = z.infer<typeof StaffMember>;

/** The people who share one laptop, each with a password and a signing key of their own. */
export const staffContract = {
  list: permitted('desk.use').output(z.strictObject({ people: z.array(StaffMember) })),
  /**
   * Adds a person. The one who adds them gives their own password too: with it alone the database's
   * key can be locked for somebody else. Refuses with `wrongPassword`, `passwordTooShort`, `nameTaken`.
   */
  add: permitted('staff.manage')
    .input(
      z.strictObject({
        displayName: PersonName,
        role: BranchRole,
        password: Password,
        ownPassword: Password,
      }),
    )
    .output(z.strictObject({ people: z.array(StaffMember) })),
  /** Refuses with `wrongPassword`, `passwordTooShort`. */
  changePassword: permitted('desk.use')
    .input(z.strictObject({ ownPassword: Password, password: Password }))
    .output(DeskStatus),
};
