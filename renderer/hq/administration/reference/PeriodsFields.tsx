import { useTranslation } from 'react-i18next';
import { Choice } from '#renderer/components/Choice.tsx';
import { Fields } from '#renderer/components/Field.tsx';
import { NumberField } from '#renderer/components/NumericFields.tsx';
import { RegistrationPlace } from '#shared/domain/settings/caseTerms.ts';
import styles from './reference.module.css';
import type { SettingsFieldsProps } from './SettingsPanel.tsx';
import { PERIODS } from './settingsDraft.ts';

/** How long everything takes, where the registration stands, and how many decide. */
export function PeriodsFields({ draft, change, isReadOnly, faultAt }: SettingsFieldsProps) {
  const { t } = useTranslation('reference');
  const [first, second] = draft.reminders;
  const reminderFault = faultAt('periods.lapseReminderDays');
  return (
    <>
      <fieldset className={styles.group}>
        <legend>{t('periods')}</legend>
        <Fields>
          {PERIODS.map((name) => (
            <NumberField
              key={name}
              span={4}
              label={t(`period.${name}`)}
              help={t(`periodHelp.${name}`)}
              unit={t(name === 'complaintAnswerWorkingDays' ? 'workingDays' : 'days')}
              isReadOnly={isReadOnly}
              value={draft.periods[name]}
              onChange={(text) => change({ periods: { ...draft.periods, [name]: text } })}
              error={faultAt(`periods.${name}`)}
            />
          ))}
          <NumberField
            span={4}
            label={t('firstReminder')}
            help={t('remindersHelp')}
            unit={t('days')}
            isReadOnly={isReadOnly}
            value={first}
            onChange={(text) => change({ reminders: [text, second] })}
            error={faultAt('periods.lapseReminderDays.0') ?? reminderFault}
          />
          <NumberField
            span={4}
            label={t('secondReminder')}
            help={t('remindersHelp')}
            unit={t('days')}
            isReadOnly={isReadOnly}
            value={second}
            onChange={(text) => change({ reminders: [first, text] })}
            error={faultAt('periods.lapseReminderDays.1') ?? reminderFault}
          />
          <NumberField
            span={4}
            label={t('quorum')}
            help={t('quorumHelp')}
            unit={t('members')}
            isReadOnly={isReadOnly}
            value={draft.quorum}
            onChange={(quorum) => change({ quorum })}
            error={faultAt('committee.quorum')}
          />
        </Fields>
      </fieldset>
      <Choice
        label={t('registration')}
        help={t('registrationHelp')}
        isReadOnly={isReadOnly}
        value={draft.registration}
        options={RegistrationPlace.options.map((value) => ({ value, label: t(`place.${value}`) }))}
        onChange={(value) => change({ registration: RegistrationPlace.parse(value) })}
        error={faultAt('registration')}
      />
    </>
  );
}
