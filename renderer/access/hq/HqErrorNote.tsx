import { useTranslation } from 'react-i18next';
import { Note } from '#renderer/components/Note.tsx';
import { listed } from '#renderer/language/listed.ts';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import { hqErrorOf } from '#renderer/transport/hqClient.ts';

/** The sentence of a refusal, in the language of the screen; says it aloud to a screen reader. */
export function HqErrorNote({ error }: { readonly error: unknown }) {
  const sentence = useHqErrorSentence(error);
  return sentence === null ? null : (
    <Note tone="stop" live="alert">
      {sentence}
    </Note>
  );
}

/** Null for no error. */
export function useHqErrorSentence(error: unknown): string | null {
  const { t } = useTranslation('hqErrors');
  const language = useLanguage();
  if (error === null || error === undefined) return null;
  const refusal = hqErrorOf(error);
  return t(refusal.code, {
    logId: refusal.data?.logId ?? '',
    names: listed(refusal.data?.names ?? [], language),
  });
}
