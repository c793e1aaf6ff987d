import { Link } from '@tanstack/react-router';
import { CircleCheck, Eye, Info, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Words } from '#renderer/caseParts/summaryValue.tsx';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { Icon } from '#renderer/components/Icon.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import type { Tone } from '#renderer/components/tone.ts';
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
        <Reasons file={file} icon={Eye} tone="review" said={findings.map(spoken(sentence))} />
        {notes.length > 0 && (
          <div className={styles.section}>
            <strong>{t('goodToKnow')}</strong>
            <Reasons file={file} icon={Info} tone="info" said={notes.map(spoken(noteSentence))} />
          </div>
        )}
      </Stack>
    </Panel>
  );
}

interface Spoken {
  readonly words: string;
  readonly other: string | null;
}

function spoken<Finding extends { readonly other: string | null }>(
  sentence: (finding: Finding) => string,
): (finding: Finding) => Spoken {
  return (finding) => ({ words: sentence(finding), other: finding.other });
}

interface ReasonsProps {
  readonly file: ImportCaseFile;
  readonly icon: LucideIcon;
  readonly tone: Tone;
  readonly said: readonly Spoken[];
}

/** What was found of several papers or persons alike is said once, with how often. */
function Reasons({ file, icon, tone, said }: ReasonsProps) {
  const alike = Map.groupBy(said, ({ words, other }) => `${words} ${other ?? ''}`);
  return (
    <ul className={styles.reasons}>
      {[...alike].map(([key, [first, ...others]]) =>
        first === undefined ? null : (
          <li key={key} className={styles.reason}>
            <Icon of={icon} tone={tone} />
            <span>
              {first.words}
              {others.length > 0 && (
                <>
                  {' '}
                  <Bdi>×{others.length + 1}</Bdi>
                </>
              )}{' '}
              <OtherLink file={file} reference={first.other} />
            </span>
          </li>
        ),
      )}
    </ul>
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
