import { useState } from 'react';

/** The fields of a form by name, wherever they are kept: `FormDraft` of the desk is one. */
export interface FormText {
  readonly text: (name: string) => string;
  readonly set: (name: string, text: string) => void;
}

/** A form that is written and then recorded. */
export interface WrittenForm extends FormText {
  /** Settles when all that stands in it is kept; before it is recorded. */
  readonly flush: () => Promise<void>;
  /** It is recorded, and begins anew. */
  readonly forget: () => void;
}

/** Whether something stands in the fields that they did not begin with. */
export function isBegun(
  values: Readonly<Record<string, string>>,
  start: Readonly<Record<string, string>>,
): boolean {
  return Object.entries(values).some(
    ([name, text]) => text.trim() !== '' && text !== (start[name] ?? ''),
  );
}

/** Fields that live as long as the form stands open. */
export function useFormText(initial: Readonly<Record<string, string>> = {}): WrittenForm {
  const [values, setValues] = useState<Readonly<Record<string, string>>>(initial);
  return {
    text: (name) => values[name] ?? '',
    set: (name, text) => setValues((all) => ({ ...all, [name]: text })),
    flush: () => Promise.resolve(),
    forget: () => setValues(initial),
  };
}
