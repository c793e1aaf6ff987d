import { CircleQuestionMark, CircleSlash, Ellipsis, type LucideIcon, Minus } from 'lucide-react';
import { useId, useState } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { Icon } from './Icon.tsx';
import { Key } from './Key.tsx';
import styles from './Menu.module.css';
import { VisuallyHidden } from './VisuallyHidden.tsx';
import { toWesternDigits } from './western-digits.ts';

export interface NonAnswerOption {
  readonly code: string;
  readonly label: string;
  /** Shorter words for the chip; `label` without it. */
  readonly chip?: string;
}

export interface NonAnswer {
  /** The name of the "…" button; the field's label is read before it. */
  readonly menuLabel: string;
  /** At most three, chosen by the digits 1 to 3. */
  readonly options: readonly NonAnswerOption[];
  readonly onChoose: (code: string) => void;
  /** Present when the field holds a non-answer instead of a value. */
  readonly coded?: { readonly code: string; readonly reason: string } | undefined;
  readonly reasonLabel: string;
  readonly onReason: (reason: string) => void;
  /** The word of the link that goes back to giving an answer. */
  readonly changeLabel: string;
  readonly onClear: () => void;
}

const GLYPHS: readonly LucideIcon[] = [CircleSlash, CircleQuestionMark, Minus];

/** Refused, unknown, does not apply: each code keeps the glyph of its place in the list. */
export function nonAnswerGlyph(index: number): LucideIcon {
  return GLYPHS[index] ?? Minus;
}

export function NonAnswerMenu({
  nonAnswer,
  fieldLabelId,
}: {
  readonly nonAnswer: NonAnswer;
  readonly fieldLabelId: string;
}) {
  const [isOpen, setOpen] = useState(false);
  const nameId = useId();
  // Choosing takes this button away, and the closing menu would hand the focus to whatever stands
  // next. So the menu first gives the focus back here (it does so in the next frame), then the answer
  // is handed over and the box for the reason takes it.
  const choose = (code: string) => {
    setOpen(false);
    requestAnimationFrame(() => requestAnimationFrame(() => nonAnswer.onChoose(code)));
  };
  return (
    <MenuTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button className={styles.dots ?? ''} aria-labelledby={`${fieldLabelId} ${nameId}`}>
        <Icon of={Ellipsis} size="sm" />
        <VisuallyHidden id={nameId}>{nonAnswer.menuLabel}</VisuallyHidden>
      </Button>
      <Popover className={styles.popover ?? ''} placement="bottom end" offset={4}>
        <div
          onKeyDownCapture={(event) => {
            const option = nonAnswer.options[Number(toWesternDigits(event.key)) - 1];
            if (option !== undefined) {
              event.preventDefault();
              event.stopPropagation();
              choose(option.code);
            }
          }}
        >
          <Menu
            className={styles.menu ?? ''}
            aria-label={nonAnswer.menuLabel}
            onAction={(key) => choose(String(key))}
          >
            {nonAnswer.options.map((option, index) => (
              <MenuItem
                key={option.code}
                id={option.code}
                textValue={option.label}
                className={styles.item ?? ''}
              >
                <Icon of={nonAnswerGlyph(index)} size="sm" />
                <span className={styles.words}>{option.label}</span>
                <Key>{String(index + 1)}</Key>
              </MenuItem>
            ))}
          </Menu>
        </div>
      </Popover>
    </MenuTrigger>
  );
}
