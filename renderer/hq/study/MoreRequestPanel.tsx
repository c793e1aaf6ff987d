import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { HqKeptLine } from '#renderer/access/hq/HqKeptLine.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useKeptForm } from '#renderer/access/hq/keptForm.ts';
import { ItemAnswerFields, readItemAnswer } from '#renderer/caseParts/study/ItemAnswerFields.tsx';
import { RequestedMore } from '#renderer/caseParts/study/RequestedMore.tsx';
import { SaveForm } from '#renderer/caseParts/study/SaveForm.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { Facts } from '#renderer/components/Facts.tsx';
import { Row, Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import { dayOf } from '#renderer/language/days.ts';
import type { AwaitedItem } from '#shared/domain/case/awaited.ts';
import { nextAwaited } from '#shared/domain/case/awaitedDays.ts';
import { headquartersActionState } from '#shared/domain/case/headquartersActions.ts';
import { type MoreRequest, openRequest } from '#shared/domain/case/studyState.ts';
import type { StudyAtHand } from './studyCase.ts';
import { useStudyAction } from './useStudy.ts';
import { WordsDialog } from './WordsDialog.tsx';

export interface MoreRequestPanelProps {
  readonly at: StudyAtHand;
  readonly request: MoreRequest;
}

/** A request for more: its items with the branch's answers, its days, and what came to headquarters itself. */
export function MoreRequestPanel({ at, request }: MoreRequestPanelProps) {
  const { t } = useTranslation(['hqStudy', 'study']);
  const { client } = useHq();
  const { state, file, isMine } = at;
  const { caseId } = state;
  const { requestId } = request;
  const [isWithdrawing, setWithdrawing] = useState(false);
  const isOpen = openRequest(state.study)?.requestId === requestId;
  const mayWrite =
    isOpen && isMine && headquartersActionState(state, 'answerMore', file.today).allowed;
  const days = isOpen ? nextAwaited(state) : null;
  return (
    <Panel
      title={t('hqStudy:moreTitle')}
      foot={
        mayWrite ? (
          <Row>
            <Button kind="quiet" onPress={() => setWithdrawing(true)}>
              {t('hqStudy:withdrawMore')}
            </Button>
          </Row>
        ) : undefined
      }
    >
      <Stack gap={3}>
        <RequestedMore
          request={request}
          people={file.people}
          answer={
            mayWrite
              ? {
                  label: t('hqStudy:recordAnswer'),
                  form: (item, onDone) => (
                    <AnswerForm at={at} request={request} item={item} onDone={onDone} />
                  ),
                }
              : null
          }
        />
        <Facts
          facts={[
            {
              id: 'asked',
              term: t('study:more.asked'),
              value: <DayText day={dayOf(request.at)} />,
            },
            {
              id: 'due',
              term: t('study:more.dueOn'),
              value: (
                <>
                  <DayText day={days?.dueOn ?? request.dueOn} />{' '}
                  {days !== null &&
                    days.reminders > 0 &&
                    t('study:more.reminded', { count: days.reminders })}
                </>
              ),
            },
            ...(days === null
              ? []
              : [
                  {
                    id: 'lapse',
                    term: t('hqStudy:lapsesOn'),
                    value: <DayText day={days.lapseOn} />,
                  },
                ]),
          ]}
        />
      </Stack>
      {isWithdrawing && (
        <WordsDialog
          caseId={caseId}
          title={t('hqStudy:withdrawMore')}
          label={t('hqStudy:withdrawReason')}
          confirm={t('hqStudy:withdrawMore')}
          act={({ words }) => client.study.withdrawMore({ caseId, requestId, reason: words })}
          onClose={() => setWithdrawing(false)}
        />
      )}
    </Panel>
  );
}

function AnswerForm({
  at,
  request,
  item,
  onDone,
}: MoreRequestPanelProps & { readonly item: AwaitedItem; readonly onDone: () => void }) {
  const { t } = useTranslation(['hqStudy', 'study']);
  const { client } = useHq();
  const form = useKeptForm(`moreAnswer.${request.requestId}.${item.itemId}`);
  const [tried, setTried] = useState(false);
  const send = useStudyAction(client.study.answerMore);
  return (
    <SaveForm
      refusal={<HqErrorNote error={send.error} />}
      kept={<HqKeptLine form={form} />}
      words={{ save: t('study:more.save'), cancel: t('hqStudy:cancel') }}
      isBusy={send.isPending}
      onCancel={onDone}
      onSave={() => {
        setTried(true);
        const answer = readItemAnswer(form, item);
        if (answer === null || send.isPending) return;
        const { caseId } = at.state;
        const { requestId } = request;
        send.mutate(
          { caseId, requestId, itemId: item.itemId, ...answer },
          {
            onSuccess: () => {
              form.forget();
              onDone();
            },
          },
        );
      }}
    >
      <ItemAnswerFields item={item} form={form} tried={tried} />
    </SaveForm>
  );
}
