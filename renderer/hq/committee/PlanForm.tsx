import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { DayField } from '#renderer/caseParts/DayField.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { CheckboxGroup } from '#renderer/components/Checkbox.tsx';
import { Choice } from '#renderer/components/Choice.tsx';
import { Fields } from '#renderer/components/Field.tsx';
import { focusField } from '#renderer/components/focus-field.ts';
import { Row, Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { Select } from '#renderer/components/Select.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import type { IsoDay } from '#shared/domain/identity.ts';
import { PLAN_FIELD, type PlanDraft, readPlan } from './sessionPlanDraft.ts';

type Plan = NonNullable<Extract<ReturnType<typeof readPlan>, { plan: unknown }>['plan']>;

export interface PlanFormProps {
  readonly begin: PlanDraft;
  readonly today: IsoDay;
  readonly quorum: number;
  readonly isBusy: boolean;
  readonly error: unknown;
  readonly onSave: (plan: Plan) => void;
}

const KINDS = ['room', 'remote'] as const;

/** Day, place, members and chair of a session. */
export function PlanForm({ begin, today, quorum, isBusy, error, onSave }: PlanFormProps) {
  const { t } = useTranslation('committee');
  const { queries } = useHq();
  const [draft, setDraft] = useState(begin);
  const [isAsked, setAsked] = useState(false);
  const { data } = useQuery(queries.committee.people.queryOptions());
  const people = data?.people ?? [];
  const reading = readPlan(draft, today, quorum);
  const id = (field: keyof PlanDraft) => `plan-${field}`;
  const problemAt = (field: keyof PlanDraft) => {
    const problems = isAsked && 'problems' in reading ? (reading.problems ?? []) : [];
    const found = problems.find((problem) => PLAN_FIELD[problem] === field);
    return found === undefined ? undefined : t(`problem.${found}`, { quorum });
  };
  const change = (part: Partial<PlanDraft>) => setDraft((before) => ({ ...before, ...part }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if ('problems' in reading) {
      const [first] = reading.problems ?? [];
      if (first !== undefined) focusField(id(PLAN_FIELD[first]));
      return;
    }
    onSave(reading.plan);
  };
  return (
    <form noValidate onSubmit={submit}>
      <Panel
        label={t('planTitle')}
        foot={
          <Row>
            <Button kind="main" type="submit" busy={isBusy}>
              {t('savePlan')}
            </Button>
          </Row>
        }
      >
        <Stack>
          <Fields>
            <DayField
              id={id('day')}
              label={t('heldOn')}
              isRequired
              span={6}
              value={draft.day}
              onChange={(day) => change({ day })}
              error={problemAt('day')}
            />
            <TextField
              id={id('startsAt')}
              label={t('startsAt')}
              help={t('startsAtHelp')}
              isRequired
              span={6}
              dir="ltr"
              inputMode="numeric"
              value={draft.startsAt}
              onChange={(startsAt) => change({ startsAt })}
              error={problemAt('startsAt')}
            />
            <Choice
              id={id('placeKind')}
              label={t('place')}
              isRequired
              span={6}
              value={draft.placeKind}
              options={KINDS.map((value) => ({ value, label: t(`placeKind.${value}`) }))}
              onChange={(value) =>
                change({ placeKind: KINDS.find((each) => each === value) ?? 'room' })
              }
            />
            <TextField
              id={id('where')}
              label={t('where')}
              isRequired
              span={6}
              value={draft.where}
              onChange={(where) => change({ where })}
              error={problemAt('where')}
            />
            <CheckboxGroup
              id={id('members')}
              label={t('members')}
              help={t('membersHelp', { quorum })}
              isRequired
              columns={2}
              values={draft.members}
              options={people.map(({ personId, name }) => ({ value: personId, label: name }))}
              onChange={(members) => change({ members })}
              error={problemAt('members')}
            />
            <Select
              id={id('chairId')}
              label={t('chair')}
              isRequired
              span={6}
              value={draft.chairId}
              options={people
                .filter(({ personId, mayChair }) => mayChair && draft.members.includes(personId))
                .map(({ personId, name }) => ({ value: personId, label: name }))}
              onChange={(chairId) => change({ chairId })}
              placeholder={t('choose')}
              nothingFound={t('nothingFound')}
              error={problemAt('chairId')}
            />
          </Fields>
          <HqErrorNote error={error} />
        </Stack>
      </Panel>
    </form>
  );
}
