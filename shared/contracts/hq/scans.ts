import { z } from 'zod';
import { CaseId } from '#shared/domain/identity.ts';
import { MOST_PAGES, ScanId } from '#shared/domain/scans/scan.ts';
import { hqPermitted } from './base.ts';

export const hqScansContract = {
  /** The pages of a case's standing scans. */
  list: hqPermitted('scans.read')
    .route({ method: 'GET', path: '/cases/{caseId}/scans' })
    .input(z.strictObject({ caseId: CaseId }))
    .output(
      z.strictObject({
        pages: z.array(
          z.strictObject({
            scanId: ScanId,
            page: z.int(),
            bytes: z.int(),
            /** False while it is still on its way from the branch. */
            held: z.boolean(),
          }),
        ),
      }),
    ),
  /** One page, as it was taken. Refused as `scanNotHere` while it is on its way. */
  read: hqPermitted('scans.read')
    .route({ method: 'GET', path: '/cases/{caseId}/scans/{scanId}/pages/{page}' })
    .input(
      z.strictObject({
        caseId: CaseId,
        scanId: ScanId,
        page: z.coerce.number().int().min(0).max(MOST_PAGES),
      }),
    )
    .output(
      z.strictObject({
        mime: z.literal('image/jpeg'),
        /** base64url. */
        data: z.string(),
      }),
    ),
};
