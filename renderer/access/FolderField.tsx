import { useMutation } from '@tanstack/react-query';
import { FolderOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/components/Button.tsx';
import { Row, Stack } from '#renderer/components/Page.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import { DeskErrorNote } from './DeskErrorNote.tsx';
import { useDesk } from './desk.ts';

/** The folder of copies: its path is typed, and where the host has a dialog it is chosen there. */
export function FolderField({
  path,
  onChange,
  onChosen,
  canBrowse,
  autoFocus,
}: {
  readonly path: string;
  readonly onChange: (path: string) => void;
  /** A folder was chosen in the dialog. */
  readonly onChosen: (path: string) => void;
  readonly canBrowse: boolean;
  readonly autoFocus: boolean;
}) {
  const { t } = useTranslation('copies');
  const { client } = useDesk();
  const browse = useMutation({
    mutationFn: () => client.copies.browse(),
    onSuccess: ({ path: chosen }) => {
      if (chosen === null) return;
      onChange(chosen);
      onChosen(chosen);
    },
  });
  return (
    <Stack gap={2}>
      <TextField
        label={t('folder')}
        help={t('folderHelp')}
        value={path}
        onChange={onChange}
        dir="ltr"
        autoFocus={autoFocus}
      />
      {canBrowse && (
        <Row>
          <Button icon={FolderOpen} busy={browse.isPending} onPress={() => browse.mutate()}>
            {t('browse')}
          </Button>
        </Row>
      )}
      <DeskErrorNote error={browse.error} />
    </Stack>
  );
}
