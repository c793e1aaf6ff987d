import { Lock } from 'lucide-react';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PrintSection, PrintSignatures } from '#renderer/components/PrintPage.tsx';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import type { Field } from '#shared/domain/questionnaire/model.ts';
import styles from './requestForm.module.css';
import type { RequestEntry, RequestPart, RequestSection } from './requestForm.ts';
import { needsWholeLine } from './writingSpace.ts';

export interface RequestSheetProps {
  readonly sections: readonly RequestSection[];
  readonly renderEntry: (entry: RequestEntry) => ReactNode;
  readonly renderTable: (part: Extract<RequestPart, { readonly kind: 'rows' }>) => ReactNode;
  /** Help texts take room, which only the form that is filled by hand gives them. */
  readonly hasHints: boolean;
  readonly applicantLabel: string;
}

/** Sections and questions of the support request, blank or filled: the same form. */
export function RequestSheet(props: RequestSheetProps) {
  const { t } = useTranslation('papers');
  return (
    <>
      <p className={styles.legend}>
        <span>
          <Mark kind="required" /> {t('request.required')}
        </span>
        <span>
          <Mark kind="conditional" /> {t('request.requiredIfApplies')}
        </span>
        <span>
          <SensitiveMark /> {t('request.sensitive')}
        </span>
        <span>{t('request.nonAnswers')}</span>
      </p>
      {props.sections.map((section) => (
        <PrintSection
          key={section.id}
          title={
            <span className={styles.sectionTitle}>
              {section.letter !== null && (
                <span className={styles.letter}>{section.letter} · </span>
              )}
              {section.title}
            </span>
          }
        >
          <Parts {...props} parts={section.parts} />
        </PrintSection>
      ))}
      <div className={styles.ending}>
        <p className={styles.quiet}>{t('request.truth')}</p>
        <PrintSignatures
          places={[
            { id: 'applicant', label: props.applicantLabel },
            { id: 'day', label: t('request.signatureDay') },
            { id: 'officer', label: t('officerSignature') },
            { id: 'office', label: t('request.officeUse') },
          ]}
        />
      </div>
    </>
  );
}

function Parts(props: RequestSheetProps & { readonly parts: readonly RequestPart[] }) {
  const { t } = useTranslation('papers');
  return (
    <div className={styles.parts}>
      {props.parts.map((part) => {
        if (part.kind === 'fields') return <Fields key={part.id} part={part} {...props} />;
        if (part.layout === 'table') {
          return <Fragment key={part.id}>{props.renderTable(part)}</Fragment>;
        }
        return (
          <Fragment key={part.id}>
            {part.rows.length === 0 && (
              <p className={styles.quiet}>
                {part.title}: {t('noRows')}
              </p>
            )}
            {part.rows.map((row, index) => (
              <section key={row.id} className={styles.card}>
                <h3 className={styles.partTitle}>
                  {part.title} · <bdi dir="ltr">{index + 1}</bdi>
                </h3>
                <Parts {...props} parts={row.parts} />
              </section>
            ))}
          </Fragment>
        );
      })}
    </div>
  );
}

interface FieldsProps extends Pick<RequestSheetProps, 'renderEntry' | 'hasHints'> {
  readonly part: Extract<RequestPart, { readonly kind: 'fields' }>;
}

function Fields({ part, renderEntry, hasHints }: FieldsProps) {
  const language = useLanguage();
  return (
    <div>
      {part.title !== null && <h3 className={styles.partTitle}>{part.title}</h3>}
      <dl className={styles.fields}>
        {part.entries.map((entry) => (
          <div
            key={entry.id}
            className={styles.entry}
            data-wide={needsWholeLine(entry.field, language) ? '' : undefined}
            data-entry={entry.id}
          >
            <dt>
              <FieldLabel field={entry.field} />
              {hasHints && entry.field.hint !== null && (
                <span className={styles.hint}>{entry.field.hint[language]}</span>
              )}
            </dt>
            <dd>{renderEntry(entry)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** Number, words and marks of a question. */
export function FieldLabel({ field }: { readonly field: Field }) {
  const language = useLanguage();
  return (
    <>
      {field.number !== null && (
        <span className={styles.number}>
          <bdi dir="ltr">{field.number}</bdi>
        </span>
      )}
      {field.label[language]}
      {field.required !== false && (
        <Mark
          kind={field.required === true && field.relevant === null ? 'required' : 'conditional'}
        />
      )}
      {field.sensitive && <SensitiveMark />}
    </>
  );
}

function Mark({ kind }: { readonly kind: 'required' | 'conditional' }) {
  return <span className={styles.mark}>{kind === 'required' ? '*' : '(*)'}</span>;
}

function SensitiveMark() {
  return <Lock className={styles.lock} aria-hidden />;
}
