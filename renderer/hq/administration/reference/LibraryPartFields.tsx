import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/components/Button.tsx';
import { Fields } from '#renderer/components/Field.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import { TextArea } from '#renderer/components/TextArea.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import type { PageFault, TypedPart } from './libraryPageDraft.ts';
import styles from './reference.module.css';

export interface LibraryPartFieldsProps {
  readonly part: TypedPart;
  /** Counts from 0. */
  readonly at: number;
  /** The only part of a question: its answer, without a heading. */
  readonly isAnswer: boolean;
  readonly faults: readonly PageFault[];
  readonly onChange: (part: Partial<TypedPart>) => void;
  /** Null for the last part that is left. */
  readonly onRemove: (() => void) | null;
}

/** Heading and paragraphs of one part of a page, both languages beside each other. */
export function LibraryPartFields(props: LibraryPartFieldsProps) {
  const { part, at, isAnswer, faults, onChange, onRemove } = props;
  const { t } = useTranslation('reference');
  const number = at + 1;
  const headingFault = (language: 'ar' | 'en') => {
    const found = faults.find(({ path }) => path === `parts.${at}.heading.${language}`)?.fault;
    return found === undefined ? undefined : t(`fault.${found.code}`, { detail: found.detail });
  };
  const textFaults = (language: 'ar' | 'en') => {
    const lines = `parts.${at}.lines`;
    const sentences = faults.flatMap(({ path, fault: { code, detail } }) => {
      const what = t(`fault.${code}`, { detail });
      if (path === lines) return [what];
      const [line, where] = path.startsWith(`${lines}.`)
        ? path.slice(lines.length + 1).split('.')
        : [];
      return where === language ? [t('library.inPart', { number: Number(line) + 1, what })] : [];
    });
    return sentences.length === 0 ? undefined : sentences.join(' ');
  };
  const hasHeading = !isAnswer || part.headingAr !== '' || part.headingEn !== '';
  return (
    <fieldset className={styles.group}>
      <legend>{isAnswer ? t('library.answer') : t('library.part', { number })}</legend>
      <Stack gap={3}>
        <Fields>
          {hasHeading && (
            <>
              <TextField
                span={6}
                dir="rtl"
                lang="ar"
                label={t('library.headingAr', { number })}
                help={t('library.headingHelp')}
                value={part.headingAr}
                onChange={(headingAr) => onChange({ headingAr })}
                error={headingFault('ar')}
              />
              <TextField
                span={6}
                dir="ltr"
                lang="en"
                label={t('library.headingEn', { number })}
                value={part.headingEn}
                onChange={(headingEn) => onChange({ headingEn })}
                error={headingFault('en')}
              />
            </>
          )}
          <TextArea
            span={6}
            dir="rtl"
            lang="ar"
            rows={5}
            isRequired
            label={t(isAnswer ? 'library.answerAr' : 'library.textAr', { number })}
            help={t('library.textHelp')}
            value={part.ar}
            onChange={(ar) => onChange({ ar })}
            error={textFaults('ar')}
          />
          <TextArea
            span={6}
            dir="ltr"
            lang="en"
            rows={5}
            isRequired
            label={t(isAnswer ? 'library.answerEn' : 'library.textEn', { number })}
            value={part.en}
            onChange={(en) => onChange({ en })}
            error={textFaults('en')}
          />
        </Fields>
        {onRemove !== null && (
          <div>
            <Button size="sm" kind="quiet" icon={Trash2} onPress={onRemove}>
              {t('library.removePart', { number })}
            </Button>
          </div>
        )}
      </Stack>
    </fieldset>
  );
}
