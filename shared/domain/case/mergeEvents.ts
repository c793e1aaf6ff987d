import { z } from 'zod';
import { CaseId } from '../identity.ts';

export const MergeId = z.uuid().brand<'MergeId'>();
export type MergeId = z.infer<typeof MergeId>;

const fileNo = z.string().min(1).max(40);

/**
 * What headquarters tells each case of two persons who turned out to be one, and of two who turned out
 * not to be. The case itself stays as it is: its file changes, and whether it is a request of its own.
 */
export const MERGE_EVENT_PAYLOADS = {
  personMerged: z.strictObject({
    mergeId: MergeId,
    /** On which file the case stands from here on; null while neither person has one. */
    fileNo: fileNo.nullable(),
    /** The other file that was joined to this one, or into which this one went. */
    otherFileNo: fileNo.nullable(),
    /** Whether the case was of the person whose file stays. */
    kept: z.boolean(),
    /**
     * It asks for what another request of the same person asks for and goes no further. The reference
     * is told where that request is of the same branch.
     */
    duplicateOf: z
      .strictObject({ caseId: CaseId, reference: z.string().max(40).nullable() })
      .nullable(),
  }),
  personSeparated: z.strictObject({ mergeId: MergeId, fileNo: fileNo.nullable() }),
} as const;
