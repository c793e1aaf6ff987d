import type { ReactNode } from 'react';
import styles from './Reading.module.css';

export interface ReadingProps {
  /** The language of the words, when it is not the page's. */
  readonly lang?: string;
  readonly dir?: 'ltr' | 'rtl';
  readonly children: ReactNode;
}

/** Large type for reading aloud together. */
export function Reading({ lang, dir, children }: ReadingProps) {
  return (
    <div className={styles.reading} lang={lang} dir={dir}>
      {children}
    </div>
  );
}

/** One part of the read-through: a small title, then sentences, each a line. */
export function ReadingPart({
  title,
  sentences,
}: {
  readonly title: ReactNode;
  readonly sentences: readonly { readonly id: string; readonly words: ReactNode }[];
}) {
  return (
    <section>
      <h3 className={styles.title}>{title}</h3>
      {sentences.map((sentence) => (
        <p key={sentence.id} id={sentence.id}>
          {sentence.words}
        </p>
      ))}
    </section>
  );
}
