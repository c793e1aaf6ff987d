import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { ArrowLeft, FolderPlus, GitMerge } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '#renderer/access/desk.ts';
import { BackToList } from '#renderer/caseParts/BackToList.tsx';
import { PersonHistory } from '#renderer/caseParts/PersonHistory.tsx';
import { writtenPhone } from '#renderer/caseParts/summaryValue.tsx';
import { useCategories } from '#renderer/caseParts/useCategories.ts';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { buttonClass } from '#renderer/components/button-class.ts';
import { type Fact, Facts } from '#renderer/components/Facts.tsx';
import { Icon } from '#renderer/components/Icon.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Page, Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { PrintedDateText } from '#renderer/language/dates.tsx';
import { listed } from '#renderer/language/listed.ts';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import type { BeneficiaryFile } from '#shared/contracts/beneficiaries.ts';
import { BeneficiaryId } from '#shared/domain/identity.ts';
import { FilePapers } from './FilePapers.tsx';
import { FileRequests } from './FileRequests.tsx';
import { KnownParts } from './KnownParts.tsx';

/** One person's file: who they are, their household, all their requests, and what happened with them. */
export function BeneficiaryScreen() {
  const { t } = useTranslation(['beneficiaries', 'common']);
  const language = useLanguage();
  const params = useParams({ from: '/beneficiaries/$beneficiaryId' });
  const beneficiaryId = BeneficiaryId.parse(params.beneficiaryId);
  const { queries } = useDesk();
  const { data: file } = useSuspenseQuery(
    queries.beneficiaries.get.queryOptions({ input: { beneficiaryId } }),
  );
  return (
    <Page
      columns="split"
      title={file.name === '' ? t('beneficiaries:noName') : file.name}
      subtitle={t('beneficiaries:fileLine', { count: file.caseCount })}
      action={
        <>
          <BackToList to="/beneficiaries">
            <Icon of={ArrowLeft} flow />
            <span>{t('beneficiaries:backToList')}</span>
          </BackToList>
          <Link
            to="/new"
            search={{ beneficiary: beneficiaryId }}
            className={buttonClass('main', 'md')}
          >
            <Icon of={FolderPlus} />
            <span>{t('beneficiaries:newRequest')}</span>
          </Link>
        </>
      }
    >
      <Stack>
        <Face file={file} />
        {file.atHeadquarters.isJoined && (
          <Note tone="info" icon={GitMerge}>
            {file.atHeadquarters.joinedWith.length === 0
              ? t('beneficiaries:joined')
              : t('beneficiaries:joinedWith', {
                  files: listed(file.atHeadquarters.joinedWith, language),
                })}
          </Note>
        )}
        <FileRequests file={file} />
        <KnownParts known={file.known} />
      </Stack>
      <Stack>
        <FilePapers file={file} />
        <PersonHistory beneficiaryId={beneficiaryId} />
      </Stack>
    </Page>
  );
}

function Face({ file }: { readonly file: BeneficiaryFile }) {
  const { t } = useTranslation('beneficiaries');
  const categories = useCategories();
  const category = categories.find(({ value }) => value === file.category)?.label;
  const facts: readonly Fact[] = [
    ...(file.maskedId === null
      ? []
      : [{ id: 'id', term: t('column.id'), value: <Bdi>{file.maskedId}</Bdi> }]),
    ...(file.birthDate === null
      ? []
      : [
          {
            id: 'birth',
            term: t('born'),
            value: <PrintedDateText date={file.birthDate} layout="stack" />,
          },
        ]),
    ...(file.mobile === null
      ? []
      : [{ id: 'mobile', term: t('mobile'), value: <Bdi>{writtenPhone(file.mobile)}</Bdi> }]),
    ...(file.atHeadquarters.fileNo === null
      ? []
      : [{ id: 'file', term: t('fileNo'), value: <Bdi>{file.atHeadquarters.fileNo}</Bdi> }]),
    ...(category === undefined ? [] : [{ id: 'category', term: t('category'), value: category }]),
  ];
  return facts.length === 0 ? null : (
    <Panel title={t('face')}>
      <Facts layout="columns" facts={facts} />
    </Panel>
  );
}
