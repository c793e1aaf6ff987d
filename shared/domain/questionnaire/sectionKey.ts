import type { Section } from './model.ts';

/** What a section is called in events, drafts and addresses: its letter, or its name where it has none. */
export function sectionKey(section: Pick<Section, 'letter' | 'name'>): string {
  return section.letter?.en ?? section.name;
}
