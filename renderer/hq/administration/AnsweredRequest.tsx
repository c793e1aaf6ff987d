import { useMutation } from '@tanstack/react-query';
import { Ban, CircleCheck, Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { Badge } from '#renderer/components/Badge.tsx';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Row } from '#renderer/components/Page.tsx';
import { saveFile } from '#renderer/components/save-file.ts';
import type { EnrolmentListed } from '#shared/contracts/hq/devices.ts';
import styles from './administration.module.css';
import { RequestWords } from './RequestWords.tsx';

/** An answer that was given; for a laptop without network it goes back as a file, with a code to read out. */
export function AnsweredRequest({ request }: { readonly request: EnrolmentListed }) {
  const { t } = useTranslation('hqAdministration');
  const { client } = useHq();
  const { requestId, state, branchCode } = request;
  const answer = useMutation({
    mutationFn: () => client.devices.answer({ requestId }),
    onSuccess: ({ file }) => saveFile(`rifada-${branchCode}.grant.json`, file),
  });
  return (
    <div className={styles.request}>
      <Row align="between">
        <p>
          <RequestWords request={request} />
        </p>
        {state === 'granted' ? (
          <Row>
            <Badge tone="ok" icon={CircleCheck}>
              {t('granted')}
            </Badge>
            <Button
              size="sm"
              icon={Download}
              busy={answer.isPending}
              onPress={() => answer.mutate()}
            >
              {t('answerFile')}
            </Button>
          </Row>
        ) : (
          <Badge tone="stop" icon={Ban}>
            {t('refusedRequest')}
          </Badge>
        )}
      </Row>
      {answer.data !== undefined && (
        <Note tone="info" live="status">
          {t('answerCode')}{' '}
          <span className={styles.code}>
            <Bdi>{answer.data.code}</Bdi>
          </span>
        </Note>
      )}
      <HqErrorNote error={answer.error} />
    </div>
  );
}
