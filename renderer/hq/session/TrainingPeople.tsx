import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useHq } from '#renderer/access/hq/hq.ts';
import { Button } from '#renderer/components/Button.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { TRAINING_PASSWORD } from '#shared/domain/training.ts';
import styles from './session.module.css';

export interface TrainingPeopleProps {
  readonly onChoose: (userName: string, password: string) => void;
}

/** At a training headquarters: everybody who can be signed in as, by one press. */
export function TrainingPeople({ onChoose }: TrainingPeopleProps) {
  const { t } = useTranslation(['hqSession', 'hqAdministration']);
  const { queries } = useHq();
  const { data } = useQuery(queries.session.trainingPeople.queryOptions());
  if (data === undefined || data.people.length === 0) return null;
  return (
    <section className={styles.training}>
      <Note tone="gold">{t('hqSession:training', { password: TRAINING_PASSWORD })}</Note>
      <ul className={styles.people}>
        {data.people.map(({ personId, userName, displayName, roles }) => (
          <li key={personId}>
            <Button size="sm" wide onPress={() => onChoose(userName, TRAINING_PASSWORD)}>
              {roles.map((role) => t(`hqAdministration:role.${role}`)).join(' · ')}
              <span className={styles.name}>{displayName}</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
