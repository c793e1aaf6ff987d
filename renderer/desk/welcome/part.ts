import type { OpenCase } from '#renderer/access/caseFile.ts';
import type { SpokenLanguage } from '#shared/domain/case/vocabulary.ts';
import type { TextLibrary } from '#shared/domain/texts/textLibrary.ts';

export interface PartProps {
  readonly open: OpenCase;
  readonly texts: TextLibrary;
  /** The beneficiary's language, which may differ from the screen's. */
  readonly language: SpokenLanguage;
}

/** Where each part stands in the page, and the button that leads on. */
export const PART_IDS = {
  notice: 'welcome-notice',
  services: 'welcome-services',
  inquiries: 'welcome-inquiries',
  onward: 'welcome-onward',
} as const;
