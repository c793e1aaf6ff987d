import { z } from 'zod';
import { QuestionnaireError } from '../questionnaire/questionnaireError.ts';
import { type DocumentFault, DocumentFaultCode, faultAt } from './documentFault.ts';

/**
 * Everything that a domain parser found, in the words of a document's author.
 * @param source what the parser was given
 */
export function faultsOf(error: unknown, source: unknown): readonly DocumentFault[] {
  if (error instanceof QuestionnaireError) {
    return error.faults.map(({ sheet, row, column, code, detail }) => ({
      in: 'sheet',
      sheet,
      row,
      column,
      code,
      detail,
    }));
  }
  if (error instanceof z.ZodError)
    return error.issues.flatMap((issue) => faultsOfIssue(issue, [], source));
  const message = error instanceof Error ? error.message : '';
  return [faultAt('', message.includes('given twice') ? 'givenTwice' : 'unreadable', message)];
}

type Issue = z.core.$ZodIssue;

function faultsOfIssue(
  issue: Issue,
  before: readonly PropertyKey[],
  source: unknown,
): readonly DocumentFault[] {
  const steps = [...before, ...issue.path];
  const path = steps.map(String).join('.');
  switch (issue.code) {
    case 'invalid_type':
      return [faultAt(path, valueAt(source, steps) === undefined ? 'missing' : 'wrongType')];
    case 'unrecognized_keys':
      return issue.keys.map((key) => faultAt(joined(path, key), 'unknownKey', key));
    case 'invalid_value':
      return [faultAt(path, 'notAllowed', issue.values.map(String).join(', '))];
    case 'invalid_union': {
      // The branch that came furthest says best what was meant.
      const [nearest] = [...issue.errors].sort((one, other) => one.length - other.length);
      const inside = (nearest ?? []).flatMap((each) => faultsOfIssue(each, steps, source));
      return inside.length > 0 ? inside : [faultAt(path, 'notAllowed')];
    }
    case 'too_small':
      // Of no letters or no entries one says that they are missing, not that they are too few.
      return issue.origin === 'string' || issue.origin === 'array'
        ? [faultAt(path, 'missing')]
        : [faultAt(path, 'tooSmall', String(issue.minimum))];
    case 'too_big':
      return [faultAt(path, 'tooLarge', String(issue.maximum))];
    case 'invalid_format':
      return [faultAt(path, 'wrongForm')];
    case 'custom': {
      const code = DocumentFaultCode.safeParse(issue.message);
      const detail: unknown = issue.params?.['detail'];
      return [
        faultAt(
          path,
          code.success ? code.data : 'notAllowed',
          typeof detail === 'string' ? detail : '',
        ),
      ];
    }
    case 'not_multiple_of':
    case 'invalid_key':
    case 'invalid_element':
      return [faultAt(path, 'notAllowed')];
    default:
      return [faultAt(path, 'unreadable')];
  }
}

function valueAt(source: unknown, steps: readonly PropertyKey[]): unknown {
  let value = source;
  for (const step of steps) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step))
      return undefined;
    value = (value as Readonly<Record<PropertyKey, unknown>>)[step];
  }
  return value;
}

function joined(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}
