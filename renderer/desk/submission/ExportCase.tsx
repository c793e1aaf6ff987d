import { useMutation } from '@tanstack/react-query';
import { FileDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { DeskErrorNote } from '#renderer/access/DeskErrorNote.tsx';
import { useDesk } from '#renderer/access/desk.ts';
import { Button } from '#renderer/components/Button.tsx';
import type { CaseState } from '#shared/domain/case/caseState.ts';

/**
 * Hands the case over as one file with everything that proves it, for `npm run verify -- FILE`. It holds
 * the person's data unencrypted: the words beside the button say so.
 */
export function ExportCase({ state }: { readonly state: CaseState }) {
  const { t } = useTranslation('submission');
  const { queries } = useDesk();
  const take = useMutation(
    queries.cases.export.mutationOptions({
      onSuccess: (file) =>
        saveFile(`${state.reference}.json`, `${JSON.stringify(file, null, 2)}\n`),
    }),
  );
  return (
    <>
      <Button
        icon={FileDown}
        busy={take.isPending}
        onPress={() => take.mutate({ caseId: state.caseId })}
      >
        {t('export')}
      </Button>
      <span>{t('exportHelp')}</span>
      <DeskErrorNote error={take.error} />
    </>
  );
}

function saveFile(name: string, content: string): void {
  const address = URL.createObjectURL(new Blob([content], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
