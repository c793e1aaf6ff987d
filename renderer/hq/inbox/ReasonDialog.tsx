import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { SentenceDialog } from '#renderer/components/SentenceDialog.tsx';
import { hqErrorOf } from '#renderer/transport/hqClient.ts';
import { useImportAction } from './useImportAction.ts';

export interface ReasonDialogProps {
  readonly title: string;
  readonly confirmLabel: string;
  /** What follows from it. */
  readonly children: ReactNode;
  /** Left out where nothing has to be said. */
  readonly withoutReason?: boolean;
  readonly longest?: number;
  readonly act: (reason: string) => Promise<unknown>;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Something that is done with a case or a batch, and why; a refusal stays in it with all that it says. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { t } = useTranslation('import');
  const act = useImportAction(props.act);
  return (
    <SentenceDialog
      title={props.title}
      sentence={
        props.withoutReason === true
          ? null
          : {
              label: t('reason'),
              help: t('reasonHelp'),
              longest: props.longest,
              missing: t('reasonMissing'),
            }
      }
      words={{ close: t('close'), confirm: props.confirmLabel, cancel: t('cancel') }}
      isBusy={act.isPending}
      refusal={
        <>
          <HqErrorNote error={act.error} />
          <CasesInTheWay error={act.error} />
        </>
      }
      onSay={(reason) => act.mutate(reason, { onSuccess: props.onDone })}
      onClose={props.onClose}
    >
      <p>{props.children}</p>
    </SentenceDialog>
  );
}

/** The list that a refusal brings along, each case a link to it. */
function CasesInTheWay({ error }: { readonly error: unknown }) {
  const { t } = useTranslation('import');
  const cases = error === null || error === undefined ? [] : (hqErrorOf(error).data?.cases ?? []);
  if (cases.length === 0) return null;
  return (
    <div>
      <strong>{t('acted')}</strong>
      <ul>
        {cases.map(({ caseId, reference }) => (
          <li key={caseId}>
            <Link to={`/inbox/cases/${caseId}` as string}>
              <Bdi>{reference}</Bdi>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
