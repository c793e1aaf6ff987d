import { type ReactNode, useState } from 'react';
import { type CaseState, standingDeclaration } from '#shared/domain/case/caseState.ts';
import { VoidSignatureDialog } from './VoidSignatureDialog.tsx';

type Change = (voidSignature: boolean) => void;

export interface VoidGuard {
  /** Makes the change at once, or after the person has said that the signature may fall. */
  readonly guard: (change: Change) => void;
  /** To be drawn somewhere on the page. */
  readonly dialog: ReactNode;
}

/** Asks before a single change that voids a standing signature (P34). */
export function useVoidGuard(state: CaseState): VoidGuard {
  const [asked, setAsked] = useState<Change | null>(null);
  const isSealed = standingDeclaration(state) !== null && state.submission === null;
  return {
    guard: (change) => {
      if (isSealed) setAsked(() => change);
      else change(false);
    },
    dialog: (
      <VoidSignatureDialog
        state={state}
        isOpen={asked !== null}
        onConfirm={() => {
          setAsked(null);
          asked?.(true);
        }}
        onCancel={() => setAsked(null)}
      />
    ),
  };
}
