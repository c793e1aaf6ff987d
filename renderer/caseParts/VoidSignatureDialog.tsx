import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '#renderer/components/Dialog.tsx';
import { clockTime } from '#renderer/language/days.ts';
import { type CaseState, standingDeclaration } from '#shared/domain/case/caseState.ts';

export interface VoidSignatureDialogProps {
  readonly state: CaseState;
  readonly isOpen: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** Before a change that voids a standing signature (P34): what will happen, and the way back. */
export function VoidSignatureDialog(props: VoidSignatureDialogProps) {
  const { t } = useTranslation('caseFrame');
  const declaration = standingDeclaration(props.state);
  return (
    <ConfirmDialog
      isOpen={props.isOpen}
      title={t('voidTitle')}
      confirmLabel={t('voidConfirm')}
      cancelLabel={t('voidCancel')}
      onConfirm={props.onConfirm}
      onCancel={props.onCancel}
    >
      {t('voidBody', { time: declaration === null ? '' : clockTime(declaration.at) })}
    </ConfirmDialog>
  );
}
