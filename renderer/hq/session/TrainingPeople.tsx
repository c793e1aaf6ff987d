import { GraduationCap } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/components/Button.tsx';
import { Note } from '#renderer/components/Note.tsx';
import type { HqPerson } from '#shared/contracts/hq/session.ts';
import { TRAINING_PASSWORD } from '#shared/domain/training.ts';
import styles from './session.module.css';

export interface TrainingPeopleProps {
  readonly people: readonly HqPerson[];
  readonly isBusy: boolean;
  readonly onChoose: (userName: string, password: string) => void;
}

/** At a training headquarters: everybody who can be signed in as, by one press. */
export function TrainingPeople({ people, isBusy, onChoose }: TrainingPeopleProps) {
  const { t } = useTranslation(['hqSession', 'hqAdministration']);
  return (
    <section className={styles.training}>
      <Note tone="gold" icon={GraduationCap}>
        {t('hqSession:training', { password: TRAINING_PASSWORD })}
      </Note>
      <ul className={styles.people}>
        {people.map(({ personId, userName, displayName, roles }) => (
          <li key={personId}>
            <Button
              size="sm"
              wide
              busy={isBusy}
              onPress={() => onChoose(userName, TRAINING_PASSWORD)}
            >
              {roles.map((role) => t(`hqAdministration:role.${role}`)).join(' · ')}
              <span className={styles.name}>{displayName}</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
