import { type ClipboardEvent, Fragment, type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import styles from './DateField.module.css';
import {
  type DateParts,
  type DateSegment,
  isSegmentFull,
  padSegment,
  readPastedDate,
  SEGMENT_LENGTH,
  SEGMENTS,
  stepSegment,
} from './date-parts.ts';
import type { FieldWiring } from './Field.tsx';
import { toWesternDigits } from './western-digits.ts';

export interface DateSegmentsProps {
  readonly parts: DateParts;
  readonly onChange: (parts: DateParts) => void;
  /** The hand has left all three boxes. */
  readonly onLeave?: (() => void) | undefined;
  readonly labels: Readonly<Record<DateSegment, string>>;
  readonly placeholders: Readonly<Record<DateSegment, string>>;
  readonly wiring: FieldWiring;
  readonly isReadOnly?: boolean;
}

/** Day, month, year: three boxes that type as one, always left to right. */
export function DateSegments(props: DateSegmentsProps) {
  const { parts, wiring } = props;
  // Moving on to the next box blurs this one before React has drawn the digit just typed: every
  // change therefore starts from what was typed last, not from what was drawn last.
  const latest = useRef(parts);
  useLayoutEffect(() => {
    latest.current = parts;
  }, [parts]);
  const change = (part: Partial<DateParts>) => {
    latest.current = { ...latest.current, ...part };
    props.onChange(latest.current);
  };
  const boxes = useRef<Partial<Record<DateSegment, HTMLInputElement | null>>>({});

  const focus = (segment: DateSegment | undefined) => {
    const box = segment === undefined ? undefined : boxes.current[segment];
    box?.focus();
    box?.select();
  };

  const type = (segment: DateSegment, raw: string) => {
    const whole = readPastedDate(raw);
    if (whole !== null) {
      change(whole);
      focus('year');
      return;
    }
    const western = toWesternDigits(raw);
    const digits = western.replace(/\D/g, '').slice(0, SEGMENT_LENGTH[segment]);
    // A separator says that the box is done; so does a digit after which none can follow.
    const isDone = (/[/.\-\s]$/.test(western) && digits !== '') || isSegmentFull(segment, digits);
    change({ [segment]: isDone ? padSegment(segment, digits) : digits });
    if (isDone) {
      focus(neighbour(segment, 1));
    }
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>, segment: DateSegment) => {
    const box = event.currentTarget;
    const isWholeSelected =
      box.selectionStart === 0 && box.selectionEnd === box.value.length && box.value !== '';
    const isAtStart = box.selectionEnd === 0 || isWholeSelected;
    const isAtEnd = box.selectionStart === box.value.length || isWholeSelected;
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault();
      if (props.isReadOnly !== true) {
        const step = event.key === 'ArrowUp' ? 1 : -1;
        const { calendar, [segment]: text } = latest.current;
        change({ [segment]: stepSegment(segment, text, step, calendar) });
      }
    } else if (event.key === 'ArrowLeft' && isAtStart) {
      event.preventDefault();
      focus(neighbour(segment, -1));
    } else if (event.key === 'ArrowRight' && isAtEnd) {
      event.preventDefault();
      focus(neighbour(segment, 1));
    } else if (event.key === 'Backspace' && box.value === '') {
      event.preventDefault();
      focus(neighbour(segment, -1));
    }
  };

  const onPaste = (event: ClipboardEvent<HTMLInputElement>) => {
    const whole = readPastedDate(event.clipboardData.getData('text'));
    if (whole !== null && props.isReadOnly !== true) {
      event.preventDefault();
      change(whole);
      focus('year');
    }
  };

  return (
    <bdi
      dir="ltr"
      className={styles.typed}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) {
          props.onLeave?.();
        }
      }}
    >
      {SEGMENTS.map((segment, index) => (
        <Fragment key={segment}>
          {index > 0 && (
            <span className={styles.slash} aria-hidden="true">
              /
            </span>
          )}
          <input
            ref={(box) => {
              boxes.current[segment] = box;
            }}
            className={styles.segment}
            data-segment={segment}
            data-focus-first={index === 0 ? '' : undefined}
            inputMode="numeric"
            autoComplete="off"
            aria-label={props.labels[segment]}
            aria-describedby={wiring['aria-describedby']}
            aria-invalid={wiring['aria-invalid']}
            aria-required={wiring['aria-required']}
            placeholder={props.placeholders[segment]}
            readOnly={props.isReadOnly}
            value={parts[segment]}
            onChange={(event) => type(segment, event.currentTarget.value)}
            onKeyDown={(event) => onKeyDown(event, segment)}
            onPaste={onPaste}
            onFocus={(event) => event.currentTarget.select()}
            // Letting go of the mouse would leave a caret between the digits: what is typed next takes
            // the place of the whole box, as it does after Tab.
            onClick={(event) => event.currentTarget.select()}
            onBlur={() => {
              const padded = padSegment(segment, latest.current[segment]);
              if (padded !== latest.current[segment]) {
                change({ [segment]: padded });
              }
            }}
          />
        </Fragment>
      ))}
    </bdi>
  );
}

function neighbour(segment: DateSegment, step: 1 | -1): DateSegment | undefined {
  return SEGMENTS[SEGMENTS.indexOf(segment) + step];
}
