import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import type { FieldFrameProps } from './Field.tsx';
import { IconButton } from './IconButton.tsx';
import { TextField } from './TextField.tsx';

export interface PasswordFieldProps extends FieldFrameProps {
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** What the eye does, in words: show what was typed, or hide it again. */
  readonly showLabel: string;
  readonly hideLabel: string;
  readonly autoComplete?: 'new-password' | 'current-password';
  readonly autoFocus?: boolean;
}

/** A password behind dots; the eye at its end shows it for as long as it stands on the screen. */
export function PasswordField({ showLabel, hideLabel, ...props }: PasswordFieldProps) {
  const [isShown, setShown] = useState(false);
  return (
    <TextField
      {...props}
      type={isShown ? 'text' : 'password'}
      // Hidden it is read nowhere; shown, Arabic and Latin words each stand in their own direction.
      dir={isShown ? 'auto' : 'ltr'}
      suffix={
        <IconButton
          icon={isShown ? EyeOff : Eye}
          label={isShown ? hideLabel : showLabel}
          onPress={() => setShown(!isShown)}
        />
      }
    />
  );
}
