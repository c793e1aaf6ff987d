import { Plus } from 'lucide-react';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { CASE_STEPS, type CaseStep } from '#renderer/caseParts/step.ts';
import { Button } from '#renderer/components/Button.tsx';
import { CheckboxGroup } from '#renderer/components/Checkbox.tsx';
import { Fields } from '#renderer/components/Field.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import type { PageDraft } from '#shared/domain/library/libraryDraft.ts';
import type { DocumentFault } from '#shared/domain/publication/documentFault.ts';
import { KeptDialog } from './KeptDialog.tsx';
import { LibraryPartFields } from './LibraryPartFields.tsx';
import {
  EMPTY_PART,
  faultsOfPage,
  pageOf,
  type TypedPage,
  type TypedPart,
  typedOf,
} from './libraryPageDraft.ts';
import { useKeptAtPauses } from './useKeptAtPauses.ts';
import { useLibraryChange } from './useLibraryChange.ts';

export interface LibraryPageDialogProps {
  /** As it stood when it was opened: what is typed since is not overwritten. */
  readonly page: PageDraft;
  readonly faults: readonly DocumentFault[];
  readonly onClose: () => void;
}

const MOST_PARTS = 40;

/** A page, or a question with its answer, in boxes of both languages; kept while it is typed. */
export function LibraryPageDialog({ page, faults, onClose }: LibraryPageDialogProps) {
  const { t } = useTranslation(['reference', 'caseFrame']);
  const { mutateAsync, error } = useLibraryChange();
  const keep = useCallback(
    (typed: TypedPage) => mutateAsync({ kind: 'page', page: pageOf(typed, page) }),
    [mutateAsync, page],
  );
  const { draft, change, ...kept } = useKeptAtPauses(typedOf(page), keep);
  const isQuestion = page.tool === 'questions';
  const isNew = page.title.ar === '' && page.title.en === '';
  const found = faultsOfPage(faults, page);
  const faultAt = (path: string) => {
    const here = found.find((each) => each.path === path || each.path.startsWith(`${path}.`));
    return here === undefined
      ? undefined
      : t(`reference:fault.${here.fault.code}`, { detail: here.fault.detail });
  };
  const putPart = (at: number, part: Partial<TypedPart>) =>
    change({
      parts: draft.parts.map((each, index) => (index === at ? { ...each, ...part } : each)),
    });
  const kind = isQuestion ? 'Question' : 'Page';
  return (
    <KeptDialog
      title={t(`reference:library.${isNew ? 'new' : 'edit'}${kind}`)}
      kept={kept}
      error={error}
      onClose={onClose}
    >
      <Fields>
        <TextField
          span={6}
          autoFocus
          dir="rtl"
          lang="ar"
          isRequired
          label={t(`reference:library.${isQuestion ? 'questionAr' : 'titleAr'}`)}
          value={draft.titleAr}
          onChange={(titleAr) => change({ titleAr })}
          error={faultAt('title.ar')}
        />
        <TextField
          span={6}
          dir="ltr"
          lang="en"
          isRequired
          label={t(`reference:library.${isQuestion ? 'questionEn' : 'titleEn'}`)}
          value={draft.titleEn}
          onChange={(titleEn) => change({ titleEn })}
          error={faultAt('title.en')}
        />
      </Fields>
      {draft.parts.map((part, at) => (
        <LibraryPartFields
          // A part is known by nothing but its place.
          key={`part ${at}`}
          part={part}
          at={at}
          isAnswer={isQuestion && draft.parts.length === 1}
          faults={found}
          onChange={(changed) => putPart(at, changed)}
          onRemove={
            draft.parts.length === 1
              ? null
              : () => change({ parts: draft.parts.filter((_, index) => index !== at) })
          }
        />
      ))}
      <div>
        <Button
          icon={Plus}
          blockedReason={
            draft.parts.length < MOST_PARTS
              ? undefined
              : t('reference:library.partsFull', { count: MOST_PARTS })
          }
          onPress={() => change({ parts: [...draft.parts, EMPTY_PART] })}
        >
          {t('reference:library.addPart')}
        </Button>
      </div>
      <CheckboxGroup
        label={t('reference:library.steps')}
        help={page.fields.length > 0 ? t('reference:library.moreByFile') : undefined}
        columns={3}
        options={CASE_STEPS.map((step) => ({ value: step, label: t(`caseFrame:step.${step}`) }))}
        values={draft.steps}
        onChange={(steps) =>
          change({ steps: [...draft.steps.filter((step) => !isCaseStep(step)), ...steps] })
        }
      />
      <Fields>
        <TextField
          span={6}
          dir="ltr"
          label={t('reference:library.clauses')}
          help={t('reference:library.clausesHelp')}
          value={draft.clauses}
          onChange={(clauses) => change({ clauses })}
          error={faultAt('clauses')}
        />
      </Fields>
    </KeptDialog>
  );
}

function isCaseStep(step: string): step is CaseStep {
  return CASE_STEPS.some((each) => each === step);
}
