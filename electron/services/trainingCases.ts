import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { AnswerValue, PrintedDate } from '#shared/domain/answers/answer.ts';
import { CASE_EVENT_PAYLOADS, VersionedName } from '#shared/domain/case/caseEvent.ts';
import { ContactChannel, InitiatedBy } from '#shared/domain/case/vocabulary.ts';
import { SurveyAnswers } from '#shared/domain/survey/survey.ts';
import type { TrainingOffice } from '#shared/domain/training.ts';

/** A value of an invented case; days may count from the day of founding, so that no paper is stale. */
const TrainingValue = z.union([
  z.strictObject({ inDays: z.int().min(-3650).max(3650) }),
  PrintedDate,
  AnswerValue,
]);
export type TrainingValue = z.infer<typeof TrainingValue>;

const values = z.record(z.string(), TrainingValue);

/** How far an invented case has come, in the order of the policy's steps. */
export const TRAINING_STEPS = [
  'opened',
  'welcomed',
  'interviewing',
  'interviewed',
  'documents',
  'matched',
  'signed',
  'submitted',
] as const;

export const TrainingCase = z.strictObject({
  daysAgo: z.int().min(0).max(365),
  channel: ContactChannel,
  initiatedBy: InitiatedBy,
  upTo: z.enum(TRAINING_STEPS),
  /** The key of the last page that was filled, for an interview that is under way. */
  lastSection: z.string().optional(),
  answers: values,
  /** Rows of repeats outside other repeats. */
  rows: z.record(z.string(), z.array(values)),
  /** Readings that differ from what was stated, by document. */
  wrong: z.record(z.string(), values).default({}),
  inquiries: z.array(CASE_EVENT_PAYLOADS.inquiryRecorded.omit({ inquiryId: true })).default([]),
  /** What the person says of the interview (S1), where they were asked. */
  opinion: SurveyAnswers.optional(),
});
export type TrainingCase = z.infer<typeof TrainingCase>;

export const TrainingCases = VersionedName.extend({
  office: z.strictObject({ branchName: z.string().min(2), personName: z.string().min(2) }),
  /** What is written as reason where a row needs one. */
  reason: z.string().min(1),
  /** Answers of every case that says nothing else. */
  common: values,
  cases: z.array(TrainingCase),
});
export type TrainingCases = z.infer<typeof TrainingCases>;

const CASES_OF = {
  first: 'training-cases.v1.json',
  second: 'training-cases-2.v1.json',
} as const satisfies Record<TrainingOffice, string>;

/** @throws when `resources/training` is not whole */
export function readTrainingCases(
  resourcesFolder: string,
  office: TrainingOffice = 'first',
): TrainingCases {
  const path = join(resourcesFolder, 'training', CASES_OF[office]);
  const source: unknown = JSON.parse(readFileSync(path, 'utf8'));
  return TrainingCases.parse(source);
}
