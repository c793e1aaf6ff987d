import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DeskErrorNote } from '#renderer/access/DeskErrorNote.tsx';
import { useDesk } from '#renderer/access/desk.ts';
import { Button } from '#renderer/components/Button.tsx';
import styles from '#renderer/components/Door.module.css';
import { LinkButton } from '#renderer/components/LinkButton.tsx';
import { RadioCards } from '#renderer/components/RadioCards.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import { clockSecond, dayOf } from '#renderer/language/days.ts';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import { deskErrorOf } from '#renderer/transport/deskClient.ts';
import type { FoundCopy, OpenedCopy } from '#shared/contracts/restore.ts';
import { Door } from './Door.tsx';
import type { CopyKey } from './RestoreDoor.tsx';

const KIBIBYTE = 1024;

const keyOf = ({ place, name }: FoundCopy) => `${place}/${name}`;

/** Which copy, the latest first, and the printed code that opens it. */
export function RestoreCode({
  path,
  copies,
  onBack,
  onOpened,
}: {
  readonly path: string;
  readonly copies: readonly FoundCopy[];
  readonly onBack: () => void;
  readonly onOpened: (key: CopyKey, opened: OpenedCopy) => void;
}) {
  const { t } = useTranslation(['copies', 'session', 'common']);
  const { client } = useDesk();
  const [latest] = copies;
  const [chosen, setChosen] = useState(latest === undefined ? '' : keyOf(latest));
  const [code, setCode] = useState('');
  const open = useMutation({
    mutationFn: (key: CopyKey) => client.restore.open(key),
    onSuccess: (opened, key) => onOpened(key, opened),
  });
  const mistyped = useMistypedGroups(open.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const copy = copies.find((each) => keyOf(each) === chosen);
    if (copy) open.mutate({ path, place: copy.place, name: copy.name, code });
  };
  return (
    <Door title={t('copies:restore.codeTitle')} line={t('copies:restore.codeLine')}>
      <form className={styles.form} onSubmit={submit} noValidate>
        <RadioCards
          label={t('copies:restore.copy')}
          value={chosen}
          onChange={setChosen}
          options={copies.map((copy) => ({
            value: keyOf(copy),
            label: copy.training
              ? t('copies:restore.copyOfTraining')
              : t('copies:restore.copyOf', { branch: copy.branchName, code: copy.branchCode }),
            description: <CopyMark copy={copy} among={copies} />,
          }))}
        />
        <TextField
          label={t('session:recoveryCode')}
          dir="ltr"
          value={code}
          onChange={setCode}
          error={mistyped}
          autoFocus
        />
        <DeskErrorNote error={open.error} />
        <div className={styles.actions}>
          <Button kind="main" type="submit" busy={open.isPending}>
            {t(open.isPending ? 'copies:restore.opening' : 'copies:restore.open')}
          </Button>
          <LinkButton onPress={onBack}>{t('common:back')}</LinkButton>
        </div>
      </form>
    </Door>
  );
}

/** The groups of the printed code that do not check by themselves: which to look at again. */
function useMistypedGroups(error: unknown): string | undefined {
  const { t } = useTranslation('session');
  const language = useLanguage();
  const groups = error === null ? [] : (deskErrorOf(error).data?.groups ?? []);
  if (groups.length === 0) return undefined;
  const names = groups.map((group) => t('recoveryGroup', { number: group + 1 }));
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(names);
}

/** When and, where one folder holds the copies of several laptops, on which; how large its own file is. */
function CopyMark({
  copy,
  among,
}: {
  readonly copy: FoundCopy;
  readonly among: readonly FoundCopy[];
}) {
  const { t } = useTranslation('copies');
  const isOfSeveral = among.some(({ laptop }) => laptop !== copy.laptop);
  return (
    <>
      <DayText day={dayOf(copy.madeAt)} /> · <bdi dir="ltr">{clockSecond(copy.madeAt)}</bdi>
      {isOfSeveral && (
        <>
          {' '}
          · {t('restore.laptop')} <bdi dir="ltr">{copy.laptop}</bdi>
        </>
      )}{' '}
      · {t('restore.size', { size: Math.max(1, Math.round(copy.bytes / KIBIBYTE)) })}
    </>
  );
}
