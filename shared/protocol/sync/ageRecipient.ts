import { z } from 'zod';

/** A public key of age, X25519. */
export const AgeRecipient = z.string().regex(/^age1[02-9ac-hj-np-z]{58}$/u);

/** The keys to which a laptop seals what it writes to a stick: one at the hub, one in a safe. */
export const StickRecipients = z.array(AgeRecipient).min(1).max(4);
export type StickRecipients = z.infer<typeof StickRecipients>;
