import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCaseRules, useReferenceBundle } from '#renderer/access/reference.ts';
import { useOpenStatus } from '#renderer/access/status.ts';
import { BranchPaper } from '#renderer/caseParts/papers/BranchPaper.tsx';
import { Segmented } from '#renderer/components/Choice.tsx';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import { isVisibleTo } from '#shared/domain/questionnaire/fields.ts';
import { PaperSheet } from '../PaperSheet.tsx';
import { BlankTable } from './BlankTable.tsx';
import { type BlankRequestPlace, ROW_COUNTS, USUAL_ROWS } from './blankRequestPlace.ts';
import { RequestSheet } from './RequestSheet.tsx';
import { requestForm } from './requestForm.ts';
import { useEdition } from './useEdition.ts';
import { WritingPlace } from './WritingPlace.tsx';

/** N0 without a case: the form in force, to be filled by hand where there is no desk. */
export function BlankRequestScreen() {
  const { t } = useTranslation('papers');
  const navigate = useNavigate();
  const screenLanguage = useLanguage();
  const place = useSearch({ from: '/request-form' });
  const language = place.language ?? screenLanguage;
  const rows = place.rows ?? USUAL_ROWS;
  const go = (change: BlankRequestPlace) =>
    void navigate({ to: '/request-form', search: { ...place, ...change }, replace: true });
  return (
    <BranchPaper
      back={{ href: '#/cases', label: t('request.backToCases') }}
      name={t('request.blankName')}
      chosen={{ language, change: (chosen) => go({ language: chosen }) }}
      counted={null}
      choices={
        <>
          <span>{t('request.rows')}</span>
          <Segmented
            label={t('request.rows')}
            options={ROW_COUNTS.map((count) => ({ value: String(count), label: String(count) }))}
            value={String(rows)}
            onChange={(value) => go({ rows: Number(value) })}
          />
        </>
      }
      sheet={() => <BlankRequest rows={rows} />}
    />
  );
}

function BlankRequest({ rows }: { readonly rows: number }) {
  const { t } = useTranslation('papers');
  const language = useLanguage();
  const { person } = useOpenStatus();
  const { questionnaire } = useCaseRules(useReferenceBundle().inForce);
  const edition = useEdition(questionnaire);
  const sections = requestForm({
    questionnaire,
    language,
    isVisible: (field) => isVisibleTo(field, [person.role]),
    evaluation: null,
    blankRows: rows,
  });
  return (
    <PaperSheet
      open={null}
      copy={null}
      paper="N0"
      edition={edition}
      title={t('name.N0')}
      subtitle={t('request.byHand')}
    >
      <RequestSheet
        sections={sections}
        hasHints
        applicantLabel={t('applicantSignature')}
        renderEntry={({ field }) => <WritingPlace field={field} />}
        renderTable={(part) => <BlankTable part={part} />}
      />
    </PaperSheet>
  );
}
