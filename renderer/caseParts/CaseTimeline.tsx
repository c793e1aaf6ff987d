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
import { PersonHistory } from './PersonHistory.tsx';

/** So many of the person's latest contacts stand beside the case. */
const CONTACTS_BESIDE = 3;

export interface CaseTimelineProps {
  readonly open: OpenCase;
  /** So many of the latest; all without it. */
  readonly limit?: number;
}

/** Everything that happened to the case, the latest first; single verdicts are summed up. */
export function CaseTimeline({ open, limit }: CaseTimelineProps) {
  const { t } = useTranslation('caseFrame');
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
  const items = open.events.flatMap((event): readonly TimelineItem[] => {
    if (event.kind === 'verdictRecorded' && !voidedBy.has(event.eventId)) return [];
    const day = dayOf(event.at);
    const person = open.file.people[event.actorId];
    const detail = [
      day === today ? null : spokenDay(day, language).gregorian,
      person === undefined ? null : person,
    ].filter((part) => part !== null);
    const line = (id: string, words: string): TimelineItem => ({
      id,
      time: clockTime(event.at),
      title: words,
      ...(limit === undefined && detail.length > 0 ? { detail: detail.join(' · ') } : {}),
    });
    const lines = [line(event.eventId, title(event))];
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
