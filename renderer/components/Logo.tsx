import styles from './Logo.module.css';

export interface LogoProps {
  /** `rail` on the dark rail (bright gold), `page` on paper (gold that stands on white). */
  readonly on?: 'rail' | 'page';
  readonly label?: string;
}

/** The bowl of the rifada, the meal offered to pilgrims. It fills the inline size of its parent. */
export function Logo({ on = 'page', label }: LogoProps) {
  return (
    <svg
      viewBox="0 0 40 40"
      fill="none"
      className={styles[on]}
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      <path d="M6 19h28a14 14 0 0 1-28 0Z" fill="currentColor" />
      <path d="M14 36.5h12" stroke="currentColor" strokeWidth="3" strokeLinecap="round" />
      <circle cx="20" cy="9" r="4" className={styles.grain} />
    </svg>
  );
}
