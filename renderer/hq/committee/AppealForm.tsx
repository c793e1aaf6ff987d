import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { HqKeptLine } from '#renderer/access/hq/HqKeptLine.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useKeptForm } from '#renderer/access/hq/keptForm.ts';
import { useHqMay } from '#renderer/access/hq/status.ts';
import { AppealFields } from '#renderer/caseParts/AppealFields.tsx';
import { appealOf, readAppeal, writeAppeal } from '#renderer/caseParts/appealDraft.ts';
import { Button } from '#renderer/components/Button.tsx';
import { focusField } from '#renderer/components/focus-field.ts';
import { Note } from '#renderer/components/Note.tsx';
import { Row, Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import type { CaseDecision } from '#shared/contracts/hq/decisions.ts';
import { useCommitteeAction } from './useCommitteeAction.ts';

/** An appeal that is said to headquarters itself; why there can be none is said in words. */
export function AppealForm({ found }: { readonly found: CaseDecision }) {
  const { t } = useTranslation(['hqCommittee', 'appeal', 'hqErrors']);
  const { client } = useHq();
  const language = useLanguage();
  const mayRecord = useHqMay('appeals.record');
  const [isWriting, setWriting] = useState(false);
  const form = useKeptForm(`appeal.${found.case.caseId}`);
  const draft = appealOf(form, found.today);
  const [isAsked, setAsked] = useState(false);
  const act = useCommitteeAction(client.appeals.file);
  const { appealable } = found;
  if (!mayRecord) return null;
  if ('refusal' in appealable) {
    return isWriting ? (
      <Note tone="info" live="status">
        {t(`hqErrors:${appealable.refusal}`)}
      </Note>
    ) : (
      <Row>
        <Button kind="quiet" onPress={() => setWriting(true)}>
          {t('appeal:file')}
        </Button>
      </Row>
    );
  }
  if (!isWriting) {
    return (
      <Row>
        <Button onPress={() => setWriting(true)}>{t('appeal:file')}</Button>
      </Row>
    );
  }
  const decision = found.decisions.find(
    ({ content }) => content.decisionId === appealable.decisionId,
  );
  const bounds = {
    today: found.today,
    toldOn: decision?.toldOn ?? found.today,
    lastDay: decision?.appealUntil ?? found.today,
  };
  const reading = readAppeal(draft, bounds);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if ('problem' in reading) {
      focusField(`appeal-${reading.field}`);
      return;
    }
    const { decisionId } = appealable;
    act.mutate(
      { caseId: found.case.caseId, decisionId, ...reading.said },
      { onSuccess: form.forget },
    );
  };
  return (
    <form noValidate onSubmit={submit} aria-label={t('appeal:title')}>
      <Panel title={t('appeal:title')}>
        <Stack>
          <AppealFields
            draft={draft}
            problem={isAsked && 'problem' in reading ? reading : null}
            isLate={'isLate' in reading && reading.isLate}
            lastDay={bounds.lastDay}
            items={appealable.itemIds.map((itemId) => ({
              itemId,
              name:
                found.items.find((item) => item.itemId === itemId)?.label?.[language] ??
                t('hqCommittee:unnamedItem'),
            }))}
            onChange={(part) => writeAppeal(form, part)}
          />
          <HqErrorNote error={act.error} />
          <HqKeptLine form={form} />
          <Row>
            <Button kind="main" type="submit" busy={act.isPending}>
              {t('appeal:save')}
            </Button>
            <Button onPress={() => setWriting(false)}>{t('appeal:cancel')}</Button>
          </Row>
        </Stack>
      </Panel>
    </form>
  );
}
