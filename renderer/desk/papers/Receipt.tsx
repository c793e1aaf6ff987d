import { useTranslation } from 'react-i18next';
import { useTexts } from '#renderer/access/reference.ts';
import { PaperFacts } from '#renderer/caseParts/PaperFacts.tsx';
import { PromiseSentence } from '#renderer/caseParts/PromiseSentence.tsx';
import { Words, writtenPhone } from '#renderer/caseParts/summaryValue.tsx';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { PrintPromise, PrintSection, PrintSignatures } from '#renderer/components/PrintPage.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import { spokenDay } from '#renderer/language/days.ts';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import type { Submission } from '#shared/domain/case/caseState.ts';
import { maskIdentifier } from '#shared/domain/identifiers/maskIdentifier.ts';
import { applicantContext, applicantIdentifier, fullName, textAt } from './applicantFacts.ts';
import { DocumentsTable } from './DocumentsTable.tsx';
import { HorizonLines } from './HorizonLines.tsx';
import { type PaperProps, PaperSheet } from './PaperSheet.tsx';
import { paperDocuments } from './paperDocuments.ts';
import { momentOf } from './paperMoment.ts';
import styles from './papers.module.css';
import { SupportSentence } from './SupportSentence.tsx';

export interface ReceiptProps extends PaperProps {
  readonly submission: Submission;
}

/** N1: what was received, and the day before which there is no answer (P35). The id is masked. */
export function Receipt({ open, copy, submission }: ReceiptProps) {
  const { t } = useTranslation(['papers', 'common']);
  const language = useLanguage();
  const texts = useTexts();
  const moment = momentOf(open, submission);
  const { state, assessment } = moment;
  const { evaluation } = assessment;
  const context = applicantContext(evaluation);
  // The promise stands in the person's own language, and in Arabic whatever that is.
  const languages = [...new Set([language, submission.language, 'ar' as const])];
  const name = fullName(evaluation);
  const identifier = applicantIdentifier(evaluation);
  const mobile = textAt(evaluation, 'mobile');
  const officer = open.file.people[submission.actorId];
  return (
    <PaperSheet
      open={open}
      copy={copy}
      paper="N1"
      title={t('papers:name.N1')}
      subtitle={t('papers:made', spokenDay(submission.dayZero, language))}
    >
      <PaperFacts
        facts={[
          {
            id: 'applicant',
            term: t('papers:applicant', { context }),
            value: name === null ? t('papers:notStated') : <Words>{name}</Words>,
          },
          {
            id: 'submitted',
            term: t('papers:submittedOn'),
            value: <DayText day={submission.dayZero} />,
          },
          {
            id: 'identity',
            term: t('papers:identity'),
            value:
              identifier === null ? t('papers:notStated') : <Bdi>{maskIdentifier(identifier)}</Bdi>,
          },
          {
            id: 'channel',
            term: t('papers:channel'),
            value: t(`common:channel.${state.channel}`),
          },
          {
            id: 'mobile',
            term: t('papers:mobile'),
            value: mobile === null ? t('papers:notStated') : <Bdi>{writtenPhone(mobile)}</Bdi>,
          },
          {
            id: 'officer',
            term: t('papers:officer'),
            value: officer === undefined ? '' : <Words>{officer}</Words>,
          },
        ]}
      />
      <PrintSection title={t('papers:supportAsked')}>
        <SupportSentence evaluation={evaluation} />
      </PrintSection>
      <PrintSection title={t('papers:documents')}>
        <DocumentsTable
          documents={paperDocuments(assessment.documents, {
            language,
            masked: true,
            frozen: submission.validAtSubmission,
          })}
          validityHead={t('papers:validityAtSubmission')}
        />
        <HorizonLines moment={moment} replyNotBefore={submission.replyNotBefore} />
      </PrintSection>
      <PrintPromise>
        {languages.map((each, index) => (
          <PromiseSentence
            key={each}
            texts={texts}
            language={each}
            replyNotBefore={submission.replyNotBefore}
            contactFrom={submission.contactFrom}
            className={index === 0 ? styles.promise : styles.promiseBeside}
          />
        ))}
      </PrintPromise>
      <PrintSection title={t('papers:howToFollow')}>
        <p className={styles.follow}>
          {texts.courtesy.followUp[language]} {t('papers:contactFrom')}{' '}
          <DayText day={submission.contactFrom} />
          {t('papers:fullStop')} {texts.courtesy.changesToTell[language]}
        </p>
      </PrintSection>
      <PrintSignatures
        places={[
          { id: 'officer', label: t('papers:officerSignature') },
          { id: 'applicant', label: t('papers:toldAndUnderstood', { context }) },
        ]}
      />
    </PaperSheet>
  );
}
