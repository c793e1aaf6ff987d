import { Archive, Printer } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type OpenCase, useCaseAction } from '#renderer/access/caseFile.ts';
import { DeskErrorNote, useDeskErrorSentence } from '#renderer/access/DeskErrorNote.tsx';
import { useDesk } from '#renderer/access/desk.ts';
import { KeptLine } from '#renderer/caseParts/KeptLine.tsx';
import styles from '#renderer/caseParts/study/study.module.css';
import { useFormDraft } from '#renderer/caseParts/useFormDraft.ts';
import { Button } from '#renderer/components/Button.tsx';
import { buttonClass } from '#renderer/components/button-class.ts';
import { Icon } from '#renderer/components/Icon.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Row, Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { TextArea } from '#renderer/components/TextArea.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import { formScope } from '#shared/contracts/caseForms.ts';
import type { Lapse } from '#shared/domain/case/studyState.ts';

export interface LapsePanelProps {
  readonly open: OpenCase;
  readonly lapse: Lapse;
}

const LONGEST = 2000;

/** A request that lapsed: the notice to print, and how it goes on. */
export function LapsePanel({ open, lapse }: LapsePanelProps) {
  const { t } = useTranslation('study');
  const { queries } = useDesk();
  const { caseId } = open.state;
  const form = useFormDraft(open, formScope('reopen'), {});
  const reason = form.text('reason');
  const [tried, setTried] = useState(false);
  const reopen = useCaseAction(queries.studyWork.reopen.mutationOptions());
  const isMissing = reason.trim() === '';
  const send = async () => {
    await form.flush();
    await reopen.mutateAsync({ caseId, reason: reason.trim() });
  };
  return (
    <Panel
      title={t('lapse.title')}
      aside={
        <a className={buttonClass('plain', 'sm')} href={`#/case/${caseId}/N10`}>
          <Icon of={Printer} size="sm" />
          <span>{t('lapse.printN10')}</span>
        </a>
      }
    >
      <Stack gap={4}>
        <Note tone="review" icon={Archive}>
          <span>
            {t('lapse.since')} <DayText day={lapse.lapsedOn} />. {t('lapse.body')}
          </span>
        </Note>
        <form
          className={styles.form}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            setTried(true);
            if (isMissing || reason.length > LONGEST || reopen.isPending) return;
            void send().catch(() => undefined);
          }}
        >
          <DeskErrorNote error={reopen.error} />
          <TextArea
            label={t('lapse.reason')}
            help={t('lapse.reasonHelp')}
            rows={2}
            isRequired
            longest={LONGEST}
            error={tried && isMissing ? t('needed') : undefined}
            value={reason}
            onChange={(text) => form.set('reason', text)}
          />
          <Row>
            <Button type="submit" kind="main" busy={reopen.isPending}>
              {t('lapse.save')}
            </Button>
            <KeptLine parts={[form]} useSentence={useDeskErrorSentence} />
          </Row>
        </form>
      </Stack>
    </Panel>
  );
}
