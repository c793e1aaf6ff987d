import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/components/Button.tsx';
import { Row } from '#renderer/components/Page.tsx';
import { TextArea } from '#renderer/components/TextArea.tsx';
import { useFormText, type WrittenForm } from '../study/formText.ts';
import styles from './inquiry.module.css';

export interface InquirySentenceProps {
  /** Where it is kept while it is written, and its field there; here alone without it. */
  readonly kept?: { readonly form: WrittenForm; readonly name: string };
  readonly label: string;
  readonly help?: string;
  readonly confirm: string;
  readonly act: (words: string) => Promise<unknown>;
  readonly errorNote: (error: unknown) => ReactNode;
  /** Looks again at what stands on the screen, also after a refusal. */
  readonly onSettled: () => Promise<unknown>;
  readonly onDone: () => void;
}

const LONGEST = 2000;

/** One sentence of a thread; a refusal stays in it with all that was written. */
export function InquirySentence(props: InquirySentenceProps) {
  const { t } = useTranslation('waiting');
  const own = useFormText();
  const { form, name } = props.kept ?? { form: own, name: 'words' };
  const [tried, setTried] = useState(false);
  const act = useMutation({
    mutationFn: async (words: string) => {
      await form.flush();
      await props.act(words);
    },
    onSuccess: () => {
      form.forget();
      props.onDone();
    },
    onSettled: props.onSettled,
  });
  const said = form.text(name).trim();
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (said !== '' && said.length <= LONGEST && !act.isPending) act.mutate(said);
      }}
    >
      {props.errorNote(act.error)}
      <TextArea
        label={props.label}
        {...(props.help === undefined ? {} : { help: props.help })}
        isRequired
        longest={LONGEST}
        error={tried && said === '' ? t('needed') : undefined}
        value={form.text(name)}
        onChange={(words) => form.set(name, words)}
      />
      <Row>
        <Button type="submit" kind="main" busy={act.isPending}>
          {props.confirm}
        </Button>
        <Button kind="quiet" onPress={props.onDone}>
          {t('cancel')}
        </Button>
      </Row>
    </form>
  );
}
