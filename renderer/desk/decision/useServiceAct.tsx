import type { UseMutationOptions } from '@tanstack/react-query';
import { useCaseAction } from '#renderer/access/caseFile.ts';
import { DeskErrorNote } from '#renderer/access/DeskErrorNote.tsx';
import type { Act } from '#renderer/caseParts/service/act.ts';

/** A procedure of the desk as the parts that desk and headquarters share run it. */
export function useServiceAct<Input extends { readonly caseId: string }, Output, Said>(
  procedure: UseMutationOptions<Output, Error, Input>,
  inputOf: (said: Said) => Input,
): Act<Said> {
  const mutation = useCaseAction(procedure);
  return {
    run: (said, done) => mutation.mutate(inputOf(said), { onSettled: () => done?.() }),
    isBusy: mutation.isPending,
    refusal: <DeskErrorNote error={mutation.error} />,
  };
}
