import { Link } from '@tanstack/react-router';
import { ArrowLeft, FolderOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { buttonClass } from '#renderer/components/button-class.ts';
import { Icon } from '#renderer/components/Icon.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Page, Stack } from '#renderer/components/Page.tsx';
import { Skeleton } from '#renderer/components/Skeleton.tsx';
import { applicantOf } from '#shared/domain/case/applicantIdentity.ts';
import { OpenServicePanels } from './OpenServicePanels.tsx';
import { ServiceFacts } from './ServiceFacts.tsx';
import { useOpenService } from './useOpenService.ts';

export interface ServiceScreenProps {
  readonly params: Readonly<Partial<Record<string, string>>>;
}

/** One case after its decision: registration, what falls due, deliveries, withdrawal, the end. */
export function ServiceScreen({ params }: ServiceScreenProps) {
  const { t } = useTranslation(['hqDelivery', 'common']);
  const { open, isKnown, isPending, error } = useOpenService(params['caseId']);
  return (
    <Page
      columns={open === null ? 'one' : 'split'}
      title={
        open === null
          ? t('hqDelivery:title')
          : applicantOf(open.state).name || t('hqDelivery:nameless')
      }
      subtitle={open === null ? undefined : t(`common:status.${open.state.status}`)}
      action={
        <>
          {open !== null && (
            <Link
              to={`/registry/${open.file.personId}` as string}
              className={buttonClass('quiet', 'md')}
            >
              <Icon of={FolderOpen} />
              <span>{t('hqDelivery:person')}</span>
            </Link>
          )}
          <Link to={'/delivery' as string} className={buttonClass('quiet', 'md')}>
            <Icon of={ArrowLeft} flow />
            <span>{t('hqDelivery:back')}</span>
          </Link>
        </>
      }
    >
      {open === null ? (
        <Stack>
          {!isKnown && <Note tone="stop">{t('hqDelivery:noSuchCase')}</Note>}
          <HqErrorNote error={error} />
          {isPending && <Skeleton label={t('common:loading')} />}
        </Stack>
      ) : (
        <>
          <OpenServicePanels open={open} />
          <ServiceFacts open={open} />
        </>
      )}
    </Page>
  );
}
