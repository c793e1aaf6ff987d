import { dayTyped, typedDay } from '#renderer/caseParts/DayField.tsx';
import type { FormDraft, FormValues } from '#renderer/caseParts/useFormDraft.ts';
import type { AwaitedRequest } from '#shared/contracts/awaitedRequest.ts';
import type { WantedItem } from '#shared/domain/case/wantedItems.ts';
import type { IsoDay } from '#shared/domain/identity.ts';

/** Where the fields of a list of what is awaited stand in a form's draft. */
export const FIELDS = { others: 'others', dueOn: 'dueOn', place: 'place' } as const;

/** Beside the key of what is wanted: it was unticked, and is not asked for. */
export function leftOutField(key: string): string {
  return `leftOut ${key}`.slice(0, 80);
}

export function startOfList(dueOn: IsoDay, place: string): FormValues {
  return { [FIELDS.dueOn]: typedDay(dueOn), [FIELDS.place]: place };
}

export interface AwaitedList {
  readonly items: AwaitedRequest[];
  readonly dueOn: IsoDay | null;
  readonly place: string;
}

/** What the form asks for as it stands. */
export function listOf(form: FormDraft, wanted: readonly WantedItem[]): AwaitedList {
  const named = wanted
    .filter(({ key }) => form.text(leftOutField(key)) === '')
    .map(
      ({ subject }): AwaitedRequest =>
        subject.kind === 'document'
          ? { kind: 'document', documentKey: subject.documentKey }
          : { kind: 'answer', path: subject.path },
    );
  const others = form
    .text(FIELDS.others)
    .split('\n')
    .map((line) => line.trim().slice(0, 400))
    .filter((line) => line !== '')
    .map((text): AwaitedRequest => ({ kind: 'other', text }));
  return {
    items: [...named, ...others],
    dueOn: dayTyped(form.text(FIELDS.dueOn)),
    place: form.text(FIELDS.place).trim(),
  };
}
