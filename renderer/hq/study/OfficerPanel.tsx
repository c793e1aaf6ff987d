import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useHqMay, useHqPerson } from '#renderer/access/hq/status.ts';
import { Button } from '#renderer/components/Button.tsx';
import { Checkbox } from '#renderer/components/Checkbox.tsx';
import { Facts } from '#renderer/components/Facts.tsx';
import { Row, Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { Select } from '#renderer/components/Select.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import { dayOf } from '#renderer/language/days.ts';
import { headquartersActionState } from '#shared/domain/case/headquartersActions.ts';
import { hasConflict } from '#shared/domain/case/studyState.ts';
import type { StudyAtHand } from './studyCase.ts';
import { useStudyAction } from './useStudy.ts';
import { WordsDialog } from './WordsDialog.tsx';

/** Who studies the case: taken or assigned, begun with a declaration, given on where an interest stands against it. */
export function OfficerPanel({ at }: { readonly at: StudyAtHand }) {
  const { t } = useTranslation('hqStudy');
  const { client } = useHq();
  const { personId } = useHqPerson();
  const mayWrite = useHqMay('study.write');
  const mayAssign = useHqMay('study.assign');
  const { file, state } = at;
  const { caseId } = state;
  const { officer, begun, conflicts } = state.study;
  const [isDeclaring, setDeclaring] = useState(false);
  const isTheirs = officer?.officerId === personId;
  const isConflicted = hasConflict(state.study, personId);
  const inPlace = headquartersActionState(state, 'assignStudy', file.today).inPlace;
  const mayBegin =
    inPlace && mayWrite && !isConflicted && (officer === null || (isTheirs && begun === null));
  return (
    <Panel title={t('officerPanel')} compact>
      <Stack gap={3}>
        <Facts
          facts={[
            {
              id: 'officer',
              term: t('officer'),
              value: officer?.officerName ?? t('noOfficer'),
            },
            ...(begun === null
              ? []
              : [
                  {
                    id: 'begun',
                    term: t('declaredNone'),
                    value: <DayText day={dayOf(begun.at)} />,
                  },
                ]),
            ...conflicts.map((conflict) => ({
              id: conflict.eventId,
              term: t('conflicts'),
              value: (
                <>
                  {file.people[conflict.officerId] ?? ''}: <span dir="auto">{conflict.reason}</span>
                </>
              ),
            })),
          ]}
        />
        {mayBegin && <BeginForm at={at} isTaking={officer === null} />}
        {inPlace && mayAssign && <AssignForm key={officer?.eventId ?? ''} at={at} />}
        {inPlace && mayWrite && isTheirs && (
          <Row>
            <Button size="sm" kind="quiet" onPress={() => setDeclaring(true)}>
              {t('conflict')}
            </Button>
          </Row>
        )}
      </Stack>
      {isDeclaring && (
        <WordsDialog
          caseId={caseId}
          title={t('conflictTitle')}
          help={t('conflictHelp')}
          label={t('conflictReason')}
          confirm={t('save')}
          act={({ words }) => client.study.declareConflict({ caseId, reason: words })}
          onClose={() => setDeclaring(false)}
        />
      )}
    </Panel>
  );
}

function BeginForm({ at, isTaking }: { readonly at: StudyAtHand; readonly isTaking: boolean }) {
  const { t } = useTranslation('hqStudy');
  const { client } = useHq();
  const { caseId } = at.state;
  const [isDeclared, setDeclared] = useState(false);
  const [tried, setTried] = useState(false);
  const begin = useStudyAction(client.study.begin);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (isDeclared && !begin.isPending) begin.mutate({ caseId, noConflict: true });
      }}
    >
      <Stack gap={3}>
        <Checkbox
          label={t('noConflict')}
          isRequired
          isChecked={isDeclared}
          isInvalid={tried && !isDeclared}
          onChange={setDeclared}
          {...(tried && !isDeclared ? { description: t('noConflictNeeded') } : {})}
        />
        <HqErrorNote error={begin.error} />
        <Row>
          <Button type="submit" kind="main" busy={begin.isPending}>
            {t(isTaking ? 'take' : 'begin')}
          </Button>
        </Row>
      </Stack>
    </form>
  );
}

function AssignForm({ at }: { readonly at: StudyAtHand }) {
  const { t } = useTranslation(['hqStudy', 'study']);
  const { client } = useHq();
  const { file, state } = at;
  const { officer } = state.study;
  const [chosen, setChosen] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const assign = useStudyAction(client.study.assign);
  const options = file.officers.filter(({ personId }) => personId !== officer?.officerId);
  const person = options.find(({ personId }) => personId === chosen);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (person !== undefined && !assign.isPending) {
          assign.mutate({ caseId: state.caseId, officerId: person.personId });
        }
      }}
    >
      <Stack gap={3}>
        <Select
          label={t('hqStudy:assignTo')}
          placeholder={t('hqStudy:choose')}
          nothingFound={t('hqStudy:noneFound')}
          value={chosen}
          options={options.map(({ personId, name }) => ({ value: personId, label: name }))}
          onChange={setChosen}
          error={tried && person === undefined ? t('study:needed') : undefined}
        />
        <HqErrorNote error={assign.error} />
        <Row>
          <Button type="submit" size="sm" busy={assign.isPending}>
            {t(officer === null ? 'hqStudy:assign' : 'hqStudy:reassign')}
          </Button>
        </Row>
      </Stack>
    </form>
  );
}
