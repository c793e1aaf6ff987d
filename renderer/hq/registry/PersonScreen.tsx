import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { writtenPhone } from '#renderer/caseParts/summaryValue.tsx';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { buttonClass } from '#renderer/components/button-class.ts';
import { type Fact, Facts } from '#renderer/components/Facts.tsx';
import { Icon } from '#renderer/components/Icon.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Page, Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { Skeleton } from '#renderer/components/Skeleton.tsx';
import { inLanguage, useLanguage } from '#renderer/language/useLanguage.ts';
import type { RegistryFile } from '#shared/contracts/hq/registry.ts';
import { BeneficiaryId } from '#shared/domain/identity.ts';
import { PersonContacts } from './PersonContacts.tsx';
import { PersonDeliveries } from './PersonDeliveries.tsx';
import { PersonDocuments } from './PersonDocuments.tsx';
import { PersonHousehold } from './PersonHousehold.tsx';
import { PersonRequests } from './PersonRequests.tsx';
import { lastRegistryPlace } from './registryPlace.ts';

export interface PersonScreenProps {
  readonly params: Readonly<Partial<Record<string, string>>>;
}

const NOBODY = BeneficiaryId.parse('00000000-0000-4000-8000-000000000000');

/** One person of the registry: who they are, their household, requests, services, papers and contacts. */
export function PersonScreen({ params }: PersonScreenProps) {
  const { t } = useTranslation(['hqRegistry', 'common']);
  const { queries } = useHq();
  const personId = BeneficiaryId.safeParse(params['personId']);
  const open = useQuery({
    ...queries.registry.open.queryOptions({
      input: { personId: personId.success ? personId.data : NOBODY },
    }),
    enabled: personId.success,
  });
  const file = open.data;
  return (
    <Page
      columns={file === undefined ? 'one' : 'split'}
      title={file === undefined ? t('hqRegistry:title') : file.name || t('hqRegistry:nameless')}
      subtitle={file === undefined ? undefined : <Bdi>{file.fileNo}</Bdi>}
      action={
        <Link
          to={'/registry' as string}
          search={lastRegistryPlace() as never}
          className={buttonClass('quiet', 'md')}
        >
          <Icon of={ArrowLeft} flow />
          <span>{t('hqRegistry:back')}</span>
        </Link>
      }
    >
      {file === undefined ? (
        <Stack>
          {!personId.success && <Note tone="stop">{t('hqRegistry:noSuchPerson')}</Note>}
          <HqErrorNote error={open.error} />
          {personId.success && open.isPending && <Skeleton label={t('common:loading')} />}
        </Stack>
      ) : (
        <>
          <Stack>
            <Face file={file} />
            <PersonRequests file={file} />
            <PersonDeliveries file={file} />
            <PersonContacts file={file} />
          </Stack>
          <Stack>
            <PersonHousehold file={file} />
            <PersonDocuments file={file} />
          </Stack>
        </>
      )}
    </Page>
  );
}

function Face({ file }: { readonly file: RegistryFile }) {
  const { t } = useTranslation('hqRegistry');
  const { queries } = useHq();
  const language = useLanguage();
  const filters = useQuery(queries.registry.filters.queryOptions()).data;
  const category = filters?.categories.find(({ name }) => name === file.category)?.label;
  const facts: readonly Fact[] = [
    ...(file.maskedId === null
      ? []
      : [{ id: 'id', term: t('face.id'), value: <Bdi>{file.maskedId}</Bdi> }]),
    ...(file.mobile === null
      ? []
      : [{ id: 'mobile', term: t('face.mobile'), value: <Bdi>{writtenPhone(file.mobile)}</Bdi> }]),
    ...(category === undefined
      ? []
      : [{ id: 'category', term: t('filter.category'), value: inLanguage(category, language) }]),
    ...(file.city === null ? [] : [{ id: 'city', term: t('face.city'), value: file.city }]),
    ...(file.otherFileNos.length === 0
      ? []
      : [
          {
            id: 'others',
            term: t('face.otherFiles'),
            value: <Bdi>{file.otherFileNos.join(' · ')}</Bdi>,
          },
        ]),
  ];
  return (
    <Panel title={t('face.title')}>
      <Facts layout="columns" facts={facts} />
    </Panel>
  );
}
