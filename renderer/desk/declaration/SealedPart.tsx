import { CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { OpenCase } from '#renderer/access/caseFile.ts';
import { useActingWords } from '#renderer/caseParts/actingWords.ts';
import { useSigningWords } from '#renderer/caseParts/signingWords.ts';
import { Words } from '#renderer/caseParts/summaryValue.tsx';
import { Badge } from '#renderer/components/Badge.tsx';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { type Fact, Facts } from '#renderer/components/Facts.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { SignatureImage } from '#renderer/components/SignatureImage.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import { clockTime, dayOf } from '#renderer/language/days.ts';
import type { SignedDeclaration } from '#shared/domain/case/caseState.ts';
import styles from './declaration.module.css';
import { fromTuples } from './signingForm.ts';

export interface SealedPartProps {
  readonly open: OpenCase;
  readonly declaration: SignedDeclaration;
}

/** A declaration that stands: its seal code, who signed when, and the mark as it was drawn. */
export function SealedPart({ open, declaration }: SealedPartProps) {
  const { t } = useTranslation('declaration');
  const { seal } = declaration;
  const { statement } = seal;
  const acting = useActingWords(open.rules)(statement.signer);
  const signing = useSigningWords(open.rules);
  const { level, by } = statement.signing;
  const reader = open.file.people[statement.readBy];
  const facts: readonly Fact[] = [
    {
      id: 'code',
      term: t('sealCode'),
      value: (
        <span className={styles.code}>
          <Bdi>{seal.code}</Bdi>
        </span>
      ),
    },
    { id: 'by', term: t('signedBy'), value: <Words>{statement.signer.name}</Words> },
    ...(acting === null ? [] : [{ id: 'capacity', term: t('capacity'), value: acting }]),
    {
      id: 'at',
      term: t('signedAt'),
      value: (
        <span>
          <DayText day={dayOf(statement.signedAt)} /> · <Bdi>{clockTime(statement.signedAt)}</Bdi>
        </span>
      ),
    },
    ...(reader === undefined ? [] : [{ id: 'reader', term: t('readByTerm'), value: reader }]),
    ...(statement.place === ''
      ? []
      : [{ id: 'place', term: t('place'), value: <Words>{statement.place}</Words> }]),
    { id: 'level', term: t('levelTerm'), value: t(`levelShort.${level}.${by}`) },
    ...(statement.signing.level === 'paperOriginal'
      ? [{ id: 'shelf', term: t('shelfTerm'), value: signing.shelf(statement.signing) }]
      : []),
    ...(statement.witness === null
      ? []
      : [{ id: 'witness', term: t('witnessTerm'), value: signing.witness(statement.witness) }]),
    ...(statement.interpreter === null
      ? []
      : [
          {
            id: 'interpreter',
            term: t('interpreterTerm'),
            value: signing.interpreter(statement.interpreter),
          },
        ]),
    {
      id: 'consent',
      term: t('consentTerm'),
      value: t(statement.consentToVerify ? 'consentGiven' : 'consentNotGiven'),
    },
  ];
  const { signer, witness, interpreter } = seal.marks;
  const drawn = [
    { id: 'signer', mark: signer, label: t('signatureOf', { name: statement.signer.name }) },
    { id: 'witness', mark: witness, label: t('witnessPad') },
    { id: 'interpreter', mark: interpreter, label: t('interpreterTerm') },
  ].flatMap(({ mark, ...rest }) => (mark === null ? [] : [{ ...rest, mark }]));
  return (
    <Panel
      title={t('signedTitle')}
      aside={
        <Badge tone="ok" icon={CircleCheck}>
          <Bdi>{clockTime(statement.signedAt)}</Bdi>
        </Badge>
      }
    >
      <Stack gap={4}>
        {drawn.map(({ id, mark, label }) => (
          <div key={id} className={styles.image}>
            <SignatureImage
              strokes={mark.strokes.map(fromTuples)}
              aspect={mark.aspect}
              label={label}
            />
          </div>
        ))}
        <Facts facts={facts} />
        <Note tone="info" slim>
          {t(`level.${level}.${by}`)}
        </Note>
      </Stack>
    </Panel>
  );
}
