import { useEffect, useEffectEvent } from 'react';
import { z } from 'zod';
import { useKeptDraft } from '#renderer/caseParts/useKeptDraft.ts';
import { emptyDateParts } from '#renderer/components/date-parts.ts';
import type { Contact } from '#shared/contracts/contacts.ts';
import { CalendarName } from '#shared/domain/answers/answer.ts';
import { ContactChannel, InitiatedBy } from '#shared/domain/case/vocabulary.ts';
import type { Reached } from './ReachedFields.tsx';
import type { Asked } from './stated.ts';

const Form = z.strictObject({
  asked: z.strictObject({
    idNumber: z.string(),
    name: z.string(),
    mobile: z.string(),
    birth: z.strictObject({
      calendar: CalendarName,
      day: z.string(),
      month: z.string(),
      year: z.string(),
    }),
  }),
  reached: z.strictObject({ channel: ContactChannel.nullable(), initiatedBy: InitiatedBy }),
});

export interface NewCaseForm {
  readonly asked: Asked;
  readonly reached: Reached;
  readonly setAsked: (asked: Asked) => void;
  readonly setReached: (reached: Reached) => void;
}

/**
 * What is typed of somebody before there is a case: a cut of power or a lock takes nothing of it. Whoever
 * leaves the screen is done with this person, and begins with empty fields for the next.
 */
export function useNewCaseForm(contact: Contact | null): NewCaseForm {
  const { form, setForm, drop } = useKeptDraft(
    contact === null ? 'newCase' : `newCase/${contact.contactId}`,
    Form,
    {
      asked: {
        idNumber: '',
        name: contact?.name ?? '',
        mobile: contact?.phone ?? '',
        birth: emptyDateParts('hijri'),
      },
      reached: {
        channel: contact?.channel ?? 'interview',
        initiatedBy: contact?.initiatedBy ?? 'beneficiary',
      },
    },
  );
  const leave = useEffectEvent(drop);
  useEffect(() => () => leave(), []);
  return {
    ...form,
    setAsked: (asked) => setForm({ ...form, asked }),
    setReached: (reached) => setForm({ ...form, reached }),
  };
}
