import { type ReactNode, useState } from 'react';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { Stack } from './Page.tsx';
import { TextArea } from './TextArea.tsx';

/** The box for the sentence; left out where nothing has to be said. */
export interface SentenceAsked {
  readonly label: string;
  readonly help?: string | undefined;
  readonly longest?: number | undefined;
  /** Said when it was left empty. */
  readonly missing: string;
}

export interface SentenceDialogProps {
  readonly title: string;
  /** What follows from it. */
  readonly children?: ReactNode;
  readonly sentence: SentenceAsked | null;
  readonly words: { readonly close: string; readonly confirm: string; readonly cancel: string };
  readonly isBusy: boolean;
  /** What refused it; stays with all that was written. */
  readonly refusal: ReactNode;
  /** Is handed the sentence without spaces around it; empty where none was asked for. */
  readonly onSay: (sentence: string) => void;
  readonly onClose: () => void;
}

const LONGEST = 2000;

/** A deed that needs a sentence, which stays on record. */
export function SentenceDialog(props: SentenceDialogProps) {
  const { sentence, words } = props;
  const [written, setWritten] = useState('');
  const [isMissing, setMissing] = useState(false);
  const submit = () => {
    const said = written.trim();
    if (sentence !== null && said === '') setMissing(true);
    else props.onSay(said);
  };
  return (
    <Dialog
      isOpen
      onClose={props.onClose}
      title={props.title}
      closeLabel={words.close}
      foot={
        <>
          <Button kind="main" busy={props.isBusy} onPress={submit}>
            {words.confirm}
          </Button>
          <Button onPress={props.onClose}>{words.cancel}</Button>
        </>
      }
    >
      <Stack gap={3}>
        {props.children}
        {sentence !== null && (
          <TextArea
            label={sentence.label}
            help={sentence.help}
            isRequired
            rows={3}
            longest={sentence.longest ?? LONGEST}
            value={written}
            onChange={(text) => {
              setWritten(text);
              setMissing(false);
            }}
            error={isMissing ? sentence.missing : undefined}
          />
        )}
        {props.refusal}
      </Stack>
    </Dialog>
  );
}
