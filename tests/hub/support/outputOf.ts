/** What a procedure answers with, as its contract says. */
export function outputOf<Schema>(procedure: {
  readonly '~orpc': { readonly outputSchema?: Schema | undefined };
}): Schema {
  const { outputSchema } = procedure['~orpc'];
  if (outputSchema === undefined) throw new Error('the contract says nothing of the output');
  return outputSchema;
}
