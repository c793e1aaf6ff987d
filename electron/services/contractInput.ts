import type { z } from 'zod';

/** What a handler gets: the contract's input after parsing, defaults filled in. */
export type ContractInput<Procedure> = Procedure extends {
  readonly '~orpc': { readonly inputSchema?: infer Schema };
}
  ? NonNullable<Schema> extends infer Given extends z.ZodType
    ? z.output<Given>
    : never
  : never;
