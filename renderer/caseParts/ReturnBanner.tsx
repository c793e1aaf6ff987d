import { CornerUpLeft } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type OpenCase, useCaseAction } from '#renderer/access/caseFile.ts';
import { DeskErrorNote } from '#renderer/access/DeskErrorNote.tsx';
import { useDesk } from '#renderer/access/desk.ts';
import { Button } from '#renderer/components/Button.tsx';
import { LinkButton } from '#renderer/components/LinkButton.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Row } from '#renderer/components/Page.tsx';
import { TextArea } from '#renderer/components/TextArea.tsx';
import { inLanguage, useLanguage } from '#renderer/language/useLanguage.ts';
import type { ReturnToBranch } from '#shared/domain/case/headquartersState.ts';
import styles from './CaseBanner.module.css';
import { useDocumentName } from './documentName.ts';
import { usePathLabel } from './pathLabel.ts';
import { sectionOf } from './sectionOf.ts';
import type { StepProps } from './step.ts';
import { useFormDraft } from './useFormDraft.ts';

export interface ReturnBannerProps extends Pick<StepProps, 'open' | 'go'> {
  readonly returned: ReturnToBranch;
}

/** Why headquarters sent the case back, what it is about, and what is to be done. */
export function ReturnBanner({ open, go, returned }: ReturnBannerProps) {
  const { t } = useTranslation('headquarters');
  const [isWriting, setWriting] = useState(() =>
    open.drafts.some(({ scope }) => scope === `answer/${returned.returnId}`),
  );
  const name = open.file.people[returned.actorId];
  const wantsAnswer = returned.wants === 'answer';
  return (
    <Note
      tone="review"
      icon={CornerUpLeft}
      action={
        wantsAnswer && !isWriting ? (
          <Button kind="main" size="sm" onPress={() => setWriting(true)}>
            {t('returned.writeAnswer')}
          </Button>
        ) : undefined
      }
    >
      <div className={styles.words}>
        <strong>{t(`returned.${returned.wants}`)}</strong>
        <span className={styles.said}>
          {t(`returned.reason.${returned.reason}`)}: <span dir="auto">{returned.text}</span>
        </span>
        <AboutLinks open={open} go={go} about={returned.about} />
        {!wantsAnswer && <span className={styles.quiet}>{t('returned.next')}</span>}
        {name !== undefined && <span className={styles.quiet}>{t('returned.by', { name })}</span>}
        {wantsAnswer && isWriting && (
          <AnswerForm open={open} returned={returned} onClose={() => setWriting(false)} />
        )}
      </div>
    </Note>
  );
}

function AboutLinks({
  open,
  go,
  about,
}: Pick<StepProps, 'open' | 'go'> & Pick<ReturnToBranch, 'about'>) {
  const { t } = useTranslation('headquarters');
  const language = useLanguage();
  const documentName = useDocumentName();
  const label = usePathLabel(open.assessment.evaluation);
  const { documents, matrix } = open.assessment;
  const links = [
    ...about.paths.map((path) => ({
      id: path,
      words: label(path),
      press: () => go('interview', { at: sectionOf(open.rules.questionnaire, path), field: path }),
    })),
    ...about.documents.map((key) => {
      const found = documents.find(({ needed }) => needed.documentKey === key);
      return {
        id: key,
        words: found === undefined ? key : documentName(found.needed),
        press: () => go('documents', { at: key }),
      };
    }),
    ...about.rows.map((key) => {
      const row = matrix.find((each) => each.row.rowKey === key)?.row;
      return {
        id: key,
        words: row === undefined ? key : inLanguage(row.label, language),
        press: () => go('documents', { at: row?.documentKey, field: key }),
      };
    }),
  ];
  if (links.length === 0) return null;
  return (
    <span className={styles.links}>
      {t('returned.about')}
      {links.map(({ id, words, press }) => (
        <LinkButton key={id} onPress={press}>
          {words}
        </LinkButton>
      ))}
    </span>
  );
}

const LONGEST = 2000;

function AnswerForm({
  open,
  returned,
  onClose,
}: {
  readonly open: OpenCase;
  readonly returned: ReturnToBranch;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('headquarters');
  const { queries } = useDesk();
  const { caseId } = open.state;
  const { returnId } = returned;
  const form = useFormDraft(open, `answer/${returnId}`, {});
  const send = useCaseAction(queries.headquarters.answerReturn.mutationOptions());
  const [tried, setTried] = useState(false);
  const text = form.text('answer').trim();
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (text === '' || text.length > LONGEST || send.isPending) return;
        void form
          .flush()
          .then(() => send.mutateAsync({ caseId, returnId, text }))
          .catch(() => undefined);
      }}
    >
      <DeskErrorNote error={send.error} />
      <TextArea
        label={t('returned.answerLabel')}
        help={t('returned.answerHelp')}
        isRequired
        longest={LONGEST}
        error={tried && text === '' ? t('returned.answerNeeded') : undefined}
        value={form.text('answer')}
        onChange={(written) => form.set('answer', written)}
      />
      <Row>
        <Button type="submit" kind="main" busy={send.isPending}>
          {t('returned.send')}
        </Button>
        <Button kind="quiet" onPress={onClose}>
          {t('returned.cancel')}
        </Button>
      </Row>
    </form>
  );
}
