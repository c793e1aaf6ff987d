import { KeptLine } from '#renderer/caseParts/KeptLine.tsx';
import { useHqErrorSentence } from './HqErrorNote.tsx';
import type { KeptForm } from './keptForm.ts';

/** Under a form of headquarters: that it is kept though it is not recorded. */
export function HqKeptLine({ form }: { readonly form: KeptForm }) {
  return <KeptLine parts={[form]} useSentence={useHqErrorSentence} />;
}
