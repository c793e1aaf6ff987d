import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type OpenCase, useCaseAction } from '#renderer/access/caseFile.ts';
import { DeskErrorNote, useDeskErrorSentence } from '#renderer/access/DeskErrorNote.tsx';
import { useDesk } from '#renderer/access/desk.ts';
import { useOpenStatus } from '#renderer/access/status.ts';
import { ChannelSelect } from '#renderer/caseParts/ChannelSelect.tsx';
import { DayField, dayTyped, typedDay } from '#renderer/caseParts/DayField.tsx';
import { KeptLine } from '#renderer/caseParts/KeptLine.tsx';
import service from '#renderer/caseParts/service/service.module.css';
import { useFormDraft } from '#renderer/caseParts/useFormDraft.ts';
import { Button } from '#renderer/components/Button.tsx';
import { Row } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import { formScope } from '#shared/contracts/caseForms.ts';
import type { DecisionOnCase } from '#shared/domain/case/headquartersState.ts';
import { ContactChannel } from '#shared/domain/case/vocabulary.ts';
import type { IsoDay } from '#shared/domain/identity.ts';

export interface TellFormProps {
  readonly open: OpenCase;
  readonly decision: DecisionOnCase;
}

const LONGEST_NAME = 200;

/** That the person has heard the decision: how, on which day, and who heard it. */
export function TellForm({ open, decision }: TellFormProps) {
  const { t } = useTranslation('headquarters');
  const { queries } = useDesk();
  const { today } = useOpenStatus();
  const tell = useCaseAction(queries.headquarters.tellDecision.mutationOptions());
  const form = useFormDraft(open, formScope('tell'), {
    channel: 'phone',
    toldOn: typedDay(today),
    toldTo: '',
  });
  const channel = ContactChannel.parse(form.text('channel'));
  const day = form.text('toldOn');
  const toldTo = form.text('toldTo');
  const [tried, setTried] = useState(false);
  const toldOn = dayTyped(day);
  const problem = dayProblem(toldOn, decision.released?.releasedOn ?? today, today);
  const send = async (on: IsoDay) => {
    await form.flush();
    await tell.mutateAsync({
      caseId: open.state.caseId,
      decisionId: decision.decisionId,
      channel,
      toldOn: on,
      toldTo: toldTo.trim() === '' ? null : toldTo.trim(),
    });
  };
  return (
    <Panel title={t('decision.tellTitle')}>
      <form
        className={service.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (toldOn === null || problem !== null || tell.isPending) return;
          void send(toldOn).catch(() => undefined);
        }}
      >
        <p>{t('decision.tellHelp')}</p>
        <DeskErrorNote error={tell.error} />
        <ChannelSelect
          label={t('decision.channel')}
          value={channel}
          onChange={(value) => form.set('channel', value)}
        />
        <DayField
          label={t('decision.toldOn')}
          isRequired
          error={tried && problem !== null ? t(`decision.${problem}`) : undefined}
          value={day}
          onChange={(typed) => form.set('toldOn', typed)}
        />
        <TextField
          label={t('decision.toldTo')}
          value={toldTo}
          onChange={(written) => form.set('toldTo', written.slice(0, LONGEST_NAME))}
        />
        <Row>
          <Button type="submit" kind="main" busy={tell.isPending}>
            {t('decision.save')}
          </Button>
          <KeptLine parts={[form]} useSentence={useDeskErrorSentence} />
        </Row>
      </form>
    </Panel>
  );
}

function dayProblem(
  day: IsoDay | null,
  releasedOn: IsoDay,
  today: IsoDay,
): 'dayNeeded' | 'dayTooEarly' | 'dayTooLate' | null {
  if (day === null) return 'dayNeeded';
  if (day < releasedOn) return 'dayTooEarly';
  return day > today ? 'dayTooLate' : null;
}
