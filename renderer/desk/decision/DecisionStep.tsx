import { CircleCheck, CircleMinus, Hourglass, Printer } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { CaseTimeline } from '#renderer/caseParts/CaseTimeline.tsx';
import { useDecisionDetail, useSupportName } from '#renderer/caseParts/decisionWords.tsx';
import service from '#renderer/caseParts/service/service.module.css';
import type { StepProps } from '#renderer/caseParts/step.ts';
import { Badge } from '#renderer/components/Badge.tsx';
import { buttonClass } from '#renderer/components/button-class.ts';
import { CaseFrame } from '#renderer/components/CaseFrame.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { Facts } from '#renderer/components/Facts.tsx';
import { focusField } from '#renderer/components/focus-field.ts';
import { Icon } from '#renderer/components/Icon.tsx';
import { Row, Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import type { DecisionContent } from '#shared/domain/case/decision.ts';
import {
  type DecisionOnCase,
  decisionToTell,
  standingDecision,
} from '#shared/domain/case/headquartersState.ts';
import { AppealPanel } from './AppealPanel.tsx';
import { DeferredPanel } from './DeferredPanel.tsx';
import { DeliveryPanels } from './DeliveryPanels.tsx';
import styles from './decision.module.css';
import { KeptServiceForms } from './KeptServiceForms.tsx';
import { RegistrationPanel } from './RegistrationPanel.tsx';
import { ServiceEnd } from './ServiceEnd.tsx';
import { TellForm } from './TellForm.tsx';
import { Told } from './Told.tsx';
import { WithdrawPanel } from './WithdrawPanel.tsx';

/** Step 6: that a decision was reached, from its day on what it says, that it was told, and what follows. */
export function DecisionStep({ open, head, place }: StepProps) {
  const { t } = useTranslation(['headquarters', 'submission', 'service']);
  const { headquarters, terms } = open.state;
  const { at } = place;
  // A row of the day leads to the very form.
  useEffect(() => {
    if (at !== undefined) focusField(at);
  }, [at]);
  const isEarly = terms.registration === 'beforeDecision';
  const last = standingDecision(headquarters);
  const toTell = decisionToTell(headquarters);
  const isTold = headquarters.decisions.some(({ told }) => told !== null);
  return (
    <CaseFrame {...head} aside={<CaseTimeline open={open} limit={6} />}>
      <Stack gap={4}>
        {last === null && (
          <EmptyState
            icon={Hourglass}
            title={t(isEarly ? 'service:early.title' : 'submission:later.service.title')}
          >
            {t(isEarly ? 'service:early.body' : 'submission:later.service.body')}
          </EmptyState>
        )}
        {last !== null && !last.released && <Reached open={open} />}
        {headquarters.decisions.toReversed().map((decision) =>
          decision.released && decision.content !== null ? (
            <Stack key={decision.decisionId} gap={4}>
              <ReleasedDecision open={open} decision={decision} content={decision.content} />
              {decision.told !== null && <Told content={decision.content} told={decision.told} />}
              {decision === toTell && <TellForm open={open} decision={decision} />}
            </Stack>
          ) : null,
        )}
        <DeferredPanel open={open} />
        <AppealPanel open={open} />
        <KeptServiceForms open={open}>
          <RegistrationPanel open={open} />
          {isTold && (
            <>
              <DeliveryPanels open={open} />
              <ServiceEnd open={open} />
            </>
          )}
          <WithdrawPanel open={open} />
        </KeptServiceForms>
      </Stack>
    </CaseFrame>
  );
}

/** There is a decision, and nobody here knows what it says before its day (P35). */
function Reached({ open }: Pick<StepProps, 'open'>) {
  const { t } = useTranslation('headquarters');
  const { submission } = open.state;
  return (
    <EmptyState icon={Hourglass} title={t('decision.reachedTitle')}>
      <Stack gap={4}>
        <p>{t('decision.reachedBody')}</p>
        {submission !== null && (
          <Facts
            facts={[
              {
                id: 'notBefore',
                term: t('decision.notBefore'),
                value: <DayText day={submission.replyNotBefore} />,
              },
              {
                id: 'contactFrom',
                term: t('decision.contactFrom'),
                value: <DayText day={submission.contactFrom} />,
              },
            ]}
          />
        )}
      </Stack>
    </EmptyState>
  );
}

interface ReleasedDecisionProps extends Pick<StepProps, 'open'> {
  readonly decision: DecisionOnCase;
  readonly content: DecisionContent;
}

function ReleasedDecision({ open, decision, content }: ReleasedDecisionProps) {
  const { t } = useTranslation(['headquarters', 'appeal']);
  const nameOf = useSupportName(open.assessment.evaluation);
  const detailOf = useDecisionDetail();
  return (
    <Panel title={t(content.reviewOf === null ? 'headquarters:decision.title' : 'appeal:review')}>
      <Stack gap={5}>
        <Facts
          layout="columns"
          facts={[
            {
              id: 'number',
              term: t('headquarters:decision.number'),
              value: <bdi dir="ltr">{content.number}</bdi>,
            },
            {
              id: 'decidedOn',
              term: t('headquarters:decision.decidedOn'),
              value: <DayText day={content.decidedOn} />,
            },
            ...(decision.released === null
              ? []
              : [
                  {
                    id: 'releasedOn',
                    term: t('headquarters:decision.releasedOn'),
                    value: <DayText day={decision.released.releasedOn} />,
                  },
                ]),
          ]}
        />
        <ul className={service.items}>
          {content.items.map((item) => (
            <li key={item.itemId} className={service.item}>
              <span className={styles.itemHead}>
                <strong>{nameOf(item.itemId)}</strong>
                <Badge tone={TONES[item.outcome]} icon={ICONS[item.outcome]}>
                  {t(`headquarters:decision.outcomes.${item.outcome}`)}
                </Badge>
              </span>
              <dl className={styles.details}>
                {detailOf(item).map(({ id, term, value }) => (
                  <div key={id}>
                    {term !== null && <dt>{term}</dt>}
                    <dd>{value}</dd>
                  </div>
                ))}
              </dl>
            </li>
          ))}
        </ul>
        <Row gap={3}>
          <a
            className={buttonClass('main', 'md')}
            href={`#/case/${open.state.caseId}/N5?at=${JSON.stringify(decision.decisionId)}`}
          >
            <Icon of={Printer} />
            <span>{t('headquarters:decision.print')}</span>
          </a>
        </Row>
      </Stack>
    </Panel>
  );
}

const TONES = { accepted: 'ok', rejected: 'info', deferred: 'review' } as const;
const ICONS = { accepted: CircleCheck, rejected: CircleMinus, deferred: Hourglass } as const;
