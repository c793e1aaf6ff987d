import { z } from 'zod';
import { HqRole } from '#shared/domain/hub/hqPermission.ts';
import { ActorId } from '#shared/domain/identity.ts';
import { hqPermitted } from './base.ts';

export const UserName = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{1,39}$/);

/** In characters, composed (NFC). */
export const SHORTEST_HQ_PASSWORD = 10;
/** Length is checked by the hub, so that the refusal has its own sentence. */
export const HqPassword = z.string().max(400);
export const HqName = z.string().trim().min(2).max(120);

export const HqPerson = z.strictObject({
  personId: ActorId,
  userName: z.string(),
  displayName: z.string(),
  roles: z.array(HqRole),
});
export type HqPerson = z.infer<typeof HqPerson>;

export const HqStatus = z.discriminatedUnion('phase', [
  /** Nobody is there yet: the terminal shows a code with which the administrator is made. */
  z.strictObject({ phase: z.literal('firstRun') }),
  z.strictObject({ phase: z.literal('signedOut') }),
  z.strictObject({ phase: z.literal('signedIn'), person: HqPerson }),
]);
export type HqStatus = z.infer<typeof HqStatus>;

export const hqSessionContract = {
  status: hqPermitted('open').route({ method: 'GET', path: '/session' }).output(HqStatus),
  /** Makes the first administrator and signs them in; once. */
  setUp: hqPermitted('open')
    .route({ method: 'POST', path: '/session/set-up' })
    .input(
      z.strictObject({
        code: z.string().max(40),
        userName: UserName,
        displayName: HqName,
        password: HqPassword,
      }),
    )
    .output(HqStatus),
  signIn: hqPermitted('open')
    .route({ method: 'POST', path: '/session' })
    .input(z.strictObject({ userName: UserName, password: HqPassword }))
    .output(HqStatus),
  /** Who can be signed in as for practising, with the password of training; nobody at a real one. */
  trainingPeople: hqPermitted('open')
    .route({ method: 'GET', path: '/session/training-people' })
    .output(z.strictObject({ people: z.array(HqPerson) })),
  signOut: hqPermitted('open').route({ method: 'DELETE', path: '/session' }).output(HqStatus),
  /** One's own; other sessions of the same person end. */
  changePassword: hqPermitted('hq.use')
    .route({ method: 'POST', path: '/session/password' })
    .input(z.strictObject({ password: HqPassword, newPassword: HqPassword }))
    .output(HqStatus),
};
