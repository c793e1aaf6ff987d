import { Upload } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { Button, type ButtonProps } from './Button.tsx';

export interface FileButtonProps
  extends Pick<ButtonProps, 'kind' | 'size' | 'icon' | 'busy' | 'blockedReason'> {
  readonly children: ReactNode;
  /** The name of the hidden input, for whoever reaches it otherwise. */
  readonly label: string;
  /** As `<input accept>` has it. */
  readonly accept: string;
  readonly onFile: (file: File) => void;
}

/** A button that lets a file be chosen; the same file may be chosen again. */
export function FileButton({ children, label, accept, onFile, ...button }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        aria-label={label}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file !== undefined) onFile(file);
        }}
      />
      <Button icon={Upload} {...button} onPress={() => input.current?.click()}>
        {children}
      </Button>
    </>
  );
}
