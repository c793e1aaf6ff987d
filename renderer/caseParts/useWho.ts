import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { z } from 'zod';
import { useDesk } from '#renderer/access/desk.ts';
import type { KnownHere } from '#shared/contracts/known.ts';
import { PersonFound } from '#shared/contracts/people.ts';
import type { Correspondent } from '#shared/domain/contacts/contactEvents.ts';
import { toAsciiDigits } from '#shared/domain/identifiers/digits.ts';
import type { BeneficiaryId, CaseId } from '#shared/domain/identity.ts';
import type { SaveState } from './pageDraft.ts';
import { useKeptDraft } from './useKeptDraft.ts';

export interface Who {
  /** It is clear from where one came: a case, or a person's file. */
  readonly isGiven: boolean;
  readonly name: string;
  readonly phone: string;
  readonly setName: (name: string) => void;
  readonly setPhone: (phone: string) => void;
  /** People of this desk who fit what was typed; empty while one is chosen. */
  readonly found: readonly PersonFound[];
  /** People who may be meant although something was mistyped; not among `found`. */
  readonly likely: readonly KnownHere[];
  /** Somebody likely is not meant: not shown again here. */
  readonly dismiss: (beneficiaryId: BeneficiaryId) => void;
  readonly chosen: PersonFound | null;
  readonly choose: (person: PersonFound | null) => void;
  readonly save: SaveState;
  /** Settles when what was typed is kept; before it is recorded. */
  readonly flush: () => Promise<void>;
  /** What was typed is saved, and does not stand here the next time. */
  readonly forget: () => void;
  readonly said: Correspondent;
}

const Form = z.strictObject({
  name: z.string(),
  phone: z.string(),
  chosen: PersonFound.nullable(),
});

const NOBODY_YET: z.infer<typeof Form> = { name: '', phone: '', chosen: null };

const SHORTEST_NAME = 2;
const SHORTEST_PHONE = 5;

/** Who a contact or complaint is with: a known person found while typing, or a name and a number only. */
export function useWho(
  draft: 'contact' | 'complaint',
  given: {
    readonly caseId: CaseId | null;
    readonly beneficiaryId: BeneficiaryId | null;
  },
): Who {
  const { queries } = useDesk();
  const { form, setForm, save, flush, forget } = useKeptDraft(`${draft}-who`, Form, NOBODY_YET);
  const { name, phone, chosen } = form;
  const isGiven = given.caseId !== null || given.beneficiaryId !== null;
  const search = useDeferredValue({
    ...(name.trim().length >= SHORTEST_NAME ? { name: name.trim() } : {}),
    ...(toAsciiDigits(phone).replaceAll(/\s/g, '').length >= SHORTEST_PHONE
      ? { mobile: toAsciiDigits(phone) }
      : {}),
  });
  const isSearching = !isGiven && chosen === null && Object.keys(search).length > 0;
  const { data } = useQuery({
    ...queries.people.search.queryOptions({ input: search }),
    enabled: isSearching,
    placeholderData: keepPreviousData,
  });
  const found = isSearching ? (data?.people ?? []).slice(0, 5) : [];
  const said = useDeferredValue({
    ...(name.trim() === '' ? {} : { fullName: name.trim().slice(0, 400) }),
    ...(phone.trim() === '' ? {} : { mobile: toAsciiDigits(phone).trim().slice(0, 40) }),
  });
  const [dismissed, setDismissed] = useState<readonly BeneficiaryId[]>([]);
  const isAsking = !isGiven && chosen === null && Object.keys(said).length > 0;
  const { data: known } = useQuery({
    ...queries.known.candidates.queryOptions({ input: { said } }),
    enabled: isAsking,
    placeholderData: keepPreviousData,
  });
  const shown = new Set([...dismissed, ...found.map(({ beneficiaryId }) => beneficiaryId)]);
  return {
    isGiven,
    likely: isAsking
      ? (known?.here ?? []).filter(({ beneficiaryId }) => !shown.has(beneficiaryId))
      : [],
    dismiss: (beneficiaryId) => setDismissed([...dismissed, beneficiaryId]),
    name,
    phone,
    setName: (typed) => setForm({ ...form, name: typed }),
    setPhone: (typed) => setForm({ ...form, phone: typed }),
    found,
    chosen,
    choose: (person) => setForm({ ...form, chosen: person }),
    save,
    flush,
    forget,
    said: {
      beneficiaryId: chosen?.beneficiaryId ?? given.beneficiaryId,
      name: chosen?.name ?? (name.trim() === '' ? null : name.trim()),
      phone: phone.trim() === '' ? null : toAsciiDigits(phone).trim(),
    },
  };
}
