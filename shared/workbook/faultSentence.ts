import { z } from 'zod';
import {
  type QuestionnaireFault,
  QuestionnaireFaultCode,
} from '#shared/domain/questionnaire/questionnaireError.ts';

const sentence = z.string().min(1);

/** The sentences of `locales/{ar,en}/questionnaireFile.json` that say where a fault is and what it is. */
export const FaultSentences = z.object({
  place: z.object({ workbook: sentence, sheet: sentence, row: sentence, cell: sentence }),
  fault: z.record(QuestionnaireFaultCode, sentence),
});
export type FaultSentences = z.infer<typeof FaultSentences>;

const LONGEST_DETAIL = 120;

/** `Sheet survey, row 12, column relevant: …` */
export function faultSentence(fault: QuestionnaireFault, words: FaultSentences): string {
  const { sheet, row, column, code } = fault;
  const place =
    sheet === 'workbook' ? 'workbook' : row === 0 ? 'sheet' : column === '' ? 'row' : 'cell';
  const detail =
    fault.detail.length > LONGEST_DETAIL
      ? `${fault.detail.slice(0, LONGEST_DETAIL)}…`
      : fault.detail;
  const values = { sheet, row: String(row), column, detail };
  return filled(words.place[place] + words.fault[code], values);
}

/** Values stand in double braces, as in every file of the locales. */
export function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => values[name] ?? whole);
}
