import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { ArrowLeft, FolderPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DeskErrorNote } from '#renderer/access/DeskErrorNote.tsx';
import { useDesk } from '#renderer/access/desk.ts';
import { Button } from '#renderer/components/Button.tsx';
import { buttonClass } from '#renderer/components/button-class.ts';
import { Fields } from '#renderer/components/Field.tsx';
import { Icon } from '#renderer/components/Icon.tsx';
import { Page, Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import type { BeneficiaryId } from '#shared/domain/identity.ts';
import { type Reached, ReachedFields } from './ReachedFields.tsx';

/** A new request on the file of somebody whom the desk knows: only how it came is asked. */
export function KnownPersonCase({ beneficiaryId }: { readonly beneficiaryId: BeneficiaryId }) {
  const { t } = useTranslation(['newCase', 'beneficiaries']);
  const { queries } = useDesk();
  const navigate = useNavigate();
  const { data: file } = useSuspenseQuery(
    queries.beneficiaries.get.queryOptions({ input: { beneficiaryId } }),
  );
  const [reached, setReached] = useState<Reached>({
    channel: 'interview',
    initiatedBy: 'beneficiary',
  });
  const open = useMutation(
    queries.cases.open.mutationOptions({
      onSuccess: ({ caseId }) =>
        navigate({ to: '/case/$caseId/$step', params: { caseId, step: 'welcome' } }),
    }),
  );
  return (
    <Page
      title={file.name === '' ? t('beneficiaries:noName') : file.name}
      subtitle={t('newCase:forPerson')}
      action={
        <Link
          to="/beneficiaries/$beneficiaryId"
          params={{ beneficiaryId }}
          className={buttonClass('quiet', 'md')}
        >
          <Icon of={ArrowLeft} flow />
          <span>{t('newCase:openFile')}</span>
        </Link>
      }
    >
      <Stack>
        <Panel title={t('newCase:title')} note={t('newCase:forPersonHelp')}>
          <Fields>
            <ReachedFields reached={reached} onChange={setReached} />
          </Fields>
        </Panel>
        <DeskErrorNote error={open.error} />
        <div>
          <Button
            kind="main"
            icon={FolderPlus}
            busy={open.isPending}
            autoFocus
            onPress={() => {
              if (reached.channel === null || open.isPending) return;
              open.mutate({
                channel: reached.channel,
                initiatedBy: reached.initiatedBy,
                beneficiaryId,
                stated: [],
              });
            }}
          >
            {t('newCase:begin')}
          </Button>
        </div>
      </Stack>
    </Page>
  );
}
