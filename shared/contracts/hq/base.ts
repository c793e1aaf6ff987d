import { oc } from '@orpc/contract';
import type { HqPermission } from '#shared/domain/hub/hqPermission.ts';
import { HQ_ERRORS } from './errors.ts';

/** What the dispatcher of headquarters reads of a contract before it calls anything. */
export interface HqContractMeta {
  /** Left out, the dispatcher refuses the call. */
  readonly permission?: HqPermission;
}

const contract = oc.$meta<HqContractMeta>({}).errors(HQ_ERRORS);

/** A procedure that only holders of this permission may call. */
export function hqPermitted(permission: HqPermission) {
  return contract.meta({ permission });
}
