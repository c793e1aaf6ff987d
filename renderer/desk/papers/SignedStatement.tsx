import { useTranslation } from 'react-i18next';
import type { OpenCase } from '#renderer/access/caseFile.ts';
import { useTexts } from '#renderer/access/reference.ts';
import { Words } from '#renderer/caseParts/summaryValue.tsx';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { SignatureImage } from '#renderer/components/SignatureImage.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import { clockTime, dayOf } from '#renderer/language/days.ts';
import { directionOf } from '#renderer/language/i18n.ts';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import type { Seal } from '#shared/domain/case/seal.ts';
import type { Evaluation } from '#shared/domain/questionnaire/evaluation.ts';
import { applicantContext } from './applicantFacts.ts';
import { type PaperFact, PaperFacts } from './PaperFacts.tsx';
import styles from './papers.module.css';

export interface SignedStatementProps {
  readonly open: OpenCase;
  readonly seal: Seal;
  readonly evaluation: Evaluation;
}

/**
 * What was signed, word for word in the language in which it was read out; who signed, before whom,
 * where and when; the drawn mark, and the code of the seal for comparison by eye.
 */
export function SignedStatement({ open, seal, evaluation }: SignedStatementProps) {
  const { t } = useTranslation('papers');
  const language = useLanguage();
  const texts = useTexts();
  const { statement, mark } = seal;
  const { declaration } = statement;
  const context = applicantContext(evaluation);
  const strokes = mark.strokes.map((stroke) => stroke.map(([x, y]) => ({ x, y })));
  const officer = open.file.people[statement.actorId];
  return (
    <section className={styles.signed}>
      <h2 className={styles.partTitle}>{t('declared')}</h2>
      <p
        className={styles.declared}
        lang={declaration.language}
        dir={directionOf(declaration.language)}
      >
        {declaration.text}
      </p>
      <p className={styles.consent}>
        <span>{texts.declaration.consentToVerify[language]}:</span>
        <strong>{statement.consentToVerify ? t('yes') : t('no')}</strong>
      </p>
      <PaperFacts isDense facts={statementFacts()} />
      <div className={styles.marks}>
        <div className={styles.mark}>
          <span className={styles.quiet}>{t('applicantSignature', { context })}</span>
          <SignatureImage strokes={strokes} aspect={mark.aspect} label={t('signatureOf')} />
          <span className={styles.line}>
            <Words>{statement.signer.name}</Words>
          </span>
        </div>
        <div className={styles.mark}>
          <span className={styles.quiet}>{t('officerSignature')}</span>
          <span />
          <span className={styles.line}>{officer !== undefined && <Words>{officer}</Words>}</span>
        </div>
      </div>
    </section>
  );

  function statementFacts(): readonly PaperFact[] {
    const { interpreterLanguage, place } = statement;
    return [
      {
        id: 'signer',
        term: t('signer'),
        value: <Words>{statement.signer.name}</Words>,
        isWide: true,
      },
      {
        id: 'when',
        term: t('signedAt'),
        value: (
          <>
            <DayText day={dayOf(statement.signedAt)} /> {t('atTime')}{' '}
            <Bdi>{clockTime(statement.signedAt)}</Bdi>
          </>
        ),
        isWide: true,
      },
      person('identityCheckedBy', statement.signer.identityCheckedBy),
      person('readBy', statement.readBy),
      ...(interpreterLanguage === null
        ? []
        : [
            {
              id: 'interpreter',
              term: t('interpreterLanguage'),
              value: languageName(interpreterLanguage),
            },
          ]),
      ...(place === '' ? [] : [{ id: 'place', term: t('place'), value: <Words>{place}</Words> }]),
      { id: 'level', term: t('level'), value: t(`levels.${statement.level}`), isWide: true },
      {
        id: 'device',
        term: t('device'),
        value: <Bdi>{statement.deviceId}</Bdi>,
        isWide: true,
      },
      {
        id: 'code',
        term: t('sealCode'),
        value: (
          <bdi dir="ltr" className={styles.code}>
            {seal.code}
          </bdi>
        ),
        isWide: true,
      },
    ];
  }

  function person(id: 'identityCheckedBy' | 'readBy', actorId: keyof typeof open.file.people) {
    return { id, term: t(id), value: <Words>{open.file.people[actorId] ?? ''}</Words> };
  }

  /** The word of the form for a language; a form without it leaves the code. */
  function languageName(code: string): string {
    const field = open.rules.questionnaire.fieldByName.get('interpreterLanguage');
    return field?.choiceList?.byName.get(code)?.label[language] ?? code;
  }
}
