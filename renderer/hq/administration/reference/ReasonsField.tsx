import { Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/components/Button.tsx';
import { Checkbox } from '#renderer/components/Checkbox.tsx';
import { DataTable } from '#renderer/components/DataTable.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import { VisuallyHidden } from '#renderer/components/VisuallyHidden.tsx';
import styles from './reference.module.css';
import type { SettingsFieldsProps } from './SettingsPanel.tsx';
import { codeOf, type ReasonDraft } from './settingsDraft.ts';

/** Why an item may be rejected, in the words that the beneficiary hears. A reason is never taken away. */
export function ReasonsField({ draft, change, isReadOnly, faultAt }: SettingsFieldsProps) {
  const { t } = useTranslation('reference');
  const { reasons } = draft;
  const put = (at: number, part: Partial<ReasonDraft>) =>
    change({
      reasons: reasons.map((each, index) => (index === at ? renamed({ ...each, ...part }) : each)),
    });
  /** A new reason takes its code from its English words until it is published. */
  const renamed = (reason: ReasonDraft): ReasonDraft => {
    if (!reason.isNew) return reason;
    const others = reasons.filter(({ code }) => code !== reason.code).map(({ code }) => code);
    return { ...reason, code: codeOf(reason.en, others) };
  };
  const add = () => {
    const code = codeOf(
      '',
      reasons.map((each) => each.code),
    );
    change({ reasons: [...reasons, { code, offered: true, ar: '', en: '', isNew: true }] });
  };
  const fault = faultAt('rejectionReasons');
  const rows = reasons.map((reason, at) => ({ ...reason, at }));
  type Shown = (typeof rows)[number];
  const box = (reason: Shown, language: 'ar' | 'en') => (
    <TextField
      label={
        <VisuallyHidden>
          {t(language === 'ar' ? 'arabicOf' : 'englishOf', { number: reason.at + 1 })}
        </VisuallyHidden>
      }
      dir={language === 'ar' ? 'rtl' : 'ltr'}
      lang={language}
      isReadOnly={isReadOnly}
      value={reason[language]}
      onChange={(text) => put(reason.at, { [language]: text })}
      error={faultAt(`rejectionReasons.${reason.at}.words.${language}`)}
    />
  );
  return (
    <fieldset className={styles.group}>
      <legend>{t('reasons')}</legend>
      <Stack gap={3}>
        {fault !== undefined && <Note tone="stop">{fault}</Note>}
        <DataTable
          caption={t('reasons')}
          isDense
          rows={rows}
          rowId={({ at }) => String(at)}
          columns={[
            {
              id: 'ar',
              head: t('arabicWords'),
              isRowName: true,
              cell: (reason) => box(reason, 'ar'),
            },
            { id: 'en', head: t('englishWords'), cell: (reason) => box(reason, 'en') },
            {
              id: 'offered',
              head: t('offered'),
              isTight: true,
              cell: (reason) => (
                <Checkbox
                  label={t('offered')}
                  isBlocked={isReadOnly}
                  isChecked={reason.offered}
                  onChange={(offered) => put(reason.at, { offered })}
                />
              ),
            },
            ...(isReadOnly
              ? []
              : [
                  {
                    id: 'act',
                    head: t('remove'),
                    isHeadHidden: true,
                    isTight: true,
                    cell: ({ at, isNew }: Shown) =>
                      isNew && (
                        <Button
                          size="sm"
                          kind="quiet"
                          icon={Trash2}
                          onPress={() =>
                            change({ reasons: reasons.filter((_, index) => index !== at) })
                          }
                        >
                          {t('remove')}
                        </Button>
                      ),
                  },
                ]),
          ]}
        />
        {!isReadOnly && (
          <div>
            <Button icon={Plus} onPress={add}>
              {t('addReason')}
            </Button>
          </div>
        )}
      </Stack>
    </fieldset>
  );
}
