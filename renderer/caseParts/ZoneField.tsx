import { useRef } from 'react';
import { TextArea, type TextAreaProps } from '#renderer/components/TextArea.tsx';
import { toWesternDigits } from '#renderer/components/western-digits.ts';
import { afterKey, afterPaste, entryOf, NOTHING_ENTERED, type ZoneEntry } from './zoneEntry.ts';

export interface ZoneFieldProps extends Omit<TextAreaProps, 'ref' | 'dir' | 'lang' | 'rows'> {
  /** Told before every change how the lines are being entered. */
  readonly onEntered?: ((entry: ZoneEntry) => void) | undefined;
}

/** Two or three lines of a machine-readable zone: capitals and ASCII digits, left to right. */
export function ZoneField({ onEntered, onChange, ...props }: ZoneFieldProps) {
  const box = useRef<HTMLTextAreaElement>(null);
  const watch = useRef(NOTHING_ENTERED);
  return (
    <TextArea
      {...props}
      ref={box}
      dir="ltr"
      lang="en"
      rows={3}
      isMonospaced
      onPaste={() => {
        watch.current = afterPaste(watch.current);
      }}
      onKeyDown={(event) => {
        // A key that is held down repeats fast, and is still a hand.
        const isEntry = event.key.length === 1 || event.key === 'Enter';
        if (isEntry && !event.repeat && !event.ctrlKey && !event.metaKey) {
          watch.current = afterKey(watch.current, event.timeStamp);
        }
      }}
      onChange={(text) => {
        const written = zoneTyped(text);
        keepCaret(box.current, written);
        if (written.trim() === '') watch.current = NOTHING_ENTERED;
        else onEntered?.(entryOf(watch.current));
        onChange(written);
      }}
    />
  );
}

/** Line ends stay: a reader ends its lines with them, some with two. */
function zoneTyped(text: string): string {
  return toWesternDigits(text)
    .toUpperCase()
    .replace(/[\r\n]+/g, '\n');
}

/** The browser moves the caret to the end when a box is given another text than was typed into it. */
function keepCaret(box: HTMLTextAreaElement | null, text: string): void {
  if (box === null || box.value === text) return;
  const caret = box.selectionStart - (box.value.length - text.length);
  box.value = text;
  box.setSelectionRange(caret, caret);
}
