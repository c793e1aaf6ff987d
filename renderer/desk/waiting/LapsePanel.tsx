import { Archive, Printer } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type OpenCase, useCaseAction } from '#renderer/access/caseFile.ts';
import { DeskErrorNote } from '#renderer/access/DeskErrorNote.tsx';
import { useDesk } from '#renderer/access/desk.ts';
import styles from '#renderer/caseParts/study/study.module.css';
import { Button } from '#renderer/components/Button.tsx';
import { buttonClass } from '#renderer/components/button-class.ts';
import { Icon } from '#renderer/components/Icon.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Row, Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { TextArea } from '#renderer/components/TextArea.tsx';
import { DayText } from '#renderer/language/dates.tsx';
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
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const reopen = useCaseAction(queries.studyWork.reopen.mutationOptions());
  const isMissing = reason.trim() === '';
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
            reopen.mutate({ caseId, reason: reason.trim() });
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
            onChange={setReason}
          />
          <Row>
            <Button type="submit" kind="main" busy={reopen.isPending}>
              {t('lapse.save')}
            </Button>
          </Row>
        </form>
      </Stack>
    </Panel>
  );
}
