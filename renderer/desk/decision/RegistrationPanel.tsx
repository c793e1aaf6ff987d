import { CircleCheck } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type OpenCase, useCaseAction } from '#renderer/access/caseFile.ts';
import { DeskErrorNote } from '#renderer/access/DeskErrorNote.tsx';
import { useDesk } from '#renderer/access/desk.ts';
import { Button } from '#renderer/components/Button.tsx';
import { Checkbox } from '#renderer/components/Checkbox.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Row } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { TextArea } from '#renderer/components/TextArea.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import { dayOf } from '#renderer/language/days.ts';
import styles from './decision.module.css';

/** The registration is completed once nothing is outstanding (P36). */
export function RegistrationPanel({ open }: { readonly open: OpenCase }) {
  const { t } = useTranslation('service');
  const { queries } = useDesk();
  const complete = useCaseAction(queries.service.completeRegistration.mutationOptions());
  const [ibanConfirmed, setConfirmed] = useState(false);
  const [note, setNote] = useState('');
  const { registration } = open.state.service;
  if (registration !== null) {
    return (
      <Panel title={t('registration')}>
        <Note tone="ok" icon={CircleCheck}>
          {t('registered')} · <DayText day={dayOf(registration.at)} />
        </Note>
      </Panel>
    );
  }
  if (!open.actions.completeRegistration.allowed) return null;
  const method = open.assessment.evaluation.paths.get('paymentMethod')?.value;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    complete.mutate({
      caseId: open.state.caseId,
      ibanConfirmed,
      note: note.trim() === '' ? null : note.trim(),
    });
  };
  return (
    <Panel title={t('registration')}>
      <form className={styles.form} noValidate onSubmit={submit} aria-label={t('registration')}>
        <p>{t('registrationHelp')}</p>
        <DeskErrorNote error={complete.error} />
        {method === 'transfer' && (
          <Checkbox label={t('ibanConfirmed')} isChecked={ibanConfirmed} onChange={setConfirmed} />
        )}
        <TextArea label={t('note')} rows={2} longest={2000} value={note} onChange={setNote} />
        <Row>
          <Button type="submit" kind="main" busy={complete.isPending}>
            {t('complete')}
          </Button>
        </Row>
      </form>
    </Panel>
  );
}
