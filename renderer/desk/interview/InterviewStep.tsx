import { useMemo } from 'react';
import type { StepProps } from '#renderer/caseParts/step.ts';
import { sectionKey } from '#shared/domain/questionnaire/sectionKey.ts';
import { SectionPage } from './SectionPage.tsx';

/** The interview, a section a page; the page is made anew for each section. */
export function InterviewStep(props: StepProps) {
  const { questionnaire } = props.open.rules;
  const sections = useMemo(() => questionnaire.sections, [questionnaire]);
  const asked = sections.find((section) => sectionKey(section) === props.place.at);
  const started = props.open.assessment.evaluation.sections.find(
    (section) => section.relevant && section.state !== 'complete',
  );
  const section = asked ?? started?.section ?? sections[0];
  if (section === undefined) return null;
  return <SectionPage key={section.name} {...props} section={section} />;
}
