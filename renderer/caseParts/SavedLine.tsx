import { CircleCheck, CircleDashed, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useDeskErrorSentence } from '#renderer/access/DeskErrorNote.tsx';
import { Icon } from '#renderer/components/Icon.tsx';
import { LinkButton } from '#renderer/components/LinkButton.tsx';
import { Row } from '#renderer/components/Page.tsx';
import { assertNever } from '#shared/domain/assertNever.ts';
import type { SaveState } from './pageDraft.ts';

const SAVED_TIME = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
  timeZone: 'Asia/Riyadh',
  numberingSystem: 'latn',
});

export interface SavedLineProps {
  readonly save: SaveState;
  /** When the case itself was last saved, for a page on which nothing was written yet. */
  readonly caseSavedAt: string;
  readonly onRetry: () => void;
}

/** Where and when it was saved. Says "saved" only of what the desk has committed. */
export function SavedLine({ save, caseSavedAt, onRetry }: SavedLineProps) {
  const { t } = useTranslation('caseFrame');
  const sentence = useDeskErrorSentence(save.kind === 'failed' ? save.error : null);
  const savedAt = (at: string) => (
    <Row gap={1}>
      <Icon of={CircleCheck} size="sm" tone="ok" />
      <span>{t('saved', { time: SAVED_TIME.format(new Date(at)) })}</span>
    </Row>
  );
  switch (save.kind) {
    case 'untouched':
      return savedAt(caseSavedAt);
    case 'saved':
      return savedAt(save.at);
    case 'waiting':
    case 'saving':
      return (
        <Row gap={1}>
          <Icon of={CircleDashed} size="sm" />
          <span>{t(save.kind === 'saving' ? 'saving' : 'unsaved')}</span>
        </Row>
      );
    case 'failed':
      return (
        <span role="alert">
          <Row gap={1}>
            <Icon of={TriangleAlert} size="sm" tone="stop" />
            <span>
              {t('saveFailed')}. {sentence}
            </span>
            <LinkButton onPress={onRetry}>{t('retry')}</LinkButton>
          </Row>
        </span>
      );
    default:
      return assertNever(save);
  }
}
