import { useState } from 'react';

/** A new password, typed twice. */
export interface NewPassword {
  readonly text: string;
  readonly again: string;
  readonly isLongEnough: boolean;
  readonly isSame: boolean;
  readonly isGood: boolean;
  readonly setText: (text: string) => void;
  readonly setAgain: (text: string) => void;
  readonly clear: () => void;
}

/** @param shortest in characters, composed (NFC) */
export function useNewPassword(shortest: number): NewPassword {
  const [text, setText] = useState('');
  const [again, setAgain] = useState('');
  const isLongEnough = Array.from(text.normalize('NFC')).length >= shortest;
  return {
    text,
    again,
    isLongEnough,
    isSame: text === again,
    isGood: isLongEnough && text === again,
    setText,
    setAgain,
    clear: () => {
      setText('');
      setAgain('');
    },
  };
}
