import { Link } from '@tanstack/react-router';
import { Printer } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { HqKeptLine } from '#renderer/access/hq/HqKeptLine.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useKeptForm } from '#renderer/access/hq/keptForm.ts';
import { useHqPerson } from '#renderer/access/hq/status.ts';
import { typedDay } from '#renderer/caseParts/DayField.tsx';
import { SaveForm } from '#renderer/caseParts/study/SaveForm.tsx';
import { VisitBadge, VisitFacts } from '#renderer/caseParts/study/VisitFacts.tsx';
import {
  readVisitRecord,
  VisitRecordFields,
} from '#renderer/caseParts/study/VisitRecordFields.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { buttonClass } from '#renderer/components/button-class.ts';
import { Icon } from '#renderer/components/Icon.tsx';
import { Row, Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { headquartersActionState } from '#shared/domain/case/headquartersActions.ts';
import { type FieldVisit, openVisit } from '#shared/domain/case/studyState.ts';
import type { StudyAtHand } from './studyCase.ts';
import { useStudyAction } from './useStudy.ts';
import { WordsDialog } from './WordsDialog.tsx';

export interface VisitPlanPanelProps {
  readonly at: StudyAtHand;
  readonly visit: FieldVisit;
}

/** One field visit: its plan, its sheet (N6), and what was recorded of it. */
export function VisitPlanPanel({ at, visit }: VisitPlanPanelProps) {
  const { t } = useTranslation(['hqStudy', 'study']);
  const { client } = useHq();
  const { state, file, isMine } = at;
  const { caseId } = state;
  const { visitId } = visit;
  const [isWriting, setWriting] = useState(false);
  const [isCancelling, setCancelling] = useState(false);
  const mayWrite =
    isMine &&
    openVisit(state.study)?.visitId === visitId &&
    headquartersActionState(state, 'recordVisit', file.today).allowed;
  return (
    <Panel
      title={t('study:visit.title')}
      aside={<VisitBadge visit={visit} />}
      foot={
        <Row>
          {mayWrite && !isWriting && (
            <>
              <Button onPress={() => setWriting(true)}>{t('study:visit.record')}</Button>
              <Button kind="quiet" onPress={() => setCancelling(true)}>
                {t('hqStudy:cancelVisit')}
              </Button>
            </>
          )}
          <Link
            to={`/study/case/${caseId}/visit/${visitId}` as string}
            className={buttonClass('plain', 'md')}
          >
            <Icon of={Printer} size="sm" />
            <span>{t('hqStudy:printN6')}</span>
          </Link>
        </Row>
      }
    >
      <Stack gap={4}>
        <VisitFacts visit={visit} />
        {mayWrite && isWriting && (
          <RecordForm at={at} visit={visit} onDone={() => setWriting(false)} />
        )}
      </Stack>
      {isCancelling && (
        <WordsDialog
          caseId={caseId}
          title={t('hqStudy:cancelVisit')}
          label={t('hqStudy:cancelReason')}
          confirm={t('hqStudy:cancelVisit')}
          act={({ words }) => client.study.cancelVisit({ caseId, visitId, reason: words })}
          onClose={() => setCancelling(false)}
        />
      )}
    </Panel>
  );
}

function RecordForm({ at, visit, onDone }: VisitPlanPanelProps & { readonly onDone: () => void }) {
  const { t } = useTranslation(['hqStudy', 'study']);
  const { client } = useHq();
  const { displayName } = useHqPerson();
  const { today } = at.file;
  const form = useKeptForm(`visitRecord.${visit.visitId}`, {
    visitedOn: typedDay(today),
    visitor: visit.plan.visitor ?? displayName,
  });
  const [tried, setTried] = useState(false);
  const send = useStudyAction(client.study.recordVisit);
  return (
    <SaveForm
      refusal={<HqErrorNote error={send.error} />}
      kept={<HqKeptLine form={form} />}
      words={{ save: t('study:visit.save'), cancel: t('hqStudy:cancel') }}
      isBusy={send.isPending}
      onCancel={onDone}
      onSave={() => {
        setTried(true);
        const record = readVisitRecord(form, visit, today);
        if (record === null || send.isPending) return;
        const { caseId } = at.state;
        send.mutate(
          { caseId, visitId: visit.visitId, ...record },
          {
            onSuccess: () => {
              form.forget();
              onDone();
            },
          },
        );
      }}
    >
      <VisitRecordFields visit={visit} form={form} today={today} tried={tried} />
    </SaveForm>
  );
}
