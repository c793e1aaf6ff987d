import { useTranslation } from 'react-i18next';
import type { OpenCase } from '#renderer/access/caseFile.ts';
import { useOpenStatus } from '#renderer/access/status.ts';
import {
  caseSummary,
  type SummaryEntry,
  type SummaryPart,
  type SummaryRow,
} from '#renderer/caseParts/caseSummary.ts';
import { useDocumentName } from '#renderer/caseParts/documentName.ts';
import { useSummaryValue, Words } from '#renderer/caseParts/summaryValue.tsx';
import { Reading } from '#renderer/components/Reading.tsx';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import { isNonAnswer, PrintedDate } from '#shared/domain/answers/answer.ts';
import { ageOn } from '#shared/domain/calendar/dateArithmetic.ts';
import { parseIsoDate } from '#shared/domain/calendar/dayNumber.ts';
import type { AssessedDocument } from '#shared/domain/case/assessCase.ts';
import { isVisibleTo } from '#shared/domain/questionnaire/fields.ts';
import styles from './declaration.module.css';
import { readSentences } from './readSentences.ts';

/** The whole of what was stated, in plain words and large type, in the order of the interview (P34). */
export function ReadThrough({ open }: { readonly open: OpenCase }) {
  const { t } = useTranslation('declaration');
  const language = useLanguage();
  const { person } = useOpenStatus();
  const sections = caseSummary(
    open.assessment.evaluation,
    language,
    (field) => !field.fromSystem && !field.restricted && isVisibleTo(field, [person.role]),
  );
  const names = open.file.people;
  const documents = open.assessment.documents.filter(({ recorded }) => recorded !== null);
  return (
    <Reading>
      {sections.map((section) => (
        <section key={section.id} className={styles.part}>
          <h3 className={styles.partTitle}>{section.title}</h3>
          {section.parts.map((part) => (
            <ReadPart key={`${part.kind} ${part.id}`} part={part} names={names} />
          ))}
        </section>
      ))}
      {documents.length > 0 && (
        <section className={styles.part}>
          <h3 className={styles.partTitle}>{t('documents')}</h3>
          <DocumentsRead documents={documents} />
        </section>
      )}
    </Reading>
  );
}

type Names = Readonly<Record<string, string>>;

function ReadPart({ part, names }: { readonly part: SummaryPart; readonly names: Names }) {
  const { t } = useTranslation('declaration');
  if (part.kind === 'facts') {
    return (
      <div className={styles.sentences}>
        <Sentences entries={part.entries} names={names} />
      </div>
    );
  }
  return (
    <>
      <h4 className={styles.rowsTitle}>{part.title}</h4>
      {part.rows.length === 0 ? (
        <p>{t('noRows')}</p>
      ) : (
        <ol className={styles.rows}>
          {part.rows.map((row) => (
            <li key={row.id}>
              <RowRead row={row} names={names} />
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

interface SentencesProps {
  readonly entries: readonly SummaryEntry[];
  readonly names: Names;
}

function Sentences({ entries, names }: SentencesProps) {
  const { t } = useTranslation('declaration');
  const { today } = useOpenStatus();
  const show = useSummaryValue({ names });
  return readSentences(entries).map((sentence) => {
    switch (sentence.kind) {
      case 'name':
        return (
          <p key={sentence.id}>
            <span className={styles.label}>{t('sentence', { label: t('name') })}</span>{' '}
            <Words>{sentence.name}</Words>
          </p>
        );
      case 'none':
        return (
          <p key={sentence.id} className={styles.whole}>
            <span className={styles.label}>{t('noneOf')}</span>{' '}
            {sentence.labels.join(t('separator'))}
          </p>
        );
      case 'answer': {
        const age = ageOf(sentence.entry, today);
        return (
          <p key={sentence.id}>
            <span className={styles.label}>{t('sentence', { label: sentence.entry.label })}</span>{' '}
            {show(sentence.entry)}
            {age !== null && <span className={styles.age}> ({t('age', { count: age })})</span>}
          </p>
        );
      }
    }
  });
}

/** One member, one item of support: who or what first, the rest after it. */
function RowRead({ row, names }: { readonly row: SummaryRow; readonly names: Names }) {
  const show = useSummaryValue({ names });
  const [first, ...rest] = row.entries;
  return (
    <>
      {first !== undefined && <p className={styles.lead}>{show(first)}</p>}
      <div className={styles.sentences}>
        <Sentences entries={rest} names={names} />
      </div>
      {row.nested.map((part) => (
        <ReadPart key={part.id} part={part} names={names} />
      ))}
    </>
  );
}

function DocumentsRead({ documents }: { readonly documents: readonly AssessedDocument[] }) {
  const { t } = useTranslation('declaration');
  const name = useDocumentName();
  return (
    <ul className={styles.rows}>
      {documents.map(({ needed, recorded }) => (
        <li key={needed.documentKey}>
          {name(needed)}
          {t('separator')}
          {recorded?.presentation === 'notPresented'
            ? t('documentAbsent')
            : recorded?.presentation === 'illegible'
              ? t('documentIllegible')
              : t(recorded?.originalSighted === true ? 'documentSighted' : 'documentPresented')}
        </li>
      ))}
    </ul>
  );
}

/** Years of age today beside a birth date; null beside anything else. */
function ageOf({ field, answer }: SummaryEntry, today: string): number | null {
  const day = parseIsoDate(today);
  if (field.name !== 'birthDate' || isNonAnswer(answer) || day === null) return null;
  const birth = PrintedDate.safeParse(answer.value);
  return birth.success ? ageOn(birth.data, day) : null;
}
