import { createContext, type ReactNode, useContext } from 'react';
import type { OpenCase } from '#renderer/access/caseFile.ts';
import { ServiceForms, type UseServiceForm } from '#renderer/caseParts/service/serviceForms.ts';
import { useFormDraft } from '#renderer/caseParts/useFormDraft.ts';
import { formScope } from '#shared/contracts/caseForms.ts';

const CaseOfForms = createContext<OpenCase | null>(null);

/** The forms of the service inside are kept at the desk while they are written. */
export function KeptServiceForms({
  open,
  children,
}: {
  readonly open: OpenCase;
  readonly children: ReactNode;
}) {
  return (
    <CaseOfForms value={open}>
      <ServiceForms value={useKeptServiceForm}>{children}</ServiceForms>
    </CaseOfForms>
  );
}

const useKeptServiceForm: UseServiceForm = (name, item, start) => {
  const open = useCaseOfForms();
  return useFormDraft(open, formScope(name, item), start);
};

function useCaseOfForms(): OpenCase {
  const open = useContext(CaseOfForms);
  if (open === null) throw new Error('a form of the service stands outside its case');
  return open;
}
