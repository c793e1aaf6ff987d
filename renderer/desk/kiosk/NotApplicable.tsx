import styles from './kiosk.module.css';

export interface NotApplicableProps {
  /** Of the group of radios to which it belongs. */
  readonly name: string;
  readonly label: string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

/** The last answer of a scale: that it does not apply. */
export function NotApplicable({ name, label, isChosen, onChoose }: NotApplicableProps) {
  return (
    <label className={styles.other}>
      <input
        type="radio"
        name={name}
        className={styles.input}
        checked={isChosen}
        onChange={onChoose}
      />
      <span>{label}</span>
    </label>
  );
}
