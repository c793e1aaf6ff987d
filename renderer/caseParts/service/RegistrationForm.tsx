import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { Checkbox } from '#renderer/components/Checkbox.tsx';
import { Choice } from '#renderer/components/Choice.tsx';
import { Fields } from '#renderer/components/Field.tsx';
import { focusField } from '#renderer/components/focus-field.ts';
import { Note } from '#renderer/components/Note.tsx';
import { IdentifierField } from '#renderer/components/NumericFields.tsx';
import { Row } from '#renderer/components/Page.tsx';
import { TextArea } from '#renderer/components/TextArea.tsx';
import type { RegistrationSaid } from '#shared/contracts/service.ts';
import type { CaseState } from '#shared/domain/case/caseState.ts';
import { conditionsOf, needsAccount, statedIban } from '#shared/domain/case/serviceDelivery.ts';
import type { ConfirmedAccount } from '#shared/domain/case/serviceEvents.ts';
import { checkIban } from '#shared/domain/identifiers/iban.ts';
import { Words } from '../summaryValue.tsx';
import type { Act } from './act.ts';
import { useBankOf } from './bankOf.ts';
import styles from './service.module.css';
import { useServiceForm } from './serviceForms.ts';

const IBAN = 'registration-iban';
const AGAIN = 'registration-iban-again';
const CONDITIONS = 'registration-conditions';

export interface RegistrationFormProps {
  readonly state: CaseState;
  readonly act: Act<RegistrationSaid>;
}

/** Nothing is outstanding any more (P36): the decision's conditions are there, the account is confirmed. */
export function RegistrationForm({ state, act }: RegistrationFormProps) {
  const { t } = useTranslation('service');
  const asksAccount = needsAccount(state);
  const conditions = conditionsOf(state);
  const form = useServiceForm('registration', undefined, {});
  const by: ConfirmedAccount['by'] = form.text('by') === 'document' ? 'document' : 'typedTwice';
  const iban = form.text('iban');
  const note = form.text('note');
  // What is typed a second time is typed in one go.
  const [again, setAgain] = useState('');
  const [isMet, setMet] = useState(false);
  const [isTried, setTried] = useState(false);
  const problem = ibanProblem(iban, again, by);
  const needsIban = asksAccount && problem !== null;
  const needsConditions = conditions.length > 0 && !isMet;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (needsIban) focusField(problem === 'differs' ? AGAIN : IBAN);
    else if (needsConditions) document.getElementById(CONDITIONS)?.focus();
    if (needsIban || needsConditions || act.isBusy) return;
    const said = {
      account: asksAccount ? { iban: compact(iban), by } : null,
      conditionsMet: isMet,
      note: note.trim() === '' ? null : note.trim(),
    };
    void form.flush().then(() => act.run(said));
  };
  return (
    <form className={styles.form} noValidate onSubmit={submit} aria-label={t('registration')}>
      <p>{t('registrationHelp')}</p>
      {act.refusal}
      {asksAccount && (
        <Fields>
          <Choice
            label={t('account.how')}
            value={by}
            options={(['typedTwice', 'document'] as const).map((value) => ({
              value,
              label: t(`account.${value}`),
            }))}
            onChange={(value) => form.set('by', value)}
          />
          <IdentifierField
            id={IBAN}
            label={t(by === 'document' ? 'account.fromDocument' : 'account.iban')}
            isRequired
            span={6}
            groupOf={4}
            inputMode="text"
            value={iban}
            onChange={(text) => form.set('iban', text)}
            error={
              isTried && problem !== null && problem !== 'differs'
                ? t(`account.problem.${problem}`)
                : undefined
            }
          />
          {by === 'typedTwice' && (
            <IdentifierField
              id={AGAIN}
              label={t('account.again')}
              isRequired
              span={6}
              groupOf={4}
              inputMode="text"
              value={again}
              onChange={setAgain}
              error={isTried && problem === 'differs' ? t('account.problem.differs') : undefined}
            />
          )}
        </Fields>
      )}
      {asksAccount && <AccountNote state={state} iban={iban} />}
      {conditions.length > 0 && (
        <div>
          <ul className={styles.items}>
            {conditions.map((condition) => (
              <li key={condition}>
                <Words>{condition}</Words>
              </li>
            ))}
          </ul>
          <Checkbox
            id={CONDITIONS}
            label={t('conditionsMet')}
            isChecked={isMet}
            onChange={setMet}
            isInvalid={isTried && needsConditions}
          />
          {isTried && needsConditions && (
            <Note tone="stop" slim>
              {t('needed.conditions')}
            </Note>
          )}
        </div>
      )}
      <TextArea
        label={t('note')}
        rows={2}
        longest={2000}
        value={note}
        onChange={(text) => form.set('note', text)}
      />
      <Row>
        <Button type="submit" kind="main" busy={act.isBusy}>
          {t('complete')}
        </Button>
      </Row>
    </form>
  );
}

/** Whose bank it is, and whether the request had another account. */
function AccountNote({ state, iban }: { readonly state: CaseState; readonly iban: string }) {
  const { t } = useTranslation('service');
  const bankOf = useBankOf();
  const checked = checkIban(iban);
  if (!checked.ok) return null;
  const bank = bankOf(iban);
  const stated = statedIban(state);
  return (
    <>
      <Note tone="info" slim live="status">
        {bank === null ? (
          <>
            {t('account.bankUnknown')} <Bdi>{checked.bank}</Bdi>
          </>
        ) : (
          bank
        )}
      </Note>
      {stated !== null && stated !== checked.value && (
        <Note tone="review" slim live="status">
          {t('account.other')} <Bdi>{`•••• ${stated.slice(-4)}`}</Bdi>
        </Note>
      )}
    </>
  );
}

function ibanProblem(
  iban: string,
  again: string,
  by: ConfirmedAccount['by'],
): 'missing' | 'wrong' | 'differs' | null {
  if (iban.trim() === '') return 'missing';
  if (!checkIban(iban).ok) return 'wrong';
  return by === 'typedTwice' && compact(again) !== compact(iban) ? 'differs' : null;
}

function compact(iban: string): string {
  const checked = checkIban(iban);
  return checked.ok ? checked.value : iban.trim();
}
