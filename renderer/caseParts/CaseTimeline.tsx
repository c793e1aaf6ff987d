import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenCase } from '#renderer/access/caseFile.ts';
import { useOpenStatus } from '#renderer/access/status.ts';
import { Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { Timeline, type TimelineItem } from '#renderer/components/Timeline.tsx';
import { clockTime, dayOf, spokenDay } from '#renderer/language/days.ts';
import { inLanguage, useLanguage } from '#renderer/language/useLanguage.ts';
import type { CaseEvent } from '#shared/domain/case/caseEvent.ts';
import { sectionKey } from '#shared/domain/questionnaire/sectionKey.ts';
import { useShowAnswer } from './displayAnswer.tsx';
import { PersonHistory } from './PersonHistory.tsx';
import { partedChanges } from './partedChanges.ts';
import { usePathLabel } from './pathLabel.ts';

/** So many of the person's latest contacts stand beside the case. */
const CONTACTS_BESIDE = 3;

export interface CaseTimelineProps {
  readonly open: OpenCase;
  /** So many of the latest; all without it. */
  readonly limit?: number;
}

/** Everything that happened to the case, the latest first; single verdicts are summed up. */
export function CaseTimeline({ open, limit }: CaseTimelineProps) {
  const { t } = useTranslation(['caseFrame', 'headquarters']);
  const { today } = useOpenStatus();
  const language = useLanguage();
  const voidedBy = new Set(
    open.state.declarations.flatMap(({ voidedBy: mark }) => (mark === null ? [] : [mark.eventId])),
  );
  const documentName = (documentKey: string): string => {
    const document = open.assessment.documents.find(
      ({ needed }) => needed.documentKey === documentKey,
    );
    return document === undefined ? documentKey : inLanguage(document.needed.label, language);
  };
  const title = (event: CaseEvent): string => {
    switch (event.kind) {
      case 'answersChanged': {
        const section = open.rules.questionnaire.sections.find(
          (each) => sectionKey(each) === event.payload.section,
        );
        return section === undefined
          ? t('event.answersCorrected')
          : t('event.answersChanged', { section: inLanguage(section.label, language) });
      }
      case 'documentRecorded':
      case 'scanAttached':
        return t(`event.${event.kind}`, { document: documentName(event.payload.documentKey) });
      case 'scanRemoved': {
        const scan = open.state.scans.find(({ scanId }) => scanId === event.payload.scanId);
        return t('event.scanRemoved', { document: documentName(scan?.documentKey ?? '') });
      }
      case 'paperPrinted':
        return t('event.paperPrinted', event.payload);
      default:
        return t(`event.${event.kind}`);
    }
  };
  const show = useShowAnswer();
  const label = usePathLabel(open.assessment.evaluation);
  const parted = partedChanges(open.events);
  /** What each of two people gave a field that they changed apart, chosen or not. */
  const valuesOf = (event: CaseEvent) =>
    parted.get(event.eventId)?.map(({ path, answer }) => {
      const field = open.assessment.evaluation.paths.get(path)?.field;
      return (
        <Fragment key={path}>
          {' · '}
          {label(path)}:{' '}
          {answer === null || field === undefined
            ? t('headquarters:conflict.removed')
            : show(field, answer)}
        </Fragment>
      );
    });
  const items = open.events.flatMap((event): readonly TimelineItem[] => {
    if (event.kind === 'verdictRecorded' && !voidedBy.has(event.eventId)) return [];
    const day = dayOf(event.at);
    const person = open.file.people[event.actorId];
    const detail = [
      day === today ? null : spokenDay(day, language).gregorian,
      person === undefined ? null : person,
    ].filter((part) => part !== null);
    const line = (id: string, words: ReactNode): TimelineItem => ({
      id,
      time: clockTime(event.at),
      title: words,
      ...(limit === undefined && detail.length > 0 ? { detail: detail.join(' · ') } : {}),
    });
    const values = valuesOf(event);
    const named = title(event);
    const lines = [
      line(
        event.eventId,
        values === undefined ? (
          named
        ) : (
          <>
            {named}
            {values}
          </>
        ),
      ),
    ];
    return voidedBy.has(event.eventId)
      ? [...lines, line(`${event.eventId} voided`, t('event.declarationVoided'))]
      : lines;
  });
  const shown = items.toReversed().slice(0, limit);
  const { beneficiaryId, caseId } = open.state;
  return (
    <Stack gap={4}>
      <Panel title={t('timeline')} compact>
        <Timeline label={t('timeline')} items={shown} />
      </Panel>
      <PersonHistory beneficiaryId={beneficiaryId} caseId={caseId} limit={CONTACTS_BESIDE} />
    </Stack>
  );
}
