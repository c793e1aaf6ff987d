import { ArrowRight, CheckCheck, Printer } from 'lucide-react';
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCaseAction } from '#renderer/access/caseFile.ts';
import { DeskErrorNote } from '#renderer/access/DeskErrorNote.tsx';
import { useDesk } from '#renderer/access/desk.ts';
import { useOpenStatus } from '#renderer/access/status.ts';
import { Blockers } from '#renderer/caseParts/Blockers.tsx';
import { CaseTimeline } from '#renderer/caseParts/CaseTimeline.tsx';
import { FormItems } from '#renderer/caseParts/FormItems.tsx';
import { fieldId } from '#renderer/caseParts/fieldId.ts';
import { CaseKnownPanel } from '#renderer/caseParts/known/CaseKnownPanel.tsx';
import { SavedLine } from '#renderer/caseParts/SavedLine.tsx';
import type { StepProps } from '#renderer/caseParts/step.ts';
import { usePageDraft } from '#renderer/caseParts/usePageDraft.ts';
import { VoidSignatureDialog } from '#renderer/caseParts/VoidSignatureDialog.tsx';
import { WaitingPanel } from '#renderer/caseParts/WaitingPanel.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { buttonClass } from '#renderer/components/button-class.ts';
import { CaseFrame } from '#renderer/components/CaseFrame.tsx';
import { focusField } from '#renderer/components/focus-field.ts';
import { Icon } from '#renderer/components/Icon.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { useFocusOnPart } from '#renderer/components/use-focus-on-screen.ts';
import { inLanguage, useLanguage } from '#renderer/language/useLanguage.ts';
import { parseIsoDate } from '#shared/domain/calendar/dayNumber.ts';
import { IDENTITY_FIELDS } from '#shared/domain/known/personSaid.ts';
import { evaluate } from '#shared/domain/questionnaire/evaluate.ts';
import { defaultRowAnswers, isVisibleTo } from '#shared/domain/questionnaire/fields.ts';
import type { Item, Section } from '#shared/domain/questionnaire/model.ts';
import { sectionKey } from '#shared/domain/questionnaire/sectionKey.ts';
import { availableChoices } from '#shared/domain/questionnaire/validateAnswer.ts';
import { Derived } from './Derived.tsx';
import { SectionList } from './SectionList.tsx';
import { SectionMissing } from './SectionMissing.tsx';
import { useSaidInFile } from './useSaidInFile.ts';

export interface SectionPageProps extends StepProps {
  readonly section: Section;
}

