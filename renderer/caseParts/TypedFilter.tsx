import { useEffect, useState } from 'react';
import { TextField } from '#renderer/components/TextField.tsx';

/** A pause this long after the last key asks. */
const ASK_AFTER_MS = 120;

export interface TypedFilterProps {
  readonly label: string;
  readonly help: string;
  /** What is asked for now. */
  readonly text: string;
  readonly onText: (text: string) => void;
}

/** The name or number that a list is narrowed by, asked for at a pause of the typing. */
export function TypedFilter({ label, help, text, onText }: TypedFilterProps) {
  const [typed, setTyped] = useState<string | null>(null);
  useEffect(() => {
    if (typed === null || typed.trim() === text) return undefined;
    const timer = setTimeout(() => onText(typed.trim()), ASK_AFTER_MS);
    return () => clearTimeout(timer);
  }, [typed, text, onText]);
  return <TextField label={label} help={help} span={6} value={typed ?? text} onChange={setTyped} />;
}
