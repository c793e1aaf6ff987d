import { Printer } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type OpenCase, useCaseAction } from '#renderer/access/caseFile.ts';
import { DeskErrorNote } from '#renderer/access/DeskErrorNote.tsx';
import { useDesk } from '#renderer/access/desk.ts';
import { useOpenStatus } from '#renderer/access/status.ts';
import { typedDay } from '#renderer/caseParts/DayField.tsx';
import { SaveForm } from '#renderer/caseParts/study/SaveForm.tsx';
import { VisitBadge, VisitFacts } from '#renderer/caseParts/study/VisitFacts.tsx';
import {
  readVisitRecord,
  VisitRecordFields,
} from '#renderer/caseParts/study/VisitRecordFields.tsx';
import { useFormDraft } from '#renderer/caseParts/useFormDraft.ts';
import { Button } from '#renderer/components/Button.tsx';
import { buttonClass } from '#renderer/components/button-class.ts';
import { Icon } from '#renderer/components/Icon.tsx';
import { Row, Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { type FieldVisit, openVisit } from '#shared/domain/case/studyState.ts';

export interface VisitPanelProps {
  readonly open: OpenCase;
  readonly visit: FieldVisit;
}

/** A field visit that headquarters' study asks for; the branch records what came of its own. */
export function VisitPanel({ open, visit }: VisitPanelProps) {
  const { t } = useTranslation('study');
  const { state, drafts, actions } = open;
  const [isWriting, setWriting] = useState(
    drafts.some(({ scope }) => scope === `answer/${visit.visitId}`),
  );
  const mayRecord =
    actions.recordVisit.allowed && openVisit(state.study)?.visitId === visit.visitId;
  return (
    <Panel
      id={`visit-${visit.visitId}`}
      title={t('visit.title')}
      aside={<VisitBadge visit={visit} />}
      foot={
        <Row>
          {mayRecord && !isWriting && (
            <Button kind="main" onPress={() => setWriting(true)}>
              {t('visit.record')}
            </Button>
          )}
          <a
            className={buttonClass('plain', 'md')}
            href={`#/case/${state.caseId}/N6?at=${JSON.stringify(visit.visitId)}`}
          >
            <Icon of={Printer} size="sm" />
            <span>{t('visit.printN6')}</span>
          </a>
        </Row>
      }
    >
      <Stack gap={4}>
        <VisitFacts visit={visit} />
        {mayRecord && isWriting && (
          <RecordForm open={open} visit={visit} onDone={() => setWriting(false)} />
        )}
      </Stack>
    </Panel>
  );
}

function RecordForm({ open, visit, onDone }: VisitPanelProps & { readonly onDone: () => void }) {
  const { t } = useTranslation('study');
  const { queries } = useDesk();
  const { today, person } = useOpenStatus();
  const { caseId } = open.state;
  const { visitId } = visit;
  const form = useFormDraft(open, `answer/${visitId}`, {
    visitedOn: typedDay(today),
    visitor: visit.plan.visitor ?? person.displayName,
  });
  const send = useCaseAction(queries.studyWork.recordVisit.mutationOptions());
  const [tried, setTried] = useState(false);
  const record = readVisitRecord(form, visit, today);
  return (
    <SaveForm
      refusal={<DeskErrorNote error={send.error} />}
      words={{ save: t('visit.save'), cancel: t('cancel') }}
      isBusy={send.isPending}
      onCancel={onDone}
      onSave={() => {
        setTried(true);
        if (record === null || send.isPending) return;
        void form
          .flush()
          .then(() => send.mutateAsync({ caseId, visitId, ...record }))
          .then(onDone)
          .catch(() => undefined);
      }}
    >
      <VisitRecordFields visit={visit} form={form} today={today} tried={tried} />
    </SaveForm>
  );
}
