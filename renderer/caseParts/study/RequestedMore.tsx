import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/components/Button.tsx';
import { Note } from '#renderer/components/Note.tsx';
import type { AwaitedItem } from '#shared/domain/case/awaited.ts';
import type { MoreRequest } from '#shared/domain/case/studyState.ts';
import { Words } from '../summaryValue.tsx';
import { MoreItems } from './MoreItems.tsx';
import styles from './study.module.css';

export interface RequestedMoreProps {
  readonly request: MoreRequest;
  readonly people: Readonly<Record<string, string>>;
  /** Null for whoever may not answer: what opens the form of an item, and the form. */
  readonly answer: {
    readonly label: string;
    readonly form: (item: AwaitedItem, onDone: () => void) => ReactNode;
  } | null;
  /** Whose form stands open from the start. */
  readonly openItemId?: string | undefined;
}

/** What was asked for beside the request, thing by thing, each with its answer or the form for it. */
export function RequestedMore({ request, people, answer, openItemId }: RequestedMoreProps) {
  const { t } = useTranslation('study');
  const { withdrawn, text } = request;
  const [answering, setAnswering] = useState<string | null>(openItemId ?? null);
  /** Another item may have been opened while this one was saved. */
  const close = ({ itemId }: AwaitedItem) =>
    setAnswering((answered) => (answered === itemId ? null : answered));
  return (
    <>
      {withdrawn !== null && (
        <Note tone="info">
          {t('more.withdrawn')}: <Words>{withdrawn.reason}</Words>
        </Note>
      )}
      {text !== null && (
        <p className={styles.words} dir="auto">
          {text}
        </p>
      )}
      <MoreItems
        request={request}
        people={people}
        action={(item) =>
          answer !== null && answering !== item.itemId ? (
            <Button size="sm" onPress={() => setAnswering(item.itemId)}>
              {answer.label}
            </Button>
          ) : null
        }
        below={(item) =>
          answer !== null && answering === item.itemId ? answer.form(item, () => close(item)) : null
        }
      />
    </>
  );
}
