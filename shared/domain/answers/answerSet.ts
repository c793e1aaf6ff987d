import type { Answer, AnswerPath, AnswerSet } from './answer.ts';

/** The answer at a path, or undefined. Paths come from data: only own properties count. */
export function answerAt(answers: AnswerSet, path: AnswerPath): Answer | undefined {
  return Object.hasOwn(answers.values, path) ? answers.values[path] : undefined;
}

/** The ids of a repeat's rows in order; none when nobody added one. */
export function rowsOf(answers: AnswerSet, repeatPath: string): readonly string[] {
  return Object.hasOwn(answers.rows, repeatPath) ? (answers.rows[repeatPath] ?? []) : [];
}

/** `supportItems/r2/previousHelp/r1/organisation` → `supportItems/previousHelp/organisation`. */
export function withoutRowIds(path: AnswerPath): string {
  if (!path.includes('/')) return path;
  return path
    .split('/')
    .filter((_, index) => index % 2 === 0)
    .join('/');
}
