import { z } from 'zod';
import { CaseStatus } from '#shared/domain/case/vocabulary.ts';

const PageNumber = z.int().min(2).max(1_000_000);

export interface CasesPlace {
  readonly status?: CaseStatus;
  readonly page?: number;
}

/** What of the list of cases is looked at; it stands in the address, so that coming back finds it again. */
export function casesPlace(search: Readonly<Record<string, unknown>>): CasesPlace {
  const status = CaseStatus.safeParse(search['status']);
  const page = PageNumber.safeParse(search['page']);
  return {
    ...(status.success ? { status: status.data } : {}),
    ...(page.success ? { page: page.data } : {}),
  };
}
