import { z } from 'zod';

/** Name and version of a published text, form or rule set; an open case keeps the version it began with. */
export const VersionedName = z.strictObject({ id: z.string().max(80), version: z.int().min(1) });
export type VersionedName = z.infer<typeof VersionedName>;
