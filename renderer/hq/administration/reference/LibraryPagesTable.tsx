import { Minus, Pencil, Plus, RotateCcw, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { Badge } from '#renderer/components/Badge.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { DataTable } from '#renderer/components/DataTable.tsx';
import { Fields } from '#renderer/components/Field.tsx';
import { Row, Stack } from '#renderer/components/Page.tsx';
import { Select } from '#renderer/components/Select.tsx';
import { VisuallyHidden } from '#renderer/components/VisuallyHidden.tsx';
import { inLanguage, useLanguage } from '#renderer/language/useLanguage.ts';
import { type Library, LibraryTool } from '#shared/domain/library/library.ts';
import {
  type LibraryDraft,
  type PageDraft,
  type PageState,
  pageState,
} from '#shared/domain/library/libraryDraft.ts';
import { newPage } from './libraryPageDraft.ts';
import { useLibraryChange } from './useLibraryChange.ts';

export interface LibraryPagesTableProps {
  readonly inForce: Library;
  readonly draft: LibraryDraft;
  readonly mayWrite: boolean;
  readonly onEdit: (page: PageDraft) => void;
  readonly onEditNotice: () => void;
}

interface PageRow {
  readonly page: PageDraft;
  readonly state: PageState;
}

const SIGNS = {
  added: { tone: 'ok', icon: Plus },
  removed: { tone: 'stop', icon: Minus },
  changed: { tone: 'info', icon: Pencil },
} as const;

/** The pages of one tool, what was done to each of them, and the way to write one. */
export function LibraryPagesTable(props: LibraryPagesTableProps) {
  const { inForce, draft, mayWrite, onEdit, onEditNotice } = props;
  const { t } = useTranslation('reference');
  const language = useLanguage();
  const [tool, setTool] = useState<LibraryTool>('questions');
  const change = useLibraryChange();
  const titleOf = ({ title }: PageDraft) =>
    inLanguage(title, language).trim() || title.ar.trim() || t('library.untitled');
  return (
    <Stack gap={3}>
      <Fields>
        <Select
          span={6}
          label={t('library.tool')}
          options={draft.tools.map(({ id, title }) => ({
            value: id,
            label: inLanguage(title, language),
          }))}
          value={tool}
          onChange={(value) => setTool(LibraryTool.parse(value))}
          placeholder={t('choose')}
          nothingFound={t('nothingFound')}
        />
      </Fields>
      <HqErrorNote error={change.error} />
      <DataTable
        caption={t('library.title')}
        isDense
        rows={rowsOf(inForce, draft, tool)}
        rowId={({ page }) => page.id}
        empty={<p>{t('library.noPages')}</p>}
        columns={[
          {
            id: 'title',
            head: t('library.page'),
            isRowName: true,
            cell: ({ page }) => titleOf(page),
          },
          {
            id: 'state',
            head: t('library.state'),
            isTight: true,
            cell: ({ state }) =>
              state !== null && (
                <Badge tone={SIGNS[state].tone} icon={SIGNS[state].icon}>
                  {t(`library.stateOf.${state}`)}
                </Badge>
              ),
          },
          ...(mayWrite
            ? [
                {
                  id: 'act',
                  head: t('library.edit'),
                  isHeadHidden: true,
                  cell: (row: PageRow) => (
                    <PageActs
                      row={row}
                      title={titleOf(row.page)}
                      isBusy={change.isPending}
                      onEdit={() => onEdit(row.page)}
                      onAct={(kind) => change.mutate({ kind, id: row.page.id })}
                    />
                  ),
                },
              ]
            : []),
        ]}
      />
      {mayWrite && (
        <Row>
          <Button icon={Plus} onPress={() => onEdit(newPage(tool))}>
            {t(tool === 'questions' ? 'library.addQuestion' : 'library.addPage')}
          </Button>
          <Button icon={Pencil} onPress={onEditNotice}>
            {t('library.noticeEdit')}
          </Button>
        </Row>
      )}
    </Stack>
  );
}

/** As they stand in the draft; what was taken out comes last. */
function rowsOf(inForce: Library, draft: LibraryDraft, tool: LibraryTool): readonly PageRow[] {
  const before = new Map(inForce.pages.map((page) => [page.id, page]));
  const kept = new Set(draft.pages.map(({ id }) => id));
  return [
    ...draft.pages
      .filter((page) => page.tool === tool)
      .map((page) => ({ page, state: pageState(before.get(page.id), page) })),
    ...inForce.pages
      .filter((page) => page.tool === tool && !kept.has(page.id))
      .map((page) => ({ page, state: pageState(page, undefined) })),
  ];
}

interface PageActsProps {
  readonly row: PageRow;
  readonly title: string;
  readonly isBusy: boolean;
  readonly onEdit: () => void;
  readonly onAct: (kind: 'remove' | 'restore') => void;
}

function PageActs({ row: { state }, title, isBusy, onEdit, onAct }: PageActsProps) {
  const { t } = useTranslation('reference');
  const named = (words: string, whole: string) => (
    <>
      <span aria-hidden>{words}</span>
      <VisuallyHidden>{whole}</VisuallyHidden>
    </>
  );
  return (
    <Row>
      {state !== 'removed' && (
        <Button size="sm" icon={Pencil} onPress={onEdit}>
          {named(t('library.edit'), t('library.editOf', { title }))}
        </Button>
      )}
      {state !== 'removed' && state !== 'added' && (
        <Button size="sm" kind="quiet" icon={Trash2} busy={isBusy} onPress={() => onAct('remove')}>
          {named(t('library.remove'), t('library.removeOf', { title }))}
        </Button>
      )}
      {state !== null && (
        <Button
          size="sm"
          kind="quiet"
          icon={RotateCcw}
          busy={isBusy}
          onPress={() => onAct('restore')}
        >
          {named(t('library.restore'), t('library.restoreOf', { title }))}
        </Button>
      )}
    </Row>
  );
}
