import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/components/Button.tsx';
import { Row, Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import type { CaseInSession } from '#shared/contracts/hq/committee.ts';
import type { AskedItem } from '#shared/contracts/hq/decisions.ts';
import type { ItemDraft } from '#shared/domain/committee/draft.ts';
import type { Motion } from '#shared/domain/committee/session.ts';
import { DecidedItem } from './DecidedItems.tsx';
import { ItemFields } from './ItemFields.tsx';
import { ItemTitle } from './ItemTitle.tsx';
import { readDraft } from './itemDraft.ts';
import { MotionVotes } from './MotionVotes.tsx';

export interface ItemMotionProps {
  readonly found: CaseInSession;
  readonly item: AskedItem;
  readonly draft: ItemDraft | undefined;
  readonly motion: Motion | undefined;
  /** The form stands in the place of a motion that is to be replaced. */
  readonly isChanging: boolean;
  /** The form was to go to the vote: what is wrong in it is said. */
  readonly isAsked: boolean;
  readonly isEditable: boolean;
  readonly isPutting: boolean;
  readonly onDraft: (part: Partial<ItemDraft>) => void;
  readonly onPut: () => void;
  readonly onChange: () => void;
}

/** One item: its form, until it is put to the vote; then the motion with its votes. */
export function ItemMotion(props: ItemMotionProps) {
  const { t } = useTranslation('committee');
  const { found, item, draft, motion, isEditable } = props;
  const isOpen = found.session.status === 'open';
  const showsForm = isEditable && draft !== undefined && (motion === undefined || props.isChanging);
  const reading = draft === undefined ? null : readDraft(draft);
  return (
    <Panel title={<ItemTitle item={item} />}>
      <Stack>
        {item.reason !== null && <p dir="auto">{item.reason}</p>}
        {showsForm && (
          <>
            <ItemFields
              draft={draft}
              problems={
                props.isAsked && reading !== null && 'problems' in reading ? reading.problems : []
              }
              onChange={props.onDraft}
            />
            {isOpen && (
              <Row>
                <Button busy={props.isPutting} onPress={props.onPut}>
                  {t('put')}
                </Button>
              </Row>
            )}
          </>
        )}
        {motion !== undefined && !showsForm && (
          <>
            <DecidedItem item={motion.decision} />
            <MotionVotes key={motion.motionId} found={found} motion={motion} />
            {isEditable && isOpen && (
              <Row>
                <Button kind="quiet" size="sm" onPress={props.onChange}>
                  {t('change')}
                </Button>
                <span>{t('changeHelp')}</span>
              </Row>
            )}
          </>
        )}
      </Stack>
    </Panel>
  );
}
