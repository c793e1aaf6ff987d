import { createContext, useContext } from 'react';
import type { CaseFormName } from '#shared/contracts/caseForms.ts';
import { useFormText, type WrittenForm } from '../study/formText.ts';
import type { FormValues } from '../useFormDraft.ts';

/** The forms in which registration, delivery, settlement and withdrawal are written. */
type ServiceFormName = Extract<CaseFormName, 'registration' | 'delivery' | 'settle' | 'withdrawal'>;

/** Gives a form of the case by its name and, of several, by the item that it is about. */
export type UseServiceForm = (
  name: ServiceFormName,
  item: string | undefined,
  start: FormValues,
) => WrittenForm;

/** Where these forms are kept while they are written; as long as they stand open where nothing is said. */
export const ServiceForms = createContext<UseServiceForm>(useOpenForm);

function useOpenForm(_name: ServiceFormName, _item: string | undefined, start: FormValues) {
  return useFormText(start);
}

/** A form of the case that is looked at. */
export const useServiceForm: UseServiceForm = (name, item, start) => {
  const useForm = useContext(ServiceForms);
  return useForm(name, item, start);
};
