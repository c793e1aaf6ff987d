import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useHqMay } from '#renderer/access/hq/status.ts';
import { Button } from '#renderer/components/Button.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import { isolated } from '#renderer/language/isolated.ts';
import type { ImportCaseFile } from '#shared/contracts/hq/imports.ts';
import type { CaseState } from '#shared/domain/case/caseState.ts';
import type { CaseId } from '#shared/domain/identity.ts';
import type { ImportState } from '#shared/domain/import/importState.ts';
import styles from './inbox.module.css';
import type { PlaceNames } from './placeNames.ts';
import { ReasonDialog } from './ReasonDialog.tsx';
import { ReturnDialog } from './ReturnDialog.tsx';

type Act = 'import' | 'hold' | 'return' | 'setAside' | 'readmit';

/** What may be done with a case from where it stands, the likeliest first. */
const ACTS: Readonly<Record<ImportState, readonly Act[]>> = {
  notSubmitted: ['setAside'],
  unchecked: [],
  clean: ['import', 'return', 'hold', 'setAside'],
  held: ['return', 'import', 'hold', 'setAside'],
  duplicate: ['return', 'import', 'hold', 'setAside'],
  changed: ['return', 'import'],
  imported: ['return'],
  returned: [],
  setAside: ['readmit'],
  repeats: [],
};

export interface CaseActionsProps {
  readonly file: ImportCaseFile;
  readonly state: CaseState;
  readonly names: PlaceNames;
}

/** The clerk's actions on one case, each with its reason. */
export function CaseActions({ file, state: caseState, names }: CaseActionsProps) {
  const { t } = useTranslation('import');
  const mayImport = useHqMay('cases.import');
  const [open, setOpen] = useState<Act | null>(null);
  const [done, setDone] = useState<Act | null>(null);
  const { state } = file.case;
  if (!mayImport) return null;
  const finish = (act: Act) => {
    setOpen(null);
    setDone(act);
  };
  const labelOf = (act: Act) => {
    if (act !== 'import') return t(act);
    if (state === 'changed') return t('importChanged');
    return t(state === 'clean' ? 'importThis' : 'importAnyway');
  };
  return (
    <div className={styles.grow}>
      <Stack gap={2}>
        {done !== null && (
          <Note tone="ok" slim live="status">
            {t(`done.${done}`)}
          </Note>
        )}
        {done !== null && <NextForPerson after={file.case.caseId} />}
        {ACTS[state].map((act, index) => (
          <Button key={act} wide kind={index === 0 ? 'main' : 'plain'} onPress={() => setOpen(act)}>
            {labelOf(act)}
          </Button>
        ))}
        {open !== null && (
          <ActDialog
            act={open}
            file={file}
            state={caseState}
            names={names}
            confirmLabel={labelOf(open)}
            onDone={() => finish(open)}
            onClose={() => setOpen(null)}
          />
        )}
      </Stack>
    </div>
  );
}

/** The way on for who works through all that need a person; nothing where none is left. */
function NextForPerson({ after }: { readonly after: CaseId }) {
  const { t } = useTranslation('import');
  const { queries } = useHq();
  const { data } = useQuery(
    queries.imports.cases.queryOptions({ input: { state: 'person', offset: 0, limit: 2 } }),
  );
  const next = data?.cases.find(({ caseId }) => caseId !== after);
  if (next === undefined) return null;
  return (
    <Link to={`/inbox/cases/${next.caseId}` as string}>
      {t('nextForPerson', { name: isolated(next.applicantName || t('nameless')) })}
    </Link>
  );
}

interface ActDialogProps extends CaseActionsProps {
  readonly act: Act;
  readonly confirmLabel: string;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

function ActDialog({ act, file, state, names, ...rest }: ActDialogProps) {
  const { t } = useTranslation('import');
  const { client } = useHq();
  const { caseId, seen, findings } = file.case;
  switch (act) {
    case 'return':
      return <ReturnDialog file={file} state={state} names={names} {...rest} />;
    case 'import': {
      const isClean = findings.length === 0;
      return (
        <ReasonDialog
          title={t(isClean ? 'importCleanTitle' : 'importTitle')}
          withoutReason={isClean}
          act={(reason) =>
            client.imports.importCase({ caseId, seen, reason: isClean ? null : reason })
          }
          {...rest}
        >
          {t(isClean ? 'importCleanText' : 'importText')}
        </ReasonDialog>
      );
    }
    case 'hold':
      return (
        <ReasonDialog
          title={t('holdTitle')}
          longest={400}
          act={(reason) => client.imports.holdCase({ caseId, seen, reason })}
          {...rest}
        >
          {t('holdText')}
        </ReasonDialog>
      );
    case 'setAside':
      return (
        <ReasonDialog
          title={t('setAsideTitle')}
          act={(reason) => client.imports.setAside({ caseIds: [caseId], reason })}
          {...rest}
        >
          {t('setAsideText')}
        </ReasonDialog>
      );
    case 'readmit':
      return (
        <ReasonDialog
          title={t('readmitTitle')}
          act={(reason) => client.imports.readmit({ caseIds: [caseId], reason })}
          {...rest}
        >
          {t('readmitText')}
        </ReasonDialog>
      );
  }
}
