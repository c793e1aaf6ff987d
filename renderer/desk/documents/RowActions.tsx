import { CircleCheck, Pencil } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenCase } from '#renderer/access/caseFile.ts';
import { useFormDraft } from '#renderer/caseParts/useFormDraft.ts';
import { Button } from '#renderer/components/Button.tsx';
import { formScope } from '#shared/contracts/caseForms.ts';
import type { AssessedRow } from '#shared/domain/case/assessCase.ts';
import { Verdict } from '#shared/domain/case/vocabulary.ts';
import { RowVerdictForm, type RowWords } from './RowVerdictForm.tsx';
import { mustBeRaised, wantsWords } from './rowVerdicts.ts';
import { type RowWork, rowWorkId } from './rowWork.ts';

export interface RowDeeds {
  readonly busy: boolean;
  readonly correct: (assessed: AssessedRow) => void;
  readonly readAgain: (assessed: AssessedRow) => void;
  readonly decide: (assessed: AssessedRow, verdict: Verdict, reason: string | null) => void;
}

export interface RowActionsProps {
  readonly assessed: AssessedRow;
  readonly work: RowWork | null;
  /** Of all rows that want something, this one comes first: its main deed is the screen's main one. */
  readonly isNext: boolean;
  readonly open: OpenCase;
  readonly deeds: RowDeeds;
}

/** What can be done about one row: correct what was stated, read again, or say why it stands. */
export function RowActions(props: RowActionsProps) {
  const { assessed, work, isNext, open, deeds } = props;
  const { row } = assessed;
  const { t } = useTranslation('documents');
  const kept = useFormDraft(open, formScope('row', row.rowKey), {});
  const words: RowWords = {
    verdict: Verdict.safeParse(kept.text('verdict')).data ?? null,
    reason: kept.text('reason'),
  };
  const [asks, setAsks] = useState(false);
  const id = rowWorkId(row.rowKey);
  const kind = isNext ? 'main' : 'plain';
  if (row.computed === null) {
    return (
      <Button id={id} size="sm" kind={kind} onPress={() => deeds.readAgain(assessed)}>
        {t('readAgain')}
      </Button>
    );
  }
  const computed = row.computed.verdict;
  const canCorrect = row.corrections.length > 0 && computed !== 'matchWithTolerance';
  // A finding of the rule that needs no words, and is only not on record (any more).
  const canConfirm = work === 'verdict' && !wantsWords(row, computed);
  const showsForm = asks || words.reason !== '' || (work === 'reason' && !canCorrect);
  const form = showsForm && (
    <RowVerdictForm
      row={row}
      words={words}
      busy={deeds.busy}
      onChange={({ verdict, reason }) => {
        kept.set('verdict', verdict ?? '');
        kept.set('reason', reason);
      }}
      onSave={(verdict, reason) =>
        void kept.flush().then(() => deeds.decide(assessed, verdict, reason))
      }
      isFirst={!canCorrect && !canConfirm}
      takesFocus={asks}
    />
  );
  return (
    <>
      {canConfirm && (
        <Button
          id={id}
          size="sm"
          icon={CircleCheck}
          kind={kind}
          busy={deeds.busy}
          onPress={() => deeds.decide(assessed, computed, null)}
        >
          {t('confirmVerdict')}
        </Button>
      )}
      {canCorrect && (
        <Button
          {...(canConfirm ? {} : { id })}
          size="sm"
          icon={Pencil}
          kind={canConfirm ? 'plain' : kind}
          busy={deeds.busy}
          onPress={() => deeds.correct(assessed)}
        >
          {t('correctStated')}
        </Button>
      )}
      {row.readPaths.length > 0 && (
        <Button size="sm" onPress={() => deeds.readAgain(assessed)}>
          {t('readAgain')}
        </Button>
      )}
      {!showsForm && (
        <Button
          {...(canCorrect || canConfirm ? {} : { id })}
          size="sm"
          kind="quiet"
          expanded={false}
          onPress={() => setAsks(true)}
        >
          {work === null
            ? t('changeVerdict')
            : mustBeRaised(row)
              ? t('raiseToHeadquarters')
              : t('giveReason')}
        </Button>
      )}
      {form}
    </>
  );
}
