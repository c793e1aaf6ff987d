import { useTranslation } from 'react-i18next';
import { useRestoreWay } from '#renderer/access/restoreWay.ts';
import { Button } from '#renderer/components/Button.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Row, Stack } from '#renderer/components/Page.tsx';

/** The data are an older copy, for reading only: what that means, and the way out of it. */
export function OlderData() {
  const { t } = useTranslation(['copies', 'errors']);
  const restore = useRestoreWay();
  return (
    <Note tone="stop">
      <Stack gap={2}>
        <span>{t('errors:readOnlyRecovery')}</span>
        <Row>
          <Button onPress={restore}>{t('copies:restore.way')}</Button>
        </Row>
      </Stack>
    </Note>
  );
}
