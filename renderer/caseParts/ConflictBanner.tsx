import { Split } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type OpenCase, useCaseAction } from '#renderer/access/caseFile.ts';
import { DeskErrorNote } from '#renderer/access/DeskErrorNote.tsx';
import { useDesk } from '#renderer/access/desk.ts';
import { Button } from '#renderer/components/Button.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Row } from '#renderer/components/Page.tsx';
import { RadioCards } from '#renderer/components/RadioCards.tsx';
import { clockTime, dayOf, spokenDay } from '#renderer/language/days.ts';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import type { FieldConflict } from '#shared/domain/case/caseState.ts';
import { EventId } from '#shared/domain/identity.ts';
import styles from './CaseBanner.module.css';
import { useShowAnswer } from './displayAnswer.tsx';
import { usePathLabel } from './pathLabel.ts';

export interface ConflictBannerProps {
  readonly open: OpenCase;
  readonly conflicts: readonly FieldConflict[];
}

/** Fields that two people changed apart: each value with who gave it and when, and a person chooses. */
export function ConflictBanner({ open, conflicts }: ConflictBannerProps) {
  const { t } = useTranslation('headquarters');
  const [isChoosing, setChoosing] = useState(false);
  return (
    <Note
      tone="review"
      icon={Split}
      action={
        isChoosing ? undefined : (
          <Button kind="main" size="sm" onPress={() => setChoosing(true)}>
            {t('conflict.choose')}
          </Button>
        )
      }
    >
      <div className={styles.words}>
        <strong>{t('conflict.title', { count: conflicts.length })}</strong>
        <span className={styles.quiet}>{t('conflict.help')}</span>
        {isChoosing && (
          <>
            {conflicts.map((conflict) => (
              <ConflictForm key={conflict.path} open={open} conflict={conflict} />
            ))}
            <Row>
              <Button kind="quiet" size="sm" onPress={() => setChoosing(false)}>
                {t('conflict.close')}
              </Button>
            </Row>
          </>
        )}
      </div>
    </Note>
  );
}

function ConflictForm({
  open,
  conflict,
}: {
  readonly open: OpenCase;
  readonly conflict: FieldConflict;
}) {
  const { t } = useTranslation('headquarters');
  const language = useLanguage();
  const { queries } = useDesk();
  const show = useShowAnswer();
  const label = usePathLabel(open.assessment.evaluation);
  const settle = useCaseAction(queries.headquarters.settleConflict.mutationOptions());
  const [chosen, setChosen] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const { path, candidates } = conflict;
  const field = open.assessment.evaluation.paths.get(path)?.field;
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (chosen === null || settle.isPending) return;
        const { caseId } = open.state;
        settle.mutate({ caseId, path, chosen: EventId.parse(chosen), voidSignature: true });
      }}
    >
      <DeskErrorNote error={settle.error} />
      <RadioCards
        label={label(path)}
        isRequired
        error={tried && chosen === null ? t('conflict.needed') : undefined}
        value={chosen}
        onChange={setChosen}
        options={candidates.map(({ mark, answer }) => ({
          value: mark.eventId,
          label:
            answer === null || field === undefined ? t('conflict.removed') : show(field, answer),
          description: t('conflict.who', {
            name: open.file.people[mark.actorId] ?? t('conflict.someone'),
            day: spokenDay(dayOf(mark.at), language).gregorian,
            time: clockTime(mark.at),
          }),
        }))}
      />
      <Row>
        <Button type="submit" kind="main" size="sm" busy={settle.isPending}>
          {t('conflict.keep')}
        </Button>
      </Row>
    </form>
  );
}
