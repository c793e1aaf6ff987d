import {
  QuestionnaireError,
  type QuestionnaireFault,
} from '#shared/domain/questionnaire/questionnaireError.ts';

/** A file that came with the program is not what it must be: the desk does not begin with half of it. */
export class DeliveredFileError extends Error {
  /** Under the folder of resources: `questionnaires/support-request.v1.json`. */
  readonly file: string;
  /** Where the first fault is, when the file is a questionnaire. */
  readonly fault: QuestionnaireFault | null;

  constructor(file: string, cause: unknown) {
    super(`delivered file ${file}`, { cause });
    this.name = 'DeliveredFileError';
    this.file = file;
    this.fault = cause instanceof QuestionnaireError ? (cause.faults[0] ?? null) : null;
  }
}
