import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ExternalLink } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { DeskErrorNote } from '#renderer/access/DeskErrorNote.tsx';
import { useDesk } from '#renderer/access/desk.ts';
import { Button } from '#renderer/components/Button.tsx';
import { buttonClass } from '#renderer/components/button-class.ts';
import { Facts } from '#renderer/components/Facts.tsx';
import { Icon } from '#renderer/components/Icon.tsx';
import { LinkButton } from '#renderer/components/LinkButton.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Row, Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import type { TrainingOfficeStatus } from '#shared/contracts/training.ts';
import { TRAINING_PASSWORD } from '#shared/domain/training.ts';
import {
  TRAINING_OFFICE_STEPS,
  type TrainingOfficeStep,
} from '#shared/training/trainingOfficeMessage.ts';

const LOOK_WHILE_STARTING_MS = 500;
const LOOK_EVERY_MS = 5_000;

/** The headquarters and the second branch of a training desk: how far they are, and the doors to them. */
export function TrainingOfficePanel() {
  const { t } = useTranslation('training');
  const { queries } = useDesk();
  const status = useQuery({
    ...queries.training.status.queryOptions(),
    refetchInterval: ({ state }) => {
      if (state.data?.state === 'apart') return false;
      return state.data?.state === 'starting' ? LOOK_WHILE_STARTING_MS : LOOK_EVERY_MS;
    },
  }).data;
  if (status === undefined || status.state === 'apart') return null;
  return (
    <Panel title={t('title')} compact>
      {status.state === 'starting' && <Steps now={status.step} />}
      {status.state === 'running' && <Doors office={status} />}
      {status.state === 'failed' && <Trouble trouble={status.trouble} />}
    </Panel>
  );
}

function useTrainingAction(name: 'start' | 'newLink') {
  const cache = useQueryClient();
  const { queries } = useDesk();
  return useMutation(
    queries.training[name].mutationOptions({
      onSuccess: (status) => cache.setQueryData(queries.training.status.queryKey(), status),
    }),
  );
}

function Steps({ now }: { readonly now: TrainingOfficeStep }) {
  const { t } = useTranslation('training');
  const at = TRAINING_OFFICE_STEPS.indexOf(now);
  return (
    <Stack gap={3}>
      <Note tone="info" slim live="status">
        {t('starting')}
      </Note>
      <Facts
        facts={TRAINING_OFFICE_STEPS.map((step, index) => ({
          id: step,
          term: t(`step.${step}`),
          value: t(index < at ? 'stepDone' : index === at ? 'stepNow' : 'stepNext'),
        }))}
      />
    </Stack>
  );
}

type Running = Extract<TrainingOfficeStatus, { readonly state: 'running' }>;

function Doors({ office }: { readonly office: Running }) {
  const { t } = useTranslation(['training', 'hqAdministration']);
  const newLink = useTrainingAction('newLink');
  const { hubUrl, people, secondBranch } = office;
  return (
    <Stack gap={3}>
      <span>{t('training:ready', { password: TRAINING_PASSWORD })}</span>
      <Row>
        <Door href={hubUrl}>{t('training:headquarters')}</Door>
        <Door href={secondBranch.link}>{secondBranch.branchName}</Door>
      </Row>
      <span>
        {t('training:linkOnce')}{' '}
        <LinkButton onPress={() => newLink.mutate({})}>{t('training:newLink')}</LinkButton>
      </span>
      <DeskErrorNote error={newLink.error} />
      <p>{t('training:way')}</p>
      <Facts
        facts={people.map(({ userName, roles }) => ({
          id: userName,
          term: <bdi dir="ltr">{userName}</bdi>,
          value: roles.map((role) => t(`hqAdministration:role.${role}`)).join(' · '),
        }))}
      />
    </Stack>
  );
}

/** A page of another program on this machine: in a tab of its own, beside the desk. */
function Door({ href, children }: { readonly href: string; readonly children: string }) {
  return (
    <a className={buttonClass('plain', 'sm')} href={href} target="_blank" rel="noopener noreferrer">
      <Icon of={ExternalLink} size="sm" />
      <span>{children}</span>
    </a>
  );
}

type Failed = Extract<TrainingOfficeStatus, { readonly state: 'failed' }>;

function Trouble({ trouble }: Pick<Failed, 'trouble'>) {
  const { t } = useTranslation('training');
  const start = useTrainingAction('start');
  return (
    <Stack gap={3}>
      <Note tone="review" live="status">
        {t(`trouble.${trouble}`)}
      </Note>
      <DeskErrorNote error={start.error} />
      {trouble !== 'notCarried' && (
        <Row>
          <Button size="sm" busy={start.isPending} onPress={() => start.mutate({})}>
            {t('again')}
          </Button>
        </Row>
      )}
    </Stack>
  );
}
