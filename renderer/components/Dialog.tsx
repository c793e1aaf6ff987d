import { X } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button } from './Button.tsx';
import { classNames } from './class-names.ts';
import styles from './Dialog.module.css';
import { IconButton } from './IconButton.tsx';

export interface DialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  readonly children?: ReactNode;
  /** The buttons, main one first. */
  readonly foot?: ReactNode;
  /** Names the cross at the head; without it there is no cross (Escape still closes). */
  readonly closeLabel?: string;
  /** `alert` must be answered: a press outside does not close it. */
  readonly role?: 'dialog' | 'alertdialog';
  readonly width?: 'md' | 'lg';
}

export function Dialog(props: DialogProps) {
  const isAlert = props.role === 'alertdialog';
  // A press beside it closes it, but not over what somebody has written in it.
  const isWritten = useRef(false);
  return (
    <ModalOverlay
      className={styles.scrim ?? ''}
      isOpen={props.isOpen}
      isDismissable={!isAlert}
      shouldCloseOnInteractOutside={() => !isWritten.current}
      onOpenChange={(isOpen) => {
        if (!isOpen) {
          props.onClose();
        }
      }}
    >
      <Modal className={classNames(styles.modal, props.width === 'lg' && styles.wide)}>
        <AriaDialog className={styles.dialog ?? ''} role={props.role ?? 'dialog'}>
          <div className={styles.head}>
            <Heading slot="title" className={styles.title ?? ''}>
              {props.title}
            </Heading>
            {props.closeLabel !== undefined && (
              <IconButton icon={X} label={props.closeLabel} onPress={props.onClose} />
            )}
          </div>
          {props.children !== undefined && (
            <div
              className={styles.body}
              onInput={() => {
                isWritten.current = true;
              }}
            >
              {props.children}
            </div>
          )}
          {props.foot !== undefined && <div className={styles.foot}>{props.foot}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

export interface ConfirmDialogProps {
  readonly isOpen: boolean;
  readonly title: ReactNode;
  /** What follows from it, and what stays. */
  readonly children: ReactNode;
  readonly confirmLabel: string;
  readonly cancelLabel: string;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
  /** The deed cannot be taken back: the button is red-lined instead of filled. */
  readonly isDangerous?: boolean;
  readonly busy?: boolean;
}

export function ConfirmDialog(props: ConfirmDialogProps) {
  return (
    <Dialog
      isOpen={props.isOpen}
      onClose={props.onCancel}
      role="alertdialog"
      title={props.title}
      foot={
        <>
          <Button
            kind={props.isDangerous === true ? 'danger' : 'main'}
            onPress={props.onConfirm}
            busy={props.busy ?? false}
          >
            {props.confirmLabel}
          </Button>
          <Button onPress={props.onCancel} autoFocus>
            {props.cancelLabel}
          </Button>
        </>
      }
    >
      {props.children}
    </Dialog>
  );
}
