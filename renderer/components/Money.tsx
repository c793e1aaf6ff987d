import { VisuallyHidden } from './VisuallyHidden.tsx';

export interface MoneyProps {
  /** The amount already written, e.g. `18,000.00`. */
  readonly text: string;
  /** ريال or SAR: outside the isolated digits. */
  readonly currency?: string;
  /** The currency is said in the head of the column: read it, do not draw it again. */
  readonly quietCurrency?: boolean;
}

export function Money({ text, currency, quietCurrency = false }: MoneyProps) {
  return (
    <span>
      <bdi dir="ltr">{text}</bdi>
      {currency !== undefined &&
        (quietCurrency ? <VisuallyHidden> {currency}</VisuallyHidden> : <> {currency}</>)}
    </span>
  );
}
