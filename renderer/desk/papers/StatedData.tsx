import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenCase } from '#renderer/access/caseFile.ts';
import { useOpenStatus } from '#renderer/access/status.ts';
import {
  caseSummary,
  type SummaryEntry,
  type SummaryPart,
} from '#renderer/caseParts/caseSummary.ts';
import { PaperFacts } from '#renderer/caseParts/PaperFacts.tsx';
import { useSummaryValue } from '#renderer/caseParts/summaryValue.tsx';
import { PrintSection } from '#renderer/components/PrintPage.tsx';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import { isNonAnswer } from '#shared/domain/answers/answer.ts';
import type { CaseAssessment } from '#shared/domain/case/assessCase.ts';
import { isVisibleTo } from '#shared/domain/questionnaire/fields.ts';
import { DocumentsTable } from './DocumentsTable.tsx';
import { FindingsTable } from './FindingsTable.tsx';
import { findingsOf } from './findings.ts';
import { paperDocuments } from './paperDocuments.ts';
import styles from './papers.module.css';
import { SummaryTable } from './SummaryTable.tsx';

export interface StatedDataProps {
  readonly open: OpenCase;
  readonly assessment: CaseAssessment;
}

/** All that a declaration declares: what was stated, what was presented, and what did not quite match. */
export function StatedData({ open, assessment }: StatedDataProps) {
  const { t } = useTranslation('papers');
  const language = useLanguage();
  const { person, branch } = useOpenStatus();
  const names = { ...open.file.people, [branch.branchOfficeId]: branch.name };
  const show = useSummaryValue({ names });
  const showInCell = useSummaryValue({ names, dates: 'stack' });
  const sections = caseSummary(assessment.evaluation, language, (field) =>
    isVisibleTo(field, [person.role]),
  );
  const findings = findingsOf(assessment, language);
  return (
    <>
      {sections.map((section) => (
        <PrintSection
          key={section.id}
          title={
            <>
              {section.letter !== null && (
                <span className={styles.letter}>{section.letter} · </span>
              )}
              {section.title}
            </>
          }
        >
          <div className={styles.parts}>
            {section.parts.map((part) => (
              <Part key={part.id} part={part} show={show} showInCell={showInCell} />
            ))}
          </div>
        </PrintSection>
      ))}
      <PrintSection title={t('documents')}>
        <DocumentsTable
          documents={paperDocuments(assessment.documents, {
            language,
            masked: false,
            frozen: null,
          })}
          validityHead={t('validityAtSigning')}
        />
      </PrintSection>
      <PrintSection title={t('findings')}>
        {findings.length === 0 ? <p>{t('allMatch')}</p> : <FindingsTable findings={findings} />}
      </PrintSection>
    </>
  );
}

interface PartProps {
  readonly part: SummaryPart;
  readonly show: (entry: SummaryEntry) => ReactNode;
  readonly showInCell: (entry: SummaryEntry) => ReactNode;
}

function Part({ part, show, showInCell }: PartProps) {
  if (part.kind === 'rows') {
    return <SummaryTable part={part} show={show} showInCell={showInCell} />;
  }
  return (
    <PaperFacts
      isDense
      facts={part.entries.map((entry) => ({
        id: entry.id,
        term: entry.label,
        value: showInCell(entry),
        isWide: isLong(entry),
      }))}
    />
  );
}

/** From here on a person's own words do not stand well in half a line. */
const LONG_TEXT = 60;
/** A number does not break: an IBAN with its spaces needs the whole line. */
const LONG_NUMBER = 20;

function isLong({ field, answer }: SummaryEntry): boolean {
  const words = isNonAnswer(answer) ? answer.reason : answer.value;
  if (typeof words !== 'string') return false;
  return words.length > (field.format === null || isNonAnswer(answer) ? LONG_TEXT : LONG_NUMBER);
}
