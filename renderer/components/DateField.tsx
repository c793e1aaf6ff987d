import { Check, ChevronDown } from 'lucide-react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import styles from './DateField.module.css';
import { DateSegments } from './DateSegments.tsx';
import { DualDate } from './DualDate.tsx';
import type { DateCalendar, DateParts, DateSegment } from './date-parts.ts';
import { type DateReading, readDateParts } from './date-reading.ts';
import { Field, type FieldFrameProps } from './Field.tsx';
import { Icon } from './Icon.tsx';
import menuStyles from './Menu.module.css';

export interface DateFieldTexts {
  readonly calendars: Readonly<Record<DateCalendar, string>>;
  readonly eras: Readonly<Record<DateCalendar, string>>;
  readonly calendarMenu: string;
  readonly segments: Readonly<Record<DateSegment, string>>;
  /** Shown in the empty boxes, e.g. `--` or `yyyy`. */
  readonly placeholders: Readonly<Record<DateSegment, string>>;
  /** "corresponding to", before the other calendar. */
  readonly other: string;
}

export interface DateFieldProps extends FieldFrameProps {
  /** What stands in the boxes. Keep all of it: an impossible date must stay visible. */
  readonly parts: DateParts;
  /** `reading` says whether the parts are a date, and in the other calendar which. */
  readonly onChange: (parts: DateParts, reading: DateReading) => void;
  /** The hand has left the field: the moment to explain what is wrong. */
  readonly onLeave?: () => void;
  readonly texts: DateFieldTexts;
  readonly isReadOnly?: boolean;
}

/**
 * A date in the calendar in which it was printed or spoken; the other calendar answers beside it.
 * Changing the calendar keeps the typed digits: it says how they were meant and converts nothing.
 */
export function DateField(props: DateFieldProps) {
  const { parts, texts } = props;
  const reading = readDateParts(parts);
  const otherCalendar = parts.calendar === 'hijri' ? 'gregorian' : 'hijri';
  const change = (next: DateParts) => props.onChange(next, readDateParts(next));
  return (
    <Field {...props} isGroup>
      {(wiring) => (
        <div className={styles.frame}>
          <div
            id={wiring.id}
            role="group"
            aria-labelledby={wiring['aria-labelledby']}
            aria-describedby={wiring['aria-describedby']}
            className={styles.field}
            data-invalid={wiring['aria-invalid']}
            data-read-only={props.isReadOnly === true ? '' : undefined}
          >
            <CalendarMenu
              calendar={parts.calendar}
              texts={texts}
              isReadOnly={props.isReadOnly === true}
              onChange={(calendar) => change({ ...parts, calendar })}
            />
            <DateSegments
              parts={parts}
              onChange={change}
              onLeave={props.onLeave}
              labels={texts.segments}
              placeholders={texts.placeholders}
              wiring={wiring}
              isReadOnly={props.isReadOnly === true}
            />
            <output className={styles.other}>
              {reading.other !== null && (
                <>
                  <span className={styles.otherWord}>{texts.other}</span>
                  <DualDate first={{ text: reading.other, era: texts.eras[otherCalendar] }} />
                </>
              )}
            </output>
          </div>
        </div>
      )}
    </Field>
  );
}

interface CalendarMenuProps {
  readonly calendar: DateCalendar;
  readonly texts: DateFieldTexts;
  readonly isReadOnly: boolean;
  readonly onChange: (calendar: DateCalendar) => void;
}

const CALENDARS = ['hijri', 'gregorian'] as const satisfies readonly DateCalendar[];

function CalendarMenu({ calendar, texts, isReadOnly, onChange }: CalendarMenuProps) {
  return (
    <MenuTrigger>
      <Button
        className={styles.calendar ?? ''}
        isDisabled={isReadOnly}
        aria-label={`${texts.calendarMenu} ${texts.calendars[calendar]}`}
      >
        <span>{texts.calendars[calendar]}</span>
        {!isReadOnly && <Icon of={ChevronDown} size="sm" />}
      </Button>
      <Popover className={menuStyles.popover ?? ''} placement="bottom start" offset={4}>
        <Menu
          className={menuStyles.menu ?? ''}
          aria-label={texts.calendarMenu}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[calendar]}
          onAction={(key) => {
            const chosen = CALENDARS.find((name) => name === key);
            if (chosen !== undefined) {
              onChange(chosen);
            }
          }}
        >
          {CALENDARS.map((name) => (
            <MenuItem
              key={name}
              id={name}
              textValue={texts.calendars[name]}
              className={menuStyles.item ?? ''}
            >
              <span className={menuStyles.words}>{texts.calendars[name]}</span>
              {name === calendar && <Icon of={Check} size="sm" />}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
