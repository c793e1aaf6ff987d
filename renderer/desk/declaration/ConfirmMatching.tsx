import { CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useCaseAction } from '#renderer/access/caseFile.ts';
import { DeskErrorNote } from '#renderer/access/DeskErrorNote.tsx';
import { useDesk } from '#renderer/access/desk.ts';
import { Button } from '#renderer/components/Button.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import type { CaseId } from '#shared/domain/identity.ts';

/** Every row still has its verdict after a change: one word of the representative opens signing again. */
export function ConfirmMatching({ caseId }: { readonly caseId: CaseId }) {
  const { t } = useTranslation('declaration');
  const { queries } = useDesk();
  const complete = useCaseAction(queries.documents.completeMatching.mutationOptions());
  return (
    <Stack gap={3}>
      <p>{t('matchingHolds')}</p>
      <DeskErrorNote error={complete.error} />
      <div>
        <Button
          kind="main"
          size="lg"
          icon={CircleCheck}
          busy={complete.isPending}
          onPress={() => complete.mutate({ caseId })}
        >
          {t('confirmMatching')}
        </Button>
      </div>
    </Stack>
  );
}
