import { useTranslation } from 'react-i18next';
import type { OpenCase } from '#renderer/access/caseFile.ts';
import { useTexts } from '#renderer/access/reference.ts';
import { useActingWords } from '#renderer/caseParts/actingWords.ts';
import { type PaperFact, PaperFacts } from '#renderer/caseParts/PaperFacts.tsx';
import { useSigningWords } from '#renderer/caseParts/signingWords.ts';
import { Words } from '#renderer/caseParts/summaryValue.tsx';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { SignatureImage } from '#renderer/components/SignatureImage.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import { clockTime, dayOf } from '#renderer/language/days.ts';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import type { DrawnMark } from '#shared/domain/case/drawnMark.ts';
import type { Seal } from '#shared/domain/case/seal.ts';
import type { Evaluation } from '#shared/domain/questionnaire/evaluation.ts';
import { applicantContext } from './applicantFacts.ts';
import { DeclaredText } from './DeclaredText.tsx';
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
  const { statement, marks } = seal;
  const { signing } = statement;
  const context = applicantContext(evaluation);
  const acting = useActingWords(open.rules)(statement.signer);
  const words = useSigningWords(open.rules);
  const officer = open.file.people[statement.actorId];
  return (
    <section className={styles.signed}>
      <h2 className={styles.partTitle}>{t('declared')}</h2>
      <DeclaredText declaration={statement.declaration} />
      <p className={styles.consent}>
        <span>{texts.declaration.consentToVerify[language]}:</span>
        <strong>{statement.consentToVerify ? t('yes') : t('no')}</strong>
      </p>
      <PaperFacts isDense facts={statementFacts()} />
      <div className={styles.marks}>
        <div className={styles.mark}>
          <span className={styles.quiet}>
            {acting === null ? t('applicantSignature', { context }) : t('signerSignature')}
          </span>
          <DrawnOrPaper mark={marks.signer} />
          <span className={styles.line}>
            <Words>{statement.signer.name}</Words>
          </span>
        </div>
        <div className={styles.mark}>
          <span className={styles.quiet}>{t('officerSignature')}</span>
          <span />
          <span className={styles.line}>{officer !== undefined && <Words>{officer}</Words>}</span>
        </div>
        {statement.witness !== null && (
          <div className={styles.mark}>
            <span className={styles.quiet}>{t('witnessSignature')}</span>
            <DrawnOrPaper mark={marks.witness} />
            <span className={styles.line}>
              <Words>{statement.witness.name}</Words>
            </span>
          </div>
        )}
        {statement.interpreter !== null && (
          <div className={styles.mark}>
            <span className={styles.quiet}>{t('interpreterSignature')}</span>
            {marks.interpreter === null ? (
              <span className={styles.affirmed}>{statement.interpreter.statement}</span>
            ) : (
              <DrawnOrPaper mark={marks.interpreter} />
            )}
            <span className={styles.line}>
              <Words>{statement.interpreter.name}</Words>
            </span>
          </div>
        )}
      </div>
    </section>
  );

  function statementFacts(): readonly PaperFact[] {
    const { witness, interpreter, place } = statement;
    return [
      {
        id: 'signer',
        term: t('signer'),
        value: <Words>{statement.signer.name}</Words>,
        isWide: true,
      },
      ...(acting === null
        ? []
        : [{ id: 'capacity', term: t('capacity'), value: acting, isWide: true }]),
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
      person('identityCheckedBy', statement.identityCheckedBy),
      person('readBy', statement.readBy),
      ...(witness === null
        ? []
        : [{ id: 'witness', term: t('witness'), value: words.witness(witness), isWide: true }]),
      ...(interpreter === null
        ? []
        : [
            {
              id: 'interpreter',
              term: t('interpreter'),
              value: words.interpreter(interpreter),
              isWide: true,
            },
          ]),
      ...(place === '' ? [] : [{ id: 'place', term: t('place'), value: <Words>{place}</Words> }]),
      {
        id: 'level',
        term: t('level'),
        value: t(`levels.${signing.level}.${signing.by}`),
        isWide: true,
      },
      ...(signing.level === 'paperOriginal'
        ? [{ id: 'shelf', term: t('shelf'), value: words.shelf(signing), isWide: true }]
        : []),
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
}

/** The mark as it was drawn; on a paper original it is the paper's own. */
function DrawnOrPaper({ mark }: { readonly mark: DrawnMark | null }) {
  const { t } = useTranslation('papers');
  if (mark === null) return <span className={styles.affirmed}>{t('onPaperOriginal')}</span>;
  const strokes = mark.strokes.map((stroke) => stroke.map(([x, y]) => ({ x, y })));
  return <SignatureImage strokes={strokes} aspect={mark.aspect} label={t('signatureOf')} />;
}
