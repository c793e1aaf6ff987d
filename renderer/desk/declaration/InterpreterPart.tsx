import { useTranslation } from 'react-i18next';
import type { OpenCase } from '#renderer/access/caseFile.ts';
import { useTexts } from '#renderer/access/reference.ts';
import { Checkbox } from '#renderer/components/Checkbox.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import { answeredText } from '#shared/domain/case/whoSigns.ts';
import { interpreterStatement } from '#shared/domain/texts/textLibrary.ts';
import { DrawnPad } from './DrawnPad.tsx';
import type { SigningGap } from './signingForm.ts';
import type { SigningUnderWay } from './useSigning.ts';

export interface InterpreterPartProps {
  readonly open: OpenCase;
  readonly signing: SigningUnderWay;
  readonly gap: SigningGap | null;
}

/** Who carried it into the person's language: their name, their word for it, and a signature if they wish. */
export function InterpreterPart({ open, signing, gap }: InterpreterPartProps) {
  const { t } = useTranslation('declaration');
  const screen = useLanguage();
  const texts = useTexts();
  const { form, change } = signing;
  const { interpreter } = form;
  const set = (part: Partial<typeof interpreter>) =>
    change({ interpreter: { ...interpreter, ...part } });
  const code = answeredText(open.state, 'interpreterLanguage') ?? '';
  const field = open.rules.questionnaire.fieldByName.get('interpreterLanguage');
  const language = field?.choiceList?.byName.get(code)?.label[screen] ?? code;
  return (
    <Panel title={t('interpreter')} note={t('interpreterNote', { language })} compact>
      <Stack gap={3}>
        <TextField
          label={t('interpreterName')}
          size="lg"
          isRequired
          error={gap === 'interpreterMissing' ? t('gap.interpreterMissing') : undefined}
          value={interpreter.name}
          onChange={(name) => set({ name })}
        />
        <Checkbox
          size="lg"
          isRequired
          isInvalid={gap === 'interpreterUnaffirmed'}
          isChecked={interpreter.affirmed}
          onChange={(affirmed) => set({ affirmed })}
          label={interpreterStatement(texts, screen, language)}
          {...(gap === 'interpreterUnaffirmed'
            ? { description: t('gap.interpreterUnaffirmed') }
            : {})}
        />
        {form.level === 'handwrittenOnScreen' ? (
          <DrawnPad
            open={open}
            signing={signing}
            owner="interpreter"
            label={t('interpreterPad')}
            hint={t('padHint')}
            error={undefined}
          />
        ) : (
          <p>{t('signsOnPaper')}</p>
        )}
      </Stack>
    </Panel>
  );
}
