import { CircleAlert, CircleCheck, CircleDashed, Plus, Trash2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge } from '#renderer/components/Badge.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { type DataColumn, DataTable } from '#renderer/components/DataTable.tsx';
import { ConfirmDialog } from '#renderer/components/Dialog.tsx';
import { focusField } from '#renderer/components/focus-field.ts';
import { Icon } from '#renderer/components/Icon.tsx';
import { inLanguage, useLanguage } from '#renderer/language/useLanguage.ts';
import type { RepeatState } from '#shared/domain/questionnaire/evaluation.ts';
import type { Field, Item, Repeat } from '#shared/domain/questionnaire/model.ts';
import { useShowAnswer } from './displayAnswer.tsx';
import styles from './FormItems.module.css';
import type { FormPage } from './FormItems.tsx';
import { fieldId } from './fieldId.ts';

export interface RepeatRowsProps {
  readonly repeat: Repeat;
  readonly state: RepeatState;
  readonly page: FormPage;
  readonly renderRow: (rowId: string) => ReactNode;
}

/** Without an author's word, so many of a row's first fields make its line. */
const COLUMNS_BY_DEFAULT = 4;

/** Rows of a repeat as a table; one opens at a time with all its fields. */
export function RepeatRows({ repeat, state, page, renderRow }: RepeatRowsProps) {
  const { t } = useTranslation(['interview', 'common']);
  const language = useLanguage();
  const show = useShowAnswer();
  const [openId, setOpenId] = useState<string | null>(() => rowHolding(page.wanted, state.path));
  const [removing, setRemoving] = useState<string | null>(null);
  const [seen, setSeen] = useState(page.wanted);
  if (page.wanted !== seen) {
    setSeen(page.wanted);
    setOpenId(rowHolding(page.wanted, state.path) ?? openId);
  }
  const answerAt = (rowId: string, field: Field) => {
    const at = page.evaluation.paths.get(`${state.path}/${rowId}/${field.name}`);
    return at?.relevant === true ? at.answer : null;
  };
  const fields = lineFields(repeat.items);
  const nameOf = (rowId: string): ReactNode => {
    const first = fields[0];
    const shown = first === undefined ? null : show(first, answerAt(rowId, first));
    return shown ?? t('interview:newRow');
  };
  const positionOf = (rowId: string) => state.rowIds.indexOf(rowId) + 1;
  const columns: DataColumn<string>[] = [
    ...fields.map(
      (field, index): DataColumn<string> => ({
        id: field.name,
        head: inLanguage(field.label, language),
        isRowName: index === 0,
        isFigure: field.type === 'money' || field.type === 'integer',
        cell: (rowId) => (index === 0 ? nameOf(rowId) : show(field, answerAt(rowId, field))),
      }),
    ),
    {
      id: 'state',
      head: t('interview:rowState'),
      isTight: true,
      cell: (rowId) => <RowState progress={page.evaluation.rows.get(`${state.path}/${rowId}`)} />,
    },
  ];
  const add = () => {
    const rowId = page.addRow(state.path);
    setOpenId(rowId);
    const first = firstField(repeat.items);
    if (first === null) return;
    requestAnimationFrame(() => focusField(fieldId(`${state.path}/${rowId}/${first.name}`)));
  };
  return (
    <section aria-label={inLanguage(repeat.label, language)} id={fieldId(state.path)} tabIndex={-1}>
      <div className={styles.repeatHead}>
        <h3 className={styles.repeatTitle}>{inLanguage(repeat.label, language)}</h3>
        {repeat.hint !== null && (
          <span className={styles.hint}>{inLanguage(repeat.hint, language)}</span>
        )}
        {!page.isReadOnly && (
          <span className={styles.repeatAdd}>
            <Button size="sm" icon={Plus} onPress={add}>
              {t('interview:addRow')}
            </Button>
          </span>
        )}
      </div>
      {state.rowIds.length === 0 ? (
        <p className={styles.empty}>{t('interview:noRows')}</p>
      ) : (
        <DataTable
          caption={inLanguage(repeat.label, language)}
          isDense
          columns={columns}
          rows={state.rowIds}
          rowId={(rowId) => rowId}
          drawer={{
            openId,
            onToggle: (rowId) => setOpenId(rowId === openId ? null : rowId),
            openLabel: (rowId) => t('interview:openRow', { number: positionOf(rowId) }),
            closeLabel: (rowId) => t('interview:closeRow', { number: positionOf(rowId) }),
            content: (rowId) => (
              <>
                {renderRow(rowId)}
                {!page.isReadOnly && (
                  <div className={styles.rowActions}>
                    <Button size="sm" kind="quiet" icon={Trash2} onPress={() => setRemoving(rowId)}>
                      {t('interview:removeRow')}
                    </Button>
                  </div>
                )}
              </>
            ),
          }}
        />
      )}
      <ConfirmDialog
        isOpen={removing !== null}
        title={t('interview:removeRowTitle')}
        confirmLabel={t('interview:removeRow')}
        cancelLabel={t('common:cancel')}
        isDangerous
        onConfirm={() => {
          if (removing !== null) page.removeRow(state.path, removing);
          setRemoving(null);
          // The button that asked is gone with its row: the hand comes back to the list.
          const list = fieldId(state.path);
          requestAnimationFrame(() =>
            requestAnimationFrame(() => document.getElementById(list)?.focus()),
          );
        }}
        onCancel={() => setRemoving(null)}
      >
        {t('interview:removeRowBody')}
      </ConfirmDialog>
    </section>
  );
}

interface RowStateProps {
  readonly progress: { readonly state: string; readonly missing: readonly string[] } | undefined;
}

function RowState({ progress }: RowStateProps) {
  const { t } = useTranslation('interview');
  if (progress?.state === 'complete') {
    return <Icon of={CircleCheck} size="sm" tone="ok" label={t('rowComplete')} />;
  }
  if (progress?.state === 'blocked') {
    return (
      <Badge tone="stop" icon={CircleAlert}>
        {t('rowToCorrect')}
      </Badge>
    );
  }
  return <Icon of={CircleDashed} size="sm" tone="review" label={t('rowOpen')} />;
}

/** The fields of a row's line: those the author marked `column`, else the first few. */
function lineFields(items: readonly Item[]): readonly Field[] {
  const fields = items.flatMap((item): Field[] => {
    if (item.kind === 'field') return item.visibleTo === null ? [item] : [];
    return item.kind === 'group' ? [...lineFields(item.items)] : [];
  });
  const marked = fields.filter((field) => field.appearance.includes('column'));
  return marked.length > 0 ? marked : fields.slice(0, COLUMNS_BY_DEFAULT);
}

function firstField(items: readonly Item[]): Field | null {
  for (const item of items) {
    if (item.kind === 'field') return item;
    const inner = item.kind === 'group' ? firstField(item.items) : null;
    if (inner !== null) return inner;
  }
  return null;
}

function rowHolding(path: string | null, repeat: string): string | null {
  if (path === null || !path.startsWith(`${repeat}/`)) return null;
  return path.slice(repeat.length + 1).split('/')[0] ?? null;
}
