import { Link } from '@tanstack/react-router';
import { CircleCheck, Eye, Info } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Words } from '#renderer/caseParts/summaryValue.tsx';
import { Icon } from '#renderer/components/Icon.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import type { ImportCaseFile } from '#shared/contracts/hq/imports.ts';
import { useFindingSentence, useNoteSentence } from './findingWords.ts';
import styles from './inbox.module.css';
import type { PlaceNames } from './placeNames.ts';

export interface CaseReasonsProps {
  readonly file: ImportCaseFile;
  readonly names: PlaceNames;
}

/** Everything that was found in a case, in words, with the other cases that it names. */
export function CaseReasons({ file, names }: CaseReasonsProps) {
  const { t } = useTranslation('import');
  const sentence = useFindingSentence(names);
  const noteSentence = useNoteSentence(names);
  const { findings, notes, said, state } = file.case;
  return (
    <Panel title={t('whyHeld')} compact>
      <Stack gap={3}>
        {said !== null && (
          <Note tone={said.reason === null ? 'info' : 'review'} slim>
            <strong>{t(said.reason === null ? 'setAsideSaid' : 'returnSaid')}: </strong>
            {said.reason !== null && <>{t(`returnReasons.${said.reason}`)}. </>}
            <Words>{said.text}</Words>
          </Note>
        )}
        {findings.length === 0 && state !== 'unchecked' && said === null && (
          <span className={styles.reason}>
            <Icon of={CircleCheck} tone="ok" />
            {t('nothingFound')}
          </span>
        )}
        {state === 'unchecked' && <span>{t('state.unchecked')}</span>}
        <ul className={styles.reasons}>
          {findings.map((finding) => (
            <li key={`${finding.code} ${finding.at} ${finding.other}`} className={styles.reason}>
              <Icon of={Eye} tone="review" />
              <span>
                {sentence(finding)} <OtherLink file={file} reference={finding.other} />
              </span>
            </li>
          ))}
        </ul>
        {notes.length > 0 && (
          <div className={styles.section}>
            <strong>{t('goodToKnow')}</strong>
            <ul className={styles.reasons}>
              {notes.map((note) => (
                <li key={`${note.code} ${note.at} ${note.other}`} className={styles.reason}>
                  <Icon of={Info} tone="info" />
                  <span>
                    {noteSentence(note)} <OtherLink file={file} reference={note.other} />
                  </span>
                </li>
              ))}
            </ul>
          </div>
        )}
      </Stack>
    </Panel>
  );
}

function OtherLink({
  file,
  reference,
}: {
  readonly file: ImportCaseFile;
  readonly reference: string | null;
}) {
  const { t } = useTranslation('import');
  const other = reference === null ? undefined : file.others[reference];
  if (other === undefined || reference === null) return null;
  return (
    <Link to={`/inbox/cases/${other.caseId}` as string} aria-label={t('openOther', { reference })}>
      {other.applicantName || t('open')}
    </Link>
  );
}
