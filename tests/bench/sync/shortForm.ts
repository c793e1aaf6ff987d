import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const RESOURCES = fileURLToPath(new URL('../../../resources', import.meta.url));

/** A form of two kilobytes, as the benchmark's cases fill it; beside the delivered one. */
export const SHORT_FORM = {
  questionnaire: { id: 'short-request', version: 1 },
  documentRules: { id: 'short-documents', version: 1 },
  matchingRules: { id: 'short-matching', version: 1 },
} as const;

/** Texts of it besides name and number. */
export const NOTES = 7;

/** Writes `resources/` as delivered, with the short form in it, into a folder. */
export function resourcesWithShortForm(folder: string): void {
  cpSync(RESOURCES, folder, { recursive: true });
  const field = (name: string, more: object = {}) => ({
    type: 'text',
    name,
    'label::ar': name,
    'label::en': name,
    required: 'yes',
    ...more,
  });
  // Names that stand behind those delivered: what is in force stays so.
  write(join(folder, 'questionnaires', 'z-short.v1.json'), {
    settings: {
      form_id: SHORT_FORM.questionnaire.id,
      version: '1',
      'title::ar': 'طلب قصير',
      'title::en': 'Short request',
      default_language: 'ar',
    },
    survey: [
      {
        type: 'begin_group',
        name: 'request',
        letter: 'A',
        'letter::ar': 'أ',
        'label::ar': 'الطلب',
        'label::en': 'Request',
      },
      field('nameFirst'),
      field('nameFather'),
      field('nameGrandfather'),
      field('nameFamily'),
      field('birthDate', { type: 'date' }),
      field('idNumber'),
      field('mobile'),
      ...Array.from({ length: NOTES }, (_, at) => field(`note${at}`)),
      { type: 'end_group' },
    ],
    choices: [],
  });
  const local = { ar: 'وثيقة', en: 'Document' };
  write(join(folder, 'documents', 'document-rules.z-short.v1.json'), {
    ...SHORT_FORM.documentRules,
    incompleteDays: 60,
    documents: [
      {
        type: 'D1',
        order: 10,
        label: local,
        icon: 'id-card',
        neededWhen: "${nameFirst} = ''",
        because: ['nameFirst'],
        requirement: { kind: 'required' },
        validity: { kind: 'none' },
        scan: { policy: 'originalSighted' },
        form: { survey: [field('idNumber')], choices: [] },
      },
    ],
  });
  write(join(folder, 'matching', 'z-short.v1.json'), {
    ...SHORT_FORM.matchingRules,
    rows: [
      {
        row: 'M1',
        label: local,
        value: 'identifier',
        stated: ['idNumber'],
        reads: [{ document: 'D1', readings: ['idNumber'] }],
        comparison: { kind: 'exact' },
      },
    ],
  });
}

function write(path: string, content: object): void {
  writeFileSync(path, JSON.stringify(content));
}
