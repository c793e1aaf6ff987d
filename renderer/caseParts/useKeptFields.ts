import { useRef } from 'react';
import { z } from 'zod';
import type { FormScope } from '#shared/contracts/formDrafts.ts';
import type { SaveState } from './pageDraft.ts';
import { isBegun, type WrittenForm } from './study/formText.ts';
import type { FormValues } from './useFormDraft.ts';
import { useKeptDraft } from './useKeptDraft.ts';

const Fields = z.record(z.string(), z.string());

export interface KeptFields extends WrittenForm {
  readonly save: SaveState;
  /** Something was written in it, and waits to be gone on with. */
  readonly isBegun: boolean;
}

/** A form of the desk that belongs to no case, as fields by name; kept while it is written. */
export function useKeptFields(scope: FormScope, start: FormValues = {}): KeptFields {
  const { form, setForm, save, flush, forget } = useKeptDraft<FormValues>(scope, Fields, start);
  // Two fields may be set in one go, before the first of them is on the screen.
  const latest = useRef(form);
  return {
    text: (name) => form[name] ?? '',
    set: (name, text) => {
      latest.current = { ...latest.current, [name]: text };
      setForm(latest.current);
    },
    save,
    flush,
    forget: () => {
      latest.current = start;
      forget(start);
    },
    isBegun: isBegun(form, start),
  };
}
