import { useMutation } from '@tanstack/react-query';
import { Phone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { DeskErrorNote } from '#renderer/access/DeskErrorNote.tsx';
import { useDesk } from '#renderer/access/desk.ts';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import type { KnownSubject } from '#shared/domain/case/knownEvents.ts';
import { CaseId } from '#shared/domain/identity.ts';

export interface AskHeadquartersProps {
  readonly subject: KnownSubject;
  readonly caseId: string | null;
}

/** Online headquarters says which branch to call; a relations officer hears the file as well. */
export function AskHeadquarters({ subject, caseId }: AskHeadquartersProps) {
  const { t } = useTranslation('known');
  const { queries } = useDesk();
  const ask = useMutation(queries.known.askHeadquarters.mutationOptions());
  const { data } = ask;
  if (data !== undefined) {
    return (
      <Note tone="info" slim live="status">
        {data.branches.length === 0 ? (
          t('elsewhere.unknown')
        ) : (
          <>
            {t('elsewhere.branch', { branch: data.branches.join(t('elsewhere.separator')) })}{' '}
            {data.details === null ? (
              t('elsewhere.callBranch')
            ) : (
              <>
                {data.details.fileNo !== null && (
                  <>
                    {t('elsewhere.fileNo')} <Bdi>{data.details.fileNo}</Bdi>{' '}
                  </>
                )}
                {data.details.lastRequestOn !== null && (
                  <>
                    {t('elsewhere.lastRequest')} <DayText day={data.details.lastRequestOn} />
                  </>
                )}
              </>
            )}
          </>
        )}
      </Note>
    );
  }
  return (
    <>
      <DeskErrorNote error={ask.error} />
      <div>
        <Button
          size="sm"
          kind="quiet"
          icon={Phone}
          busy={ask.isPending}
          onPress={() =>
            ask.mutate({ subject, caseId: caseId === null ? null : CaseId.parse(caseId) })
          }
        >
          {t(ask.isPending ? 'elsewhere.asking' : 'elsewhere.ask')}
        </Button>
      </div>
    </>
  );
}
