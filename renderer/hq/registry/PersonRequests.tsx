import { Link } from '@tanstack/react-router';
import { CircleCheck, CircleMinus, Hourglass, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useHqMay } from '#renderer/access/hq/status.ts';
import { writtenMoney } from '#renderer/caseParts/answerText.ts';
import { Badge } from '#renderer/components/Badge.tsx';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { Money } from '#renderer/components/Money.tsx';
import { Row } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { InstantText } from '#renderer/language/dates.tsx';
import { inLanguage, useLanguage } from '#renderer/language/useLanguage.ts';
import type { RegistryFile } from '#shared/contracts/hq/registry.ts';
import styles from './registry.module.css';

const LOOKS = {
  accepted: { tone: 'ok', icon: CircleCheck },
  rejected: { tone: 'info', icon: CircleMinus },
  deferred: { tone: 'review', icon: Hourglass },
} as const;

type Request = RegistryFile['requests'][number];

/** All requests of a person, with what was asked for and what came of it. */
export function PersonRequests({ file }: { readonly file: RegistryFile }) {
  const { t } = useTranslation('hqRegistry');
  return (
    <Panel title={t('requests.title')} note={<Bdi>{file.requests.length}</Bdi>}>
      <ul className={styles.list}>
        {file.requests.map((request) => (
          <OneRequest key={request.caseId} request={request} today={file.today} />
        ))}
      </ul>
    </Panel>
  );
}

function OneRequest({ request, today }: { readonly request: Request; readonly today: string }) {
  const { t } = useTranslation(['hqRegistry', 'common', 'service', 'headquarters']);
  const language = useLanguage();
  const mayRead = useHqMay('batches.read');
  const mayServe = useHqMay('service.register');
  return (
    <li className={styles.entry}>
      <Row gap={3}>
        <strong>
          <Bdi>{request.reference}</Bdi>
        </strong>
        <span>{t(`common:status.${request.status}`)}</span>
        {request.hasConflict && (
          <Badge tone="stop" icon={TriangleAlert}>
            {t('hqRegistry:conflict')}
          </Badge>
        )}
      </Row>
      <small className={styles.muted}>
        {request.branchName}
        {request.submittedAt !== null && (
          <>
            {' · '}
            <InstantText instant={request.submittedAt} today={today} layout="line" />
          </>
        )}
        {request.decisionNumbers.length > 0 && (
          <>
            {' · '}
            <Bdi>{request.decisionNumbers.join(' · ')}</Bdi>
          </>
        )}
      </small>
      <ul className={styles.items}>
        {request.items.map((item) => (
          <li key={item.itemId} className={styles.item}>
            <span>
              {item.label === null
                ? t('headquarters:decision.unnamed')
                : inLanguage(item.label, language)}
            </span>
            {item.outcome !== null && (
              <Badge {...LOOKS[item.outcome]}>
                {t(`headquarters:decision.outcomes.${item.outcome}`)}
              </Badge>
            )}
            {item.approvedAmount !== null && (
              <span className={styles.muted}>
                {t('service:given')}{' '}
                <Money text={writtenMoney(item.deliveredAmount)} currency={t('common:riyal')} />{' '}
                {t('hqRegistry:requests.of')}{' '}
                <Money text={writtenMoney(item.approvedAmount)} currency={t('common:riyal')} />
              </span>
            )}
          </li>
        ))}
      </ul>
      <Row gap={4}>
        {mayServe && (
          <Link to={`/delivery/case/${request.caseId}` as string}>
            {t('hqRegistry:requests.service')}
          </Link>
        )}
        {mayRead && (
          <Link to={`/inbox/cases/${request.caseId}` as string}>
            {t('hqRegistry:requests.read')}
          </Link>
        )}
      </Row>
    </li>
  );
}
