import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Note } from '#renderer/components/Note.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import { inLanguage, useLanguage } from '#renderer/language/useLanguage.ts';
import type { BeneficiaryFile } from '#shared/contracts/beneficiaries.ts';

/** Papers with a last day: those that end soon are told of first. */
export function FilePapers({ file }: { readonly file: BeneficiaryFile }) {
  const { t } = useTranslation('beneficiaries');
  const language = useLanguage();
  if (file.papers.length === 0) return null;
  return (
    <Panel title={t('papers')} compact>
      <Stack gap={2}>
        {file.papers.map(({ caseId, documentKey, name, endsOn, isSoon }) => {
          const line = (
            <>
              <Link
                to="/case/$caseId/$step"
                params={{ caseId, step: 'documents' }}
                search={{ at: documentKey }}
              >
                {name === null ? documentKey : inLanguage(name, language)}
              </Link>{' '}
              {t('endsOn')} <DayText day={endsOn} />
            </>
          );
          return isSoon ? (
            <Note key={`${caseId} ${documentKey}`} tone="review" slim>
              {line}
            </Note>
          ) : (
            <div key={`${caseId} ${documentKey}`}>{line}</div>
          );
        })}
      </Stack>
    </Panel>
  );
}
