import { FileClock } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCaseAction } from '#renderer/access/caseFile.ts';
import { DeskErrorNote } from '#renderer/access/DeskErrorNote.tsx';
import { useDesk } from '#renderer/access/desk.ts';
import { useOpenStatus } from '#renderer/access/status.ts';
import type { StepProps } from '#renderer/caseParts/step.ts';
import { useFormDraft } from '#renderer/caseParts/useFormDraft.ts';
import { useVoidGuard } from '#renderer/caseParts/useVoidGuard.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { dueDay, wantedItems } from '#shared/domain/case/wantedItems.ts';
import { AwaitedFields, isListComplete } from './AwaitedFields.tsx';
import { listOf, startOfList } from './awaitedForm.ts';
import styles from './waiting.module.css';

/** Leaves the case incomplete, with the list that is read out and printed (N2). */
export function LeaveIncomplete({ open, go }: StepProps) {
  const { t } = useTranslation('waiting');
  const { queries } = useDesk();
  const { today, branch } = useOpenStatus();
  const form = useFormDraft(
    open,
    'incomplete',
    startOfList(dueDay(open.rules.documentRules, today), branch.name),
  );
  const leave = useCaseAction(queries.waiting.leaveIncomplete.mutationOptions());
  const { guard, dialog } = useVoidGuard(open.state);
  const [tried, setTried] = useState(false);
  const wanted = wantedItems(open.assessment);
  const list = listOf(form, wanted);
  const send = async (voidSignature: boolean) => {
    if (!isListComplete(list, today)) return;
    await form.flush();
    await leave.mutateAsync({ caseId: open.state.caseId, ...list, voidSignature });
    go('waiting');
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!isListComplete(list, today) || leave.isPending) return;
        guard((voidSignature) => void send(voidSignature).catch(() => undefined));
      }}
    >
      <Panel
        title={t('list')}
        note={t('listHelp')}
        foot={
          <Button type="submit" kind="main" icon={FileClock} busy={leave.isPending}>
            {t('leaveNow')}
          </Button>
        }
      >
        <div className={styles.form}>
          <DeskErrorNote error={leave.error} />
          {wanted.length === 0 && (
            <Note tone="info" slim>
              {t('nothingWanting')}
            </Note>
          )}
          <AwaitedFields form={form} wanted={wanted} list={list} today={today} tried={tried} />
          <Note tone="gold" slim>
            {t('beginsWhenComplete')}
          </Note>
        </div>
      </Panel>
      {dialog}
    </form>
  );
}
