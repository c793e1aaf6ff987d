import { FolderOpen } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CaseTimeline } from '#renderer/caseParts/CaseTimeline.tsx';
import { HorizonNote } from '#renderer/caseParts/HorizonNote.tsx';
import { CaseKnownPanel } from '#renderer/caseParts/known/CaseKnownPanel.tsx';
import { SavedLine } from '#renderer/caseParts/SavedLine.tsx';
import type { StepProps } from '#renderer/caseParts/step.ts';
import { WaitingPanel } from '#renderer/caseParts/WaitingPanel.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { CaseFrame } from '#renderer/components/CaseFrame.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import type { DocumentKey } from '#shared/domain/case/caseEvent.ts';
import { BeforeSigning } from './BeforeSigning.tsx';
import { DocumentPage } from './DocumentPage.tsx';
import { NeededList } from './NeededList.tsx';
import { OriginalPanel } from './OriginalPanel.tsx';
import type { OpenPage } from './ReadingForm.tsx';
import { wantsWork } from './rowWork.ts';
import { StepFoot } from './StepFoot.tsx';

/** Documents and matching (P32): the list, one document open, and what stands before signing. */
export function DocumentsStep(props: StepProps) {
  const { open, place, go, head } = props;
  const { documents } = open.assessment;
  const [page, setPage] = useState<OpenPage | null>(null);
  const [nextAsked, setNextAsked] = useState<DocumentKey | null>(null);
  const asked = documents.find(({ needed }) => needed.documentKey === place.at);
  const document = asked ?? documents.find((each) => wantsWork(open, each)) ?? documents[0];
  // The document that was open stays open, even when it wants nothing any more.
  const [opened, setOpened] = useState(document?.needed.documentKey);
  const kept = documents.find(({ needed }) => needed.documentKey === opened);
  const current = asked ?? kept ?? document;
  if (asked !== undefined && asked.needed.documentKey !== opened) {
    setOpened(asked.needed.documentKey);
  }
  if (current === undefined) return <NoDocuments {...props} />;
  return (
    <CaseFrame
      {...head}
      saved={
        <SavedLine
          save={page?.save ?? { kind: 'untouched' }}
          caseSavedAt={open.state.last.at}
          onRetry={() => void page?.retry()}
        />
      }
      start={<NeededList open={open} current={current.needed.documentKey} hrefOf={props.hrefOf} />}
      aside={
        <Stack gap={4}>
          <CaseKnownPanel open={open} />
          <BeforeSigning open={open} go={go} hrefOf={props.hrefOf} />
          <WaitingPanel open={open} go={go} step="documents" />
          <HorizonNote open={open} />
          <OriginalPanel open={open} document={current} />
          <CaseTimeline open={open} limit={4} />
        </Stack>
      }
      foot={<StepFoot open={open} go={go} />}
    >
      <DocumentPage
        key={current.needed.documentKey}
        open={open}
        place={place}
        takesFocus={current.needed.documentKey === nextAsked}
        onNext={(documentKey) => {
          setNextAsked(documentKey);
          go('documents', { at: documentKey });
        }}
        document={current}
        go={go}
        onPage={setPage}
      />
    </CaseFrame>
  );
}

function NoDocuments({ open, head, go }: StepProps) {
  const { t } = useTranslation('documents');
  return (
    <CaseFrame
      {...head}
      saved={
        <SavedLine
          save={{ kind: 'untouched' }}
          caseSavedAt={open.state.last.at}
          onRetry={() => undefined}
        />
      }
      aside={<WaitingPanel open={open} go={go} step="documents" />}
      foot={<Button onPress={() => go('interview')}>{t('back')}</Button>}
    >
      <Panel label={t('list')}>
        <EmptyState
          icon={FolderOpen}
          title={t('noDocuments')}
          action={
            <Button kind="main" onPress={() => go('interview')}>
              {t('toInterview')}
            </Button>
          }
        >
          {t('noDocumentsBody')}
        </EmptyState>
      </Panel>
    </CaseFrame>
  );
}
