import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { CircleCheck } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type OpenCase, useCaseAction } from '#renderer/access/caseFile.ts';
import { DeskErrorNote } from '#renderer/access/DeskErrorNote.tsx';
import { useDesk } from '#renderer/access/desk.ts';
import { LinkButton } from '#renderer/components/LinkButton.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { VisuallyHidden } from '#renderer/components/VisuallyHidden.tsx';
import type { KnownElsewhere, KnownHere } from '#shared/contracts/known.ts';
import type { AnswerSet } from '#shared/domain/answers/answer.ts';
import type { KnownPersonAnswer, KnownSubject } from '#shared/domain/case/knownEvents.ts';
import { saidInAnswers } from '#shared/domain/known/personSaid.ts';
import { KnownElsewhereCard } from './KnownElsewhereCard.tsx';
import { KnownPersonCard } from './KnownPersonCard.tsx';
import styles from './known.module.css';
import { KNOWN_PLACE } from './knownPlace.ts';

export interface CaseKnownPanelProps {
  readonly open: OpenCase;
  /** The answers as they are being typed; left out, those who were found for the case on record. */
  readonly typed?: AnswerSet;
}

/**
 * Who the applicant of a case may be, beside the work: it takes no focus, says how many there are to those
 * who listen, and is not there when there is nobody.
 */
export function CaseKnownPanel({ open, typed }: CaseKnownPanelProps) {
  const { t } = useTranslation('known');
  const { here, elsewhere } = useKnownOfCase(open, typed);
  const { queries } = useDesk();
  const answer = useCaseAction(queries.known.answer.mutationOptions());
  const { caseId, known } = open.state;
  const [changing, setChanging] = useState<KnownSubject | null>(null);
  const isOpen = open.actions.answerKnown.inPlace;
  const say = (said: KnownPersonAnswer) => {
    answer.mutate({ caseId, answer: said }, { onSuccess: () => setChanging(null) });
  };
  const answeredOf = (subject: KnownSubject) =>
    subject !== changing && Object.hasOwn(known.answers, subject)
      ? known.answers[subject]
      : undefined;
  const count = [...here, ...elsewhere].filter(
    ({ subject }) => answeredOf(subject) === undefined,
  ).length;
  const answered = Object.values(known.answers).filter(({ subject }) => subject !== changing);
  const noteOf = ({ strength }: KnownHere | KnownElsewhere) => (
    <span className={styles.note}>{t(strength === 'sure' ? 'mustAnswer' : 'hqDecides')}</span>
  );
  const nameOf = (subject: KnownSubject) =>
    here.find((person) => person.subject === subject)?.name ?? t('elsewhere.title');
  return (
    <>
      <VisuallyHidden>
        <span role="status">{isOpen && count > 0 ? t('count', { count }) : ''}</span>
      </VisuallyHidden>
      {isOpen && (count > 0 || answered.length > 0) && (
        <Panel title={t('title')} compact id={KNOWN_PLACE}>
          <Stack gap={5}>
            {here.map((person) => {
              const { subject } = person;
              if (answeredOf(subject) !== undefined) return null;
              return (
                <KnownPersonCard
                  key={subject}
                  person={person}
                  isBusy={answer.isPending}
                  note={noteOf(person)}
                  onSame={() => say({ subject, answer: 'same', reason: null })}
                  onAnother={(reason) => say({ subject, answer: 'another', reason })}
                  onUnsure={() => say({ subject, answer: 'unsure', reason: null })}
                />
              );
            })}
            {elsewhere.map((entry) => {
              const { subject } = entry;
              if (answeredOf(subject) !== undefined) return null;
              return (
                <KnownElsewhereCard
                  key={subject}
                  entry={entry}
                  caseId={caseId}
                  isBusy={answer.isPending}
                  note={noteOf(entry)}
                  onAnswer={(word, reason) => say({ subject, answer: word, reason })}
                />
              );
            })}
            {answered.map(({ subject, answer: word, reason }) => (
              <Note
                key={subject}
                tone={word === 'unsure' ? 'review' : 'ok'}
                slim
                icon={CircleCheck}
                action={<LinkButton onPress={() => setChanging(subject)}>{t('change')}</LinkButton>}
              >
                <strong>{nameOf(subject)}</strong> {t(`answered.${word}`, { reason: reason ?? '' })}
              </Note>
            ))}
            <DeskErrorNote error={answer.error} />
          </Stack>
        </Panel>
      )}
    </>
  );
}

/** Live while something is typed; else those of the record, whoever is answered for among them. */
function useKnownOfCase(
  open: OpenCase,
  typed: AnswerSet | undefined,
): { readonly here: readonly KnownHere[]; readonly elsewhere: readonly KnownElsewhere[] } {
  const { queries } = useDesk();
  const { caseId, known, last } = open.state;
  const said = useDeferredValue(saidInAnswers(typed ?? open.state.answers));
  const live = useQuery({
    ...queries.known.candidates.queryOptions({ input: { said, caseId } }),
    enabled: typed !== undefined && Object.keys(said).length > 0,
    placeholderData: keepPreviousData,
  });
  const isRecorded = Object.keys(known.found).length > 0 || Object.keys(known.answers).length > 0;
  const recorded = useQuery({
    ...queries.known.found.queryOptions({ input: { caseId, asOf: last.eventId } }),
    enabled: isRecorded,
    placeholderData: keepPreviousData,
  });
  const merged = <Known extends { readonly subject: KnownSubject }>(
    first: readonly Known[],
    second: readonly Known[],
  ) => [...new Map([...second, ...first].map((each) => [each.subject, each])).values()];
  const nothing = { here: [], elsewhere: [] };
  const now = typed === undefined ? nothing : (live.data ?? nothing);
  const before = isRecorded ? (recorded.data ?? nothing) : nothing;
  return {
    here: merged(now.here, before.here),
    elsewhere: merged(now.elsewhere, before.elsewhere),
  };
}
