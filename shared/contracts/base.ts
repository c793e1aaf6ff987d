import { oc } from '@orpc/contract';
import { z } from 'zod';
import { CaseEvent } from '#shared/domain/case/caseEvent.ts';
import type { Permission } from '#shared/domain/case/permission.ts';
import { CaseId } from '#shared/domain/identity.ts';
import { DESK_ERRORS } from './errors.ts';

/** What the dispatcher reads of a contract before it calls anything. */
export interface ContractMeta {
  /** Left out, the dispatcher refuses the call. */
  readonly permission?: Permission;
}

const contract = oc.$meta<ContractMeta>({}).errors(DESK_ERRORS);

/** A procedure that only holders of this permission may call. */
export function permitted(permission: Permission) {
  return contract.meta({ permission });
}

export const CaseInput = z.strictObject({ caseId: CaseId });

/**
 * Changes after the signature void it (P34). Such a change is refused with `signatureWouldBeVoided`
 * unless the person has said that they know.
 */
export const ChangeInput = CaseInput.extend({ voidSignature: z.boolean().default(false) });

/** What an action appended to the case, oldest first; empty when there was nothing to change. */
export const Appended = z.strictObject({ events: z.array(CaseEvent) });
export type Appended = z.infer<typeof Appended>;
