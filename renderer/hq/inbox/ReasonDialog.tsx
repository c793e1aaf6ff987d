import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { Dialog } from '#renderer/components/Dialog.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import { TextArea } from '#renderer/components/TextArea.tsx';
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
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const act = useImportAction(props.act);
  const submit = () => {
    const said = reason.trim();
    if (said === '' && props.withoutReason !== true) {
      setMissing(true);
      return;
    }
    act.mutate(said, { onSuccess: props.onDone });
  };
  return (
    <Dialog
      isOpen
      onClose={props.onClose}
      title={props.title}
      closeLabel={t('close')}
      foot={
        <>
          <Button kind="main" busy={act.isPending} onPress={submit}>
            {props.confirmLabel}
          </Button>
          <Button onPress={props.onClose}>{t('cancel')}</Button>
        </>
      }
    >
      <Stack gap={3}>
        <p>{props.children}</p>
        {props.withoutReason !== true && (
          <TextArea
            label={t('reason')}
            help={t('reasonHelp')}
            isRequired
            rows={3}
            longest={props.longest ?? 2000}
            value={reason}
            onChange={(text) => {
              setReason(text);
              setMissing(false);
            }}
            {...(isMissing ? { error: t('reasonMissing') } : {})}
          />
        )}
        <HqErrorNote error={act.error} />
        <CasesInTheWay error={act.error} />
      </Stack>
    </Dialog>
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
