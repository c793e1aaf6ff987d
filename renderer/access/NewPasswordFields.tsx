import { useTranslation } from 'react-i18next';
import { PasswordField, type PasswordFieldProps } from '#renderer/components/PasswordField.tsx';
import type { NewPassword } from '#renderer/components/use-new-password.ts';

export interface NewPasswordFieldsProps {
  readonly password: NewPassword;
  /** The form was sent once: what is wrong is said. */
  readonly asked: boolean;
  readonly label: string;
  readonly help?: string;
  /** What is said of one that is too short: desk and headquarters want other lengths. */
  readonly tooShort: string;
  readonly span?: PasswordFieldProps['span'];
  /** Begins the ids of both fields: `…-password`, `…-again`. */
  readonly id?: string;
}

/** A new password, typed twice. */
export function NewPasswordFields(props: NewPasswordFieldsProps) {
  const { password, asked, label, help, tooShort, span, id } = props;
  const { t } = useTranslation('session');
  const shared = {
    ...(span === undefined ? {} : { span }),
    autoComplete: 'new-password',
    showLabel: t('showPassword'),
    hideLabel: t('hidePassword'),
  } as const;
  return (
    <>
      <PasswordField
        {...shared}
        {...(id === undefined ? {} : { id: `${id}-password` })}
        label={label}
        {...(help === undefined ? {} : { help })}
        error={asked && !password.isLongEnough ? tooShort : undefined}
        value={password.text}
        onChange={password.setText}
      />
      <PasswordField
        {...shared}
        {...(id === undefined ? {} : { id: `${id}-again` })}
        label={t('passwordAgain')}
        error={asked && !password.isSame ? t('passwordDiffers') : undefined}
        value={password.again}
        onChange={password.setAgain}
      />
    </>
  );
}
