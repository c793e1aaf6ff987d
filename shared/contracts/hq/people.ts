import { z } from 'zod';
import { HqRole } from '#shared/domain/hub/hqPermission.ts';
import { ActorId } from '#shared/domain/identity.ts';
import { hqPermitted } from './base.ts';
import { HqName, HqPassword, HqPerson, UserName } from './session.ts';

export const HqPersonListed = HqPerson.extend({ active: z.boolean() });
export type HqPersonListed = z.infer<typeof HqPersonListed>;

export const hqPeopleContract = {
  list: hqPermitted('people.administer')
    .route({ method: 'GET', path: '/people' })
    .output(z.strictObject({ people: z.array(HqPersonListed) })),
  add: hqPermitted('people.administer')
    .route({ method: 'POST', path: '/people' })
    .input(
      z.strictObject({
        userName: UserName,
        displayName: HqName,
        password: HqPassword,
        roles: z.array(HqRole).min(1).max(10),
      }),
    )
    .output(HqPersonListed),
  /** A new password ends the sessions that are open; so does being no longer active. */
  change: hqPermitted('people.administer')
    .route({ method: 'PATCH', path: '/people/{personId}' })
    .input(
      z.strictObject({
        personId: ActorId,
        displayName: HqName.optional(),
        password: HqPassword.optional(),
        roles: z.array(HqRole).min(1).max(10).optional(),
        active: z.boolean().optional(),
      }),
    )
    .output(HqPersonListed),
};
