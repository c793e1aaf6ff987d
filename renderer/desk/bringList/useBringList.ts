import { useSearch } from '@tanstack/react-router';
import { useBringListRules } from '#renderer/access/reference.ts';
import { useOpenStatus } from '#renderer/access/status.ts';
import { type BringPlace, readChoices } from '#renderer/caseParts/bringPlace.ts';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import { addDays } from '#shared/domain/calendar/dateArithmetic.ts';
import { isoDate } from '#shared/domain/calendar/dayNumber.ts';
import type { Language } from '#shared/domain/case/vocabulary.ts';
import {
  type BringChoices,
  type BringEntry,
  bringList,
} from '#shared/domain/documents/bringList.ts';
import type { BringQuestion } from '#shared/domain/documents/bringListQuestions.ts';
import { dayNumberOf } from '#shared/domain/documents/days.ts';
import type { IsoDay } from '#shared/domain/identity.ts';

export interface BringListView {
  readonly place: BringPlace;
  readonly questions: readonly BringQuestion[];
  readonly choices: BringChoices;
  readonly entries: readonly BringEntry[];
  readonly visit: IsoDay;
  /** Of the person, in which the list is read out and printed. */
  readonly language: Language;
}

/** The list as its address asks for it, made anew at every answer. */
export function useBringList(from: '/bring-list' | '/bring-list/paper'): BringListView {
  const place = useSearch({ from });
  const { today } = useOpenStatus();
  const screenLanguage = useLanguage();
  const rules = useBringListRules();
  const choices = readChoices(place.said);
  const visit = isoDate(addDays(dayNumberOf(today), place.visit ?? 0));
  return {
    place,
    questions: rules.questions.questions,
    choices,
    entries: bringList(rules, choices, visit),
    visit,
    language: place.language ?? screenLanguage,
  };
}