/** One section of the questionnaire: saved at every pause, recorded when the page is left. */
export function SectionPage(props: SectionPageProps) {
  const { open, section, place, go, head } = props;
  const { t } = useTranslation(['interview', 'papers']);
  const language = useLanguage();
  const { queries } = useDesk();
  const { today, person } = useOpenStatus();
  const { caseId } = open.state;
  const key = sectionKey(section);
  const page = usePageDraft(open, key, open.state.answers);
  const context = useMemo(() => ({ today: parseIsoDate(today) ?? 0 }), [today]);
  const evaluation = useMemo(
    () => evaluate(open.rules.questionnaire, page.answers, context),
    [open.rules.questionnaire, page.answers, context],
  );
  const file = useSaidInFile(open, page, { evaluation, section });
  const leave = useCaseAction(queries.interview.leavePage.mutationOptions());
  const complete = useCaseAction(queries.interview.complete.mutationOptions());
  const [tried, setTried] = useState(false);

  // A page that could not be kept is not recorded as it was before: that would drop what is newer.
  const leavePage = async () => {
    await page.keep();
    await leave.mutateAsync({ caseId, section: key, voidSignature: page.voidSignature });
  };
  // Whatever way the page is left, what stands on it becomes part of the record.
  const keepPage = useEffectEvent(() => {
    // A refusal leaves the draft where it is: the page shows it again when it is next opened.
    if (page.isTouched) void leavePage().catch(() => undefined);
  });
  useEffect(() => () => keepPage(), []);

  useFocusOnPart();
  useEffect(() => {
    if (place.field !== undefined) focusField(fieldId(place.field));
  }, [place.field]);

  const sections = evaluation.sections.filter((each) => each.relevant);
  const index = sections.findIndex((each) => each.section.name === section.name);
  const before = sections[index - 1]?.section;
  const after = sections[index + 1]?.section;
  const isDraft = open.state.status === 'draft';
  const finish = async () => {
    setTried(true);
    await leavePage();
    if (isDraft) await complete.mutateAsync({ caseId });
    go('documents');
  };
  const blockers = open.actions.completeInterview.blockers;
  const left = useRef<HTMLDivElement>(null);
  const { isError } = complete;
  // The list stands above a page that may be long: who is refused is taken to it.
  useEffect(() => {
    if (isError) left.current?.focus();
  }, [isError]);
  return (
    <CaseFrame
      {...head}
      saved={
        <SavedLine
          save={page.save}
          caseSavedAt={open.state.last.at}
          onRetry={() => void page.retry()}
        />
      }
      start={
        <Stack gap={4}>
          <SectionList sections={sections} current={section} hrefOf={props.hrefOf} />
          <a className={buttonClass('quiet', 'sm')} href={`#/case/${caseId}/N0`}>
            <Icon of={Printer} />
            <span>{t('papers:request.ofCase')}</span>
          </a>
        </Stack>
      }
      aside={
        <Stack gap={4}>
          {asksWho(section.items) && <CaseKnownPanel open={open} typed={page.answers} />}
          <SectionMissing
            evaluation={evaluation}
            section={section}
            waiting={(path) => file.said(path)?.kind === 'toConfirm'}
            onGo={(path) => focusField(fieldId(path)) || go('interview', { at: key, field: path })}
          />
          <Derived evaluation={evaluation} section={section} />
          <WaitingPanel open={open} go={go} step="interview" />
          <CaseTimeline open={open} limit={4} />
        </Stack>
      }
      foot={
        <>
          {before === undefined ? (
            <Button onPress={() => go('welcome')}>{t('backToWelcome')}</Button>
          ) : (
            <Button onPress={() => go('interview', { at: sectionKey(before) })}>
              {t('previous', { section: inLanguage(before.label, language) })}
            </Button>
          )}
          <span>{t(open.state.submission === null ? 'canStop' : 'readOnly')}</span>
          {after === undefined ? (
            <Button
              kind="main"
              arrow={ArrowRight}
              busy={leave.isPending || complete.isPending}
              onPress={() => void finish().catch(() => undefined)}
            >
              {isDraft ? t('finish') : t('toDocuments')}
            </Button>
          ) : (
            <Button
              kind="main"
              arrow={ArrowRight}
              onPress={() => go('interview', { at: sectionKey(after) })}
            >
              {t('next', { section: inLanguage(after.label, language) })}
            </Button>
          )}
        </>
      }
    >
      <Panel
        title={inLanguage(section.label, language)}
        note={section.hint === null ? undefined : inLanguage(section.hint, language)}
      >
        <Stack gap={4}>
          <DeskErrorNote error={leave.error ?? complete.error} />
          {tried && complete.error !== null && (
            <div ref={left} tabIndex={-1} role="group" aria-label={t('missingTitle')}>
              <Blockers open={open} blockers={blockers} go={go} hrefOf={props.hrefOf} />
            </div>
          )}
          {file.toConfirm.length > 0 && (
            <Note
              tone="review"
              slim
              action={
                <Button size="sm" icon={CheckCheck} onPress={file.confirmAll}>
                  {t('interview:fromFile.confirmAll')}
                </Button>
              }
            >
              {t('interview:fromFile.page', { count: file.toConfirm.length })}
            </Note>
          )}
          <FormItems
            items={section.items}
            prefix=""
            page={{
              evaluation,
              choicesOf: (path) =>
                availableChoices(open.rules.questionnaire, path, page.answers, context),
              isVisible: (field) => isVisibleTo(field, [person.role]),
              setAnswer: page.setAnswer,
              addRow: (repeat) => {
                const rowId = page.addRow(repeat);
                const given = defaultRowAnswers(open.rules.questionnaire, repeat, rowId);
                for (const [path, answer] of Object.entries(given)) page.setAnswer(path, answer);
                return rowId;
              },
              removeRow: page.removeRow,
              saidInFile: file.said,
              isReadOnly: open.state.submission !== null,
              wanted: place.field ?? null,
            }}
          />
        </Stack>
      </Panel>
      <VoidSignatureDialog
        state={open.state}
        isOpen={page.askedToVoid !== null}
        onConfirm={() => page.askedToVoid?.confirm()}
        onCancel={() => page.askedToVoid?.cancel()}
      />
    </CaseFrame>
  );
}

/** Whether who the applicant is is asked on this page. */
function asksWho(items: readonly Item[]): boolean {
  return items.some((item) =>
    item.kind === 'group' ? asksWho(item.items) : IDENTITY_FIELDS.has(item.name),
  );
}
