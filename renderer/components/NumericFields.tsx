import { type ReactNode, useState } from 'react';
import { flushSync } from 'react-dom';
import type { FieldFrameProps } from './Field.tsx';
import { TextField } from './TextField.tsx';
import { toWesternDigits } from './western-digits.ts';

export interface TypedFieldProps extends FieldFrameProps {
  /** What was typed, as text with digits 0-9. */
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly onBlur?: () => void;
  readonly isReadOnly?: boolean;
  readonly size?: 'md' | 'lg';
  readonly autoFocus?: boolean;
  readonly placeholder?: string | undefined;
}

export interface MoneyFieldProps extends TypedFieldProps {
  /** ريال or SAR, outside the digits. */
  readonly currency: ReactNode;
  /** The amount as written when nobody types in it, e.g. `18,000.00`. The caller formats. */
  readonly formatted?: string | undefined;
}

/** An amount as typed text; the caller parses it to halalas. Eastern digits arrive as 0-9. */
export function MoneyField({ formatted, currency, onBlur, ...props }: MoneyFieldProps) {
  const [isTyping, setTyping] = useState(false);
  return (
    <TextField
      {...props}
      value={isTyping ? props.value : (formatted ?? props.value)}
      onChange={(text) => props.onChange(toWesternDigits(text))}
      onFocus={(input) => showAsTyped(input, props.value, setTyping)}
      onBlur={() => {
        setTyping(false);
        onBlur?.();
      }}
      dir="ltr"
      inputMode="decimal"
      isStrong
      suffix={currency}
    />
  );
}

/** A whole or decimal number as typed text, with an optional unit. */
export function NumberField({ unit, ...props }: TypedFieldProps & { readonly unit?: ReactNode }) {
  return (
    <TextField
      {...props}
      onChange={(text) => props.onChange(toWesternDigits(text))}
      dir="ltr"
      inputMode="decimal"
      suffix={unit}
    />
  );
}

/** A phone number as typed: digits, plus sign and spaces; left to right. */
export function PhoneField(props: TypedFieldProps) {
  return (
    <TextField
      {...props}
      onChange={(text) => props.onChange(toWesternDigits(text))}
      dir="ltr"
      type="tel"
      inputMode="tel"
    />
  );
}

export interface IdentifierFieldProps extends TypedFieldProps {
  /** Characters between gaps when nobody types in it, e.g. 4 for an IBAN. Without it, no gaps. */
  readonly groupOf?: number;
  readonly inputMode?: 'numeric' | 'text';
}

/** An id, IBAN or reference: spaces and direction marks of a paste are dropped, digits become 0-9. */
export function IdentifierField({ groupOf, inputMode, onBlur, ...props }: IdentifierFieldProps) {
  const [isTyping, setTyping] = useState(false);
  const shown = isTyping || groupOf === undefined ? props.value : inGroups(props.value, groupOf);
  return (
    <TextField
      {...props}
      value={shown}
      onChange={(text) => props.onChange(toWesternDigits(text).replace(/[\s\p{Cf}]/gu, ''))}
      onFocus={(input) => showAsTyped(input, props.value, setTyping)}
      onBlur={() => {
        setTyping(false);
        onBlur?.();
      }}
      dir="ltr"
      inputMode={inputMode ?? 'numeric'}
    />
  );
}

/**
 * The written form gives way to the typed one before the browser places the caret, and is selected
 * whole again: otherwise what is typed next would be added to the old amount.
 */
function showAsTyped(
  input: HTMLInputElement,
  typed: string,
  setTyping: (isTyping: boolean) => void,
): void {
  // A box that takes the focus as it appears is being drawn this very moment: nothing may be drawn
  // in between, and where both forms are alike nothing has to be.
  if (input.value === typed) setTyping(true);
  else flushSync(() => setTyping(true));
  input.select();
}

function inGroups(text: string, size: number): string {
  return text.match(new RegExp(`.{1,${size}}`, 'gu'))?.join(' ') ?? '';
}
