import { useState } from 'react';

/** The fields of a form by name, wherever they are kept: `FormDraft` of the desk is one. */
export interface FormText {
  readonly text: (name: string) => string;
  readonly set: (name: string, text: string) => void;
}

/** Fields that live as long as the form stands open. */
export function useFormText(initial: Readonly<Record<string, string>> = {}): FormText {
  const [values, setValues] = useState<Readonly<Record<string, string>>>(initial);
  return {
    text: (name) => values[name] ?? '',
    set: (name, text) => setValues((all) => ({ ...all, [name]: text })),
  };
}
