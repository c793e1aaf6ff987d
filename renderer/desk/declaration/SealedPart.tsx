import { CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { OpenCase } from '#renderer/access/caseFile.ts';
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
import { fromTuples } from './useMark.ts';

export interface SealedPartProps {
  readonly open: OpenCase;
  readonly declaration: SignedDeclaration;
}

/** A declaration that stands: its seal code, who signed when, and the mark as it was drawn. */
export function SealedPart({ open, declaration }: SealedPartProps) {
  const { t } = useTranslation('declaration');
  const { seal } = declaration;
  const { statement } = seal;
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
    { id: 'level', term: t('levelTerm'), value: t('levelShort') },
    {
      id: 'consent',
      term: t('consentTerm'),
      value: t(statement.consentToVerify ? 'consentGiven' : 'consentNotGiven'),
    },
  ];
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
        <div className={styles.image}>
          <SignatureImage
            strokes={seal.mark.strokes.map(fromTuples)}
            aspect={seal.mark.aspect}
            label={t('signatureOf', { name: statement.signer.name })}
          />
        </div>
        <Facts facts={facts} />
        <Note tone="info" slim>
          {t('level')}
        </Note>
      </Stack>
    </Panel>
  );
}
