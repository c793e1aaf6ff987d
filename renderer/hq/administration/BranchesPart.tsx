import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Landmark, Plus } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useHqMay } from '#renderer/access/hq/status.ts';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { DataTable } from '#renderer/components/DataTable.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { Fields } from '#renderer/components/Field.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { Skeleton } from '#renderer/components/Skeleton.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import { BranchCode } from '#shared/contracts/session.ts';
import styles from './administration.module.css';

/** The branches of the association. A laptop with a new code brings its branch along. */
export function BranchesPart() {
  const { t } = useTranslation(['hqAdministration', 'common']);
  const { queries } = useHq();
  const list = useQuery(queries.devices.branches.queryOptions());
  const mayAdd = useHqMay('devices.administer');
  const branches = list.data?.branches ?? [];
  return (
    <div className={styles.sides}>
      <Panel
        title={t('hqAdministration:part.branches')}
        note={t('hqAdministration:branchCount', { count: branches.length })}
        body="flush"
      >
        <HqErrorNote error={list.error} />
        {list.isPending ? (
          <Skeleton label={t('common:loading')} />
        ) : (
          <DataTable
            caption={t('hqAdministration:part.branches')}
            rows={branches}
            rowId={({ branchOfficeId }) => branchOfficeId}
            empty={
              <EmptyState icon={Landmark} title={t('hqAdministration:noBranches')}>
                {t('hqAdministration:noBranchesHelp')}
              </EmptyState>
            }
            columns={[
              {
                id: 'name',
                head: t('hqAdministration:branchName'),
                isRowName: true,
                cell: ({ name }) => name,
              },
              {
                id: 'code',
                head: t('hqAdministration:branchCode'),
                cell: ({ code }) => <Bdi>{code}</Bdi>,
              },
              {
                id: 'laptops',
                head: t('hqAdministration:laptopsInUse'),
                isFigure: true,
                cell: ({ laptops }) => <Bdi>{laptops}</Bdi>,
              },
            ]}
          />
        )}
      </Panel>
      {mayAdd && <AddBranch />}
    </div>
  );
}

function AddBranch() {
  const { t } = useTranslation(['hqAdministration', 'session']);
  const { queries } = useHq();
  const cache = useQueryClient();
  const [name, setName] = useState('');
  const [code, setCode] = useState('');
  const [asked, setAsked] = useState(false);
  const [added, setAdded] = useState<string | null>(null);
  const add = useMutation(
    queries.devices.addBranch.mutationOptions({
      onSuccess: async (branch) => {
        setName('');
        setCode('');
        setAsked(false);
        setAdded(branch.name);
        await cache.invalidateQueries({ queryKey: queries.devices.branches.key() });
      },
    }),
  );
  const parsed = BranchCode.safeParse(code);
  const trimmed = name.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    setAdded(null);
    if (trimmed.length >= 2 && parsed.success) add.mutate({ name: trimmed, code: parsed.data });
  };
  return (
    <Panel title={t('hqAdministration:addBranch')} note={t('hqAdministration:addBranchNote')}>
      <form className={styles.form} onSubmit={submit} noValidate>
        <Fields>
          <TextField
            span={12}
            label={t('hqAdministration:branchName')}
            help={t('session:branchNameHelp')}
            value={name}
            onChange={setName}
            error={asked && trimmed.length < 2 ? t('session:tooShort') : undefined}
          />
          <TextField
            span={12}
            dir="ltr"
            label={t('hqAdministration:branchCode')}
            help={t('hqAdministration:branchCodeHelp')}
            value={code}
            onChange={setCode}
            error={asked && !parsed.success ? t('session:branchCodeError') : undefined}
          />
        </Fields>
        <HqErrorNote error={add.error} />
        {added !== null && (
          <Note tone="ok" live="status">
            {t('hqAdministration:branchAdded', { name: added })}
          </Note>
        )}
        <div>
          <Button type="submit" icon={Plus} busy={add.isPending}>
            {t('hqAdministration:addBranchNow')}
          </Button>
        </div>
      </form>
    </Panel>
  );
}
