import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { Choice } from '#renderer/components/Choice.tsx';
import { Dialog } from '#renderer/components/Dialog.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import { TextArea } from '#renderer/components/TextArea.tsx';
import type { DeviceListed } from '#shared/contracts/hq/devices.ts';
import { LaptopName } from './LaptopName.tsx';

const LONGEST_REASON = 500;

export interface LaptopReason {
  readonly value: string;
  readonly label: string;
  readonly help: string;
  /** The choice says nothing by itself: words of one's own are needed. */
  readonly needsWords?: true;
}

export interface LaptopReasonDialogProps {
  readonly device: DeviceListed;
  readonly reasons: readonly LaptopReason[];
  readonly words: {
    readonly title: string;
    readonly why: string;
    readonly reasonMissing: string;
    readonly details: string;
    readonly detailsMissing: string;
    /** What follows from it. */
    readonly follows: string;
    readonly now: string;
  };
  readonly buttonKind: 'danger' | 'main';
  readonly isBusy: boolean;
  readonly error: Error | null;
  /** Is handed the reason in words, as it goes on record. */
  readonly onDecide: (reason: string) => void;
  readonly onClose: () => void;
}

/** Something is done with one laptop, for a reason that stays on record. */
export function LaptopReasonDialog(props: LaptopReasonDialogProps) {
  const { device, reasons, words, buttonKind, isBusy, error, onDecide, onClose } = props;
  const { t } = useTranslation('common');
  const formId = useId();
  const [value, setValue] = useState<string | null>(null);
  const [details, setDetails] = useState('');
  const [asked, setAsked] = useState(false);
  const reason = reasons.find((each) => each.value === value);
  const written = details.trim();
  const lacksWords = reason?.needsWords === true && written === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (reason === undefined || lacksWords) return;
    const said = reason.needsWords === true ? [] : [reason.label];
    const whole = [...said, ...(written === '' ? [] : [written])].join(': ');
    onDecide(whole.slice(0, LONGEST_REASON));
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words.title}
      closeLabel={t('close')}
      foot={
        <>
          <Button kind={buttonKind} type="submit" form={formId} busy={isBusy}>
            {words.now}
          </Button>
          <Button onPress={onClose}>{t('cancel')}</Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate>
        <Stack>
          <p>
            <LaptopName device={device} />
          </p>
          <Choice
            label={words.why}
            isRequired
            value={value}
            help={reason?.help}
            options={reasons.map((each) => ({ value: each.value, label: each.label }))}
            onChange={setValue}
            error={asked && reason === undefined ? words.reasonMissing : undefined}
          />
          <TextArea
            label={words.details}
            value={details}
            onChange={setDetails}
            longest={LONGEST_REASON - 100}
            rows={2}
            error={asked && lacksWords ? words.detailsMissing : undefined}
          />
          <Note tone="review">{words.follows}</Note>
          <HqErrorNote error={error} />
        </Stack>
      </form>
    </Dialog>
  );
}
