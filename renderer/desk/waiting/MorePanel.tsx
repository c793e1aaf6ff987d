import { Printer } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type OpenCase, useCaseAction } from '#renderer/access/caseFile.ts';
import { DeskErrorNote } from '#renderer/access/DeskErrorNote.tsx';
import { useDesk } from '#renderer/access/desk.ts';
import { ItemAnswerFields, readItemAnswer } from '#renderer/caseParts/study/ItemAnswerFields.tsx';
import { MoreItems } from '#renderer/caseParts/study/MoreItems.tsx';
import styles from '#renderer/caseParts/study/study.module.css';
import { Words } from '#renderer/caseParts/summaryValue.tsx';
import { useFormDraft } from '#renderer/caseParts/useFormDraft.ts';
import { Button } from '#renderer/components/Button.tsx';
import { buttonClass } from '#renderer/components/button-class.ts';
import { Facts } from '#renderer/components/Facts.tsx';
import { Icon } from '#renderer/components/Icon.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Row, Stack } from '#renderer/components/Page.tsx';
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
  const [answering, setAnswering] = useState<string | null>(kept?.itemId ?? null);
  /** Another item may have been opened while this one was saved. */
  const close = ({ itemId }: AwaitedItem) =>
    setAnswering((answered) => (answered === itemId ? null : answered));
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
        {request.withdrawn !== null && (
          <Note tone="info">
            {t('more.withdrawn')}: <Words>{request.withdrawn.reason}</Words>
          </Note>
        )}
        {request.text !== null && (
          <p className={styles.words} dir="auto">
            {request.text}
          </p>
        )}
        <MoreItems
          request={request}
          people={file.people}
          action={(item) =>
            mayAnswer && answering !== item.itemId ? (
              <Button size="sm" onPress={() => setAnswering(item.itemId)}>
                {t('more.answer')}
              </Button>
            ) : null
          }
          below={(item) =>
            mayAnswer && answering === item.itemId ? (
              <AnswerItem open={open} request={request} item={item} onDone={() => close(item)} />
            ) : null
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
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (answer === null || send.isPending) return;
        void form
          .flush()
          .then(() =>
            send.mutateAsync({
              caseId,
              requestId: request.requestId,
              itemId: item.itemId,
              ...answer,
            }),
          )
          .then(onDone)
          .catch(() => undefined);
      }}
    >
      <DeskErrorNote error={send.error} />
      <ItemAnswerFields item={item} form={form} tried={tried} />
      <Row>
        <Button type="submit" kind="main" busy={send.isPending}>
          {t('more.save')}
        </Button>
        <Button kind="quiet" onPress={onDone}>
          {t('cancel')}
        </Button>
      </Row>
    </form>
  );
}
