import { useMutation } from '@tanstack/react-query';
import {
  ArrowRight,
  GraduationCap,
  HardDriveUpload,
  Landmark,
  type LucideIcon,
} from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DeskErrorNote } from '#renderer/access/DeskErrorNote.tsx';
import { useDesk } from '#renderer/access/desk.ts';
import { NewPasswordFields } from '#renderer/access/NewPasswordFields.tsx';
import { useRestoreWay } from '#renderer/access/restoreWay.ts';
import { useTakeStatus } from '#renderer/access/status.ts';
import { Button } from '#renderer/components/Button.tsx';
import styles from '#renderer/components/Door.module.css';
import { Icon } from '#renderer/components/Icon.tsx';
import { LinkButton } from '#renderer/components/LinkButton.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import { useNewPassword } from '#renderer/components/use-new-password.ts';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import { BranchCode, SHORTEST_PASSWORD } from '#shared/contracts/session.ts';
import { Door } from './Door.tsx';

const SHORTEST_NAME = 2;

/** A new laptop: a branch of its own in under a minute, or the training office at once. */
export function FirstRun() {
  const [way, setWay] = useState<'choose' | 'branch'>('choose');
  return way === 'choose' ? (
    <ChooseWay onBranch={() => setWay('branch')} />
  ) : (
    <BranchForm onBack={() => setWay('choose')} />
  );
}

function useFound() {
  const { queries } = useDesk();
  return useMutation(queries.session.found.mutationOptions({ onSuccess: useTakeStatus() }));
}

function ChooseWay({ onBranch }: { readonly onBranch: () => void }) {
  const { t } = useTranslation(['session', 'copies']);
  const language = useLanguage();
  const found = useFound();
  const restore = useRestoreWay();
  return (
    <Door title={t('session:welcomeTitle')} line={t('session:welcomeLine')}>
      <div className={styles.ways}>
        <Way
          icon={Landmark}
          title={t('session:startBranch')}
          help={t('session:startBranchHelp')}
          onPress={onBranch}
        />
        <Way
          icon={GraduationCap}
          title={t('session:startTraining')}
          help={found.isPending ? t('session:creating') : t('session:startTrainingHelp')}
          busy={found.isPending}
          onPress={() => found.mutate({ kind: 'training', language })}
        />
        <Way
          icon={HardDriveUpload}
          title={t('copies:restore.way')}
          help={t('copies:restore.wayHelp')}
          onPress={restore}
        />
        <DeskErrorNote error={found.error} />
      </div>
    </Door>
  );
}

interface WayProps {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly help: string;
  readonly busy?: boolean;
  readonly onPress: () => void;
}

function Way({ icon, title, help, busy = false, onPress }: WayProps) {
  return (
    <button
      type="button"
      className={styles.way}
      aria-busy={busy}
      onClick={() => {
        if (!busy) onPress();
      }}
    >
      <Icon of={icon} size="lg" tone="brand" />
      <span>
        <span className={styles.wayTitle}>{title}</span>
        <span className={styles.wayHelp}>{help}</span>
      </span>
      <Icon of={ArrowRight} flow />
    </button>
  );
}

function BranchForm({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation(['session', 'errors', 'common']);
  const language = useLanguage();
  const found = useFound();
  const [form, setForm] = useState({
    branchName: '',
    branchCode: '',
    personName: '',
  });
  const password = useNewPassword(SHORTEST_PASSWORD);
  const [asked, setAsked] = useState(false);
  const set = (part: keyof typeof form) => (text: string) => setForm({ ...form, [part]: text });
  const code = BranchCode.safeParse(form.branchCode);
  const problems = {
    branchName: form.branchName.trim().length < SHORTEST_NAME ? t('session:tooShort') : undefined,
    branchCode: code.success ? undefined : t('session:branchCodeError'),
    personName: form.personName.trim().length < SHORTEST_NAME ? t('session:tooShort') : undefined,
    password: password.isLongEnough ? undefined : t('errors:passwordTooShort'),
    again: password.isSame ? undefined : t('session:passwordDiffers'),
  };
  const shown = (problem: string | undefined) => (asked ? problem : undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    const wrong = Object.entries(problems).find(([, problem]) => problem !== undefined);
    if (wrong !== undefined || !code.success) {
      document.getElementById(`first-${wrong?.[0] ?? ''}`)?.focus();
      return;
    }
    found.mutate({
      kind: 'branch',
      language,
      branchName: form.branchName,
      branchCode: code.data,
      personName: form.personName,
      password: password.text,
    });
  };
  return (
    <Door title={t('session:branchTitle')} line={t('session:startBranchHelp')}>
      <form className={styles.form} onSubmit={submit} noValidate>
        <div className={styles.pair}>
          <TextField
            id="first-branchName"
            label={t('session:branchName')}
            help={t('session:branchNameHelp')}
            error={shown(problems.branchName)}
            value={form.branchName}
            onChange={set('branchName')}
            autoFocus
          />
          <TextField
            id="first-branchCode"
            label={t('session:branchCode')}
            help={t('session:branchCodeHelp')}
            error={shown(problems.branchCode)}
            dir="ltr"
            value={form.branchCode}
            onChange={set('branchCode')}
          />
        </div>
        <TextField
          id="first-personName"
          label={t('session:personName')}
          help={t('session:personNameHelp')}
          error={shown(problems.personName)}
          value={form.personName}
          onChange={set('personName')}
        />
        <NewPasswordFields
          id="first"
          password={password}
          asked={asked}
          label={t('session:password')}
          help={t('session:passwordHelp')}
          tooShort={t('errors:passwordTooShort')}
        />
        <DeskErrorNote error={found.error} />
        <div className={styles.actions}>
          <Button kind="main" type="submit" busy={found.isPending}>
            {found.isPending ? t('session:creating') : t('session:create')}
          </Button>
          <LinkButton onPress={onBack}>{t('common:back')}</LinkButton>
        </div>
      </form>
    </Door>
  );
}
