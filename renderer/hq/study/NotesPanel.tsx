import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useHqMay } from '#renderer/access/hq/status.ts';
import { Button } from '#renderer/components/Button.tsx';
import { Row, Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { Thread } from '#renderer/components/Thread.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import { dayOf } from '#renderer/language/days.ts';
import { headquartersActionState } from '#shared/domain/case/headquartersActions.ts';
import styles from './study.module.css';
import type { StudyAtHand } from './studyCase.ts';
import { WordsDialog } from './WordsDialog.tsx';

/** The officers' own notes, newest first; they stay at headquarters. */
export function NotesPanel({ at }: { readonly at: StudyAtHand }) {
  const { t } = useTranslation('hqStudy');
  const { client } = useHq();
  const mayWrite = useHqMay('study.write');
  const { state, file } = at;
  const { caseId } = state;
  const [isWriting, setWriting] = useState(false);
  const { inPlace } = headquartersActionState(state, 'addStudyNote', file.today);
  const { notes } = state.study;
  if (notes.length === 0 && !inPlace) return null;
  return (
    <Panel title={t('notes')} compact>
      <Stack gap={3}>
        {notes.length === 0 && <p className={styles.quiet}>{t('notesHelp')}</p>}
        <Thread
          entries={notes.toReversed().map((note) => ({
            id: note.eventId,
            about: (
              <>
                {note.authorName} <DayText day={dayOf(note.at)} />
              </>
            ),
            words: note.text,
          }))}
        />
        {inPlace && mayWrite && (
          <Row>
            <Button size="sm" onPress={() => setWriting(true)}>
              {t('addNote')}
            </Button>
          </Row>
        )}
      </Stack>
      {isWriting && (
        <WordsDialog
          caseId={caseId}
          title={t('addNote')}
          help={t('notesHelp')}
          label={t('note')}
          confirm={t('save')}
          longest={4000}
          act={({ words }) => client.study.addNote({ caseId, text: words })}
          onClose={() => setWriting(false)}
        />
      )}
    </Panel>
  );
}
