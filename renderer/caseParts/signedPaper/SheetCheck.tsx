import { useTranslation } from 'react-i18next';
import { Checkbox } from '#renderer/components/Checkbox.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import { TextField } from '#renderer/components/TextField.tsx';

export interface SheetCheckProps {
  readonly reference: string;
  /** The printed copy that was signed. */
  readonly copy: number;
  readonly isCompared: boolean;
  readonly onCompared: (isCompared: boolean) => void;
  readonly shelf: string;
  readonly onShelf: (shelf: string) => void;
}

/** Before a picture is bound: that it is of this request's sheet, and where the sheet lies. */
export function SheetCheck(props: SheetCheckProps) {
  const { t } = useTranslation('signedPaper');
  return (
    <Stack gap={3}>
      <Checkbox
        isChecked={props.isCompared}
        isRequired
        onChange={props.onCompared}
        label={t('compared', { reference: `\u2066${props.reference}\u2069`, copy: props.copy })}
        description={t('sheetAlone')}
      />
      <TextField
        label={t('shelf')}
        isRequired
        help={t('shelfHelp')}
        value={props.shelf}
        onChange={props.onShelf}
      />
    </Stack>
  );
}
