import { Printer } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type OpenCase, useCaseAction } from '#renderer/access/caseFile.ts';
import { DeskErrorNote } from '#renderer/access/DeskErrorNote.tsx';
import { useDesk } from '#renderer/access/desk.ts';
import { ItemAnswerFields, readItemAnswer } from '#renderer/caseParts/study/ItemAnswerFields.tsx';
import { RequestedMore } from '#renderer/caseParts/study/RequestedMore.tsx';
import { SaveForm } from '#renderer/caseParts/study/SaveForm.tsx';
import { Words } from '#renderer/caseParts/summaryValue.tsx';
import { useFormDraft } from '#renderer/caseParts/useFormDraft.ts';
import { buttonClass } from '#renderer/components/button-class.ts';
import { Facts } from '#renderer/components/Facts.tsx';
import { Icon } from '#renderer/components/Icon.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import { dayOf } from '#renderer/language/days.ts';
import type { AwaitedItem } from '#shared/domain/case/awaited.ts';
import { nextAwaited } from '#shared/domain/case/awaitedDays.ts';
import { type MoreRequest, openRequest } from '#shared/domain/case/studyState.ts';

export interface MorePanelProps {
  readonly open: OpenCase;
  readonly request: MoreRequest;
}

/** What headquarters asks for during its study, and the branch's answer to each thing. */
export function MorePanel({ open, request }: MorePanelProps) {
  const { t } = useTranslation('study');
  const { state, file, drafts, actions } = open;
  const isOpen = openRequest(state.study)?.requestId === request.requestId;
  const kept = request.items.find(({ itemId }) =>
    drafts.some(({ scope }) => scope === `answer/${itemId}`),
  );
  const mayAnswer = isOpen && actions.answerMore.allowed;
  const officer = state.study.officer?.officerName ?? file.people[request.actorId] ?? '';
  const counted = isOpen ? nextAwaited(state) : null;
  return (
    <Panel
      id={`more-${request.requestId}`}
      title={t('more.title')}
      {...(isOpen
        ? {
            aside: (
              <a className={buttonClass('plain', 'sm')} href={`#/case/${state.caseId}/N2`}>
                <Icon of={Printer} size="sm" />
                <span>{t('more.printN2')}</span>
              </a>
            ),
          }
        : {})}
    >
      <Stack gap={4}>
        {!isOpen && request.withdrawn === null && <Note tone="ok">{t('more.allAnswered')}</Note>}
        <RequestedMore
          request={request}
          people={file.people}
          openItemId={kept?.itemId}
          answer={
            mayAnswer
              ? {
                  label: t('more.answer'),
                  form: (item, onDone) => (
                    <AnswerItem open={open} request={request} item={item} onDone={onDone} />
                  ),
                }
              : null
          }
        />
        <Facts
          facts={[
            { id: 'asked', term: t('more.asked'), value: <DayText day={dayOf(request.at)} /> },
            {
              id: 'due',
              term: t('more.dueOn'),
              value: <DayText day={counted?.dueOn ?? request.dueOn} />,
            },
            { id: 'place', term: t('more.place'), value: <Words>{request.place}</Words> },
            { id: 'officer', term: t('more.officer'), value: <Words>{officer}</Words> },
          ]}
        />
      </Stack>
    </Panel>
  );
}

function AnswerItem({
  open,
  request,
  item,
  onDone,
}: MorePanelProps & { readonly item: AwaitedItem; readonly onDone: () => void }) {
  const { t } = useTranslation('study');
  const { queries } = useDesk();
  const { caseId } = open.state;
  const form = useFormDraft(open, `answer/${item.itemId}`, {});
  const send = useCaseAction(queries.studyWork.answerMore.mutationOptions());
  const [tried, setTried] = useState(false);
  const answer = readItemAnswer(form, item);
  return (
    <SaveForm
      refusal={<DeskErrorNote error={send.error} />}
      words={{ save: t('more.save'), cancel: t('cancel') }}
      isBusy={send.isPending}
      onCancel={onDone}
      onSave={() => {
        setTried(true);
        if (answer === null || send.isPending) return;
        const { requestId } = request;
        const { itemId } = item;
        void form
          .flush()
          .then(() => send.mutateAsync({ caseId, requestId, itemId, ...answer }))
          .then(onDone)
          .catch(() => undefined);
      }}
    >
      <ItemAnswerFields item={item} form={form} tried={tried} />
    </SaveForm>
  );
}
