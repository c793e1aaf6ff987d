import { CircleCheck, CircleDashed, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Icon } from '#renderer/components/Icon.tsx';
import { LinkButton } from '#renderer/components/LinkButton.tsx';
import { Row } from '#renderer/components/Page.tsx';
import { clockTime } from '#renderer/language/days.ts';
import type { SaveState } from './pageDraft.ts';

/** What keeps a form, or a part of one. */
export interface Kept {
  readonly save: SaveState;
  readonly flush: () => Promise<void>;
}

export interface KeptLineProps {
  readonly parts: readonly Kept[];
  /** Why it could not be kept, in words; null for no error. */
  readonly useSentence: (error: unknown) => string | null;
}

/** Under a form that is not recorded yet: that what stands in it is kept, which has been confirmed. */
export function KeptLine({ parts, useSentence }: KeptLineProps) {
  const { t } = useTranslation('common');
  const save = together(parts.map((part) => part.save));
  const sentence = useSentence(save.kind === 'failed' ? save.error : null);
  switch (save.kind) {
    case 'untouched':
      return null;
    case 'saved':
      return (
        <Row gap={1}>
          <Icon of={CircleCheck} size="sm" tone="ok" />
          <span role="status">{t('draft.kept', { time: clockTime(save.at) })}</span>
        </Row>
      );
    case 'failed':
      return (
        <span role="alert">
          <Row gap={1}>
            <Icon of={TriangleAlert} size="sm" tone="stop" />
            <span>
              {t('draft.failed')} {sentence}
            </span>
            <LinkButton onPress={() => void Promise.all(parts.map((part) => part.flush()))}>
              {t('draft.retry')}
            </LinkButton>
          </Row>
        </span>
      );
    default:
      return (
        <Row gap={1}>
          <Icon of={CircleDashed} size="sm" />
          <span>{t('draft.keeping')}</span>
        </Row>
      );
  }
}

const ORDER = [
  'failed',
  'waiting',
  'saving',
  'saved',
  'untouched',
] as const satisfies readonly SaveState['kind'][];

/** Of several parts of one form the state that says least. */
function together(saves: readonly SaveState[]): SaveState {
  const kind = ORDER.find((each) => saves.some((save) => save.kind === each));
  return saves.findLast((save) => save.kind === kind) ?? { kind: 'untouched' };
}
