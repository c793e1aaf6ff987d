import { useTranslation } from 'react-i18next';
import { Note } from '#renderer/components/Note.tsx';
import { deskErrorOf } from '#renderer/transport/deskClient.ts';

/** The sentence of a refusal, in the language of the screen; says it aloud to a screen reader. */
export function DeskErrorNote({ error }: { readonly error: unknown }) {
  const sentence = useDeskErrorSentence(error);
  return sentence === null ? null : (
    <Note tone="stop" live="alert">
      {sentence}
    </Note>
  );
}

/** Null for no error. */
export function useDeskErrorSentence(error: unknown): string | null {
  const { t } = useTranslation('errors');
  if (error === null || error === undefined) return null;
  const refusal = deskErrorOf(error);
  const { logId = '', path = '' } = refusal.data ?? {};
  return t(refusal.code, { logId, path });
}
