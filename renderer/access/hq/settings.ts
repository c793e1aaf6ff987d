import { useSuspenseQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import { Settings } from '#shared/domain/settings/settings.ts';
import { useHq } from './hq.ts';

/** The settings in force; read again when somebody publishes from this screen, and at each visit. */
export function useHqSettings(): Settings {
  const { queries } = useHq();
  const { settings } = useSuspenseQuery(queries.reference.settings.queryOptions()).data;
  return useMemo(() => Settings.parse(settings), [settings]);
}

/** Why an item may be rejected, in words. */
export function useRejectionReasons(): {
  readonly offered: readonly { readonly value: string; readonly label: string }[];
  /** Of one that is offered no more as well. */
  readonly wordsOf: (code: string) => string;
} {
  const { rejectionReasons } = useHqSettings();
  const language = useLanguage();
  return useMemo(
    () => ({
      offered: rejectionReasons
        .filter(({ offered }) => offered)
        .map(({ code, words }) => ({ value: code, label: words[language] })),
      wordsOf: (code) =>
        rejectionReasons.find((each) => each.code === code)?.words[language] ?? code,
    }),
    [rejectionReasons, language],
  );
}
