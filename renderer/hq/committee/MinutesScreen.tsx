import { useQuery } from '@tanstack/react-query';
import { Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { Words } from '#renderer/caseParts/summaryValue.tsx';
import { usePageMargins } from '#renderer/caseParts/usePageMargins.ts';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { PaperRoom } from '#renderer/components/PaperRoom.tsx';
import {
  PrintFacts,
  PrintPage,
  PrintSection,
  PrintTable,
} from '#renderer/components/PrintPage.tsx';
import { Skeleton } from '#renderer/components/Skeleton.tsx';
import { clockTime, dayOf, spokenDay } from '#renderer/language/days.ts';
import { directionOf } from '#renderer/language/i18n.ts';
import { inLanguage, useLanguage } from '#renderer/language/useLanguage.ts';
import { SessionId } from '#shared/domain/committee/sessionEvents.ts';
import { MemberName } from './MemberName.tsx';
import { MinutesCase } from './MinutesCase.tsx';
import { MinutesSignatures } from './MinutesSignatures.tsx';
import { MinutesTotals } from './MinutesTotals.tsx';

export interface MinutesScreenProps {
  readonly params: Readonly<Partial<Record<string, string>>>;
}

const NONE = '00000000-0000-4000-8000-000000000000';

/** N12: who was there, who stepped back, the cases, the votes, what was decided. References, no names of people asked for. */
export function MinutesScreen({ params }: MinutesScreenProps) {
  const { t } = useTranslation(['committee', 'common']);
  const { queries } = useHq();
  const language = useLanguage();
  const sessionId = SessionId.safeParse(params['sessionId']);
  const minutes = useQuery({
    ...queries.committee.minutes.queryOptions({
      input: { sessionId: sessionId.success ? sessionId.data : SessionId.parse(NONE) },
    }),
    enabled: sessionId.success,
  });
  const association = useQuery(queries.imports.letterhead.queryOptions());
  usePageMargins(`N12 · ${minutes.data?.session.minutesNumber ?? ''}`, language);
  const error = minutes.error ?? association.error;
  if (minutes.data === undefined || association.data === undefined) {
    return error === null ? (
      <Skeleton label={t('common:loading')} />
    ) : (
      <HqErrorNote error={error} />
    );
  }
  const { session, cases, quorum } = minutes.data;
  const { name, contactLine, policyVersion } = association.data;
  const nameOf = (id: string) => session.members.find((each) => each.personId === id)?.name ?? '';
  const at = (instant: string | null) =>
    instant === null ? '' : `\u2066${clockTime(instant)}\u2069`;
  return (
    <PaperRoom
      back={{
        href: `#/committee/session/${session.sessionId}`,
        label: t('committee:backToSession'),
      }}
      name={t('committee:printMinutes')}
      isInside
      end={
        <Button kind="main" icon={Printer} onPress={() => window.print()}>
          {t('committee:paper.print')}
        </Button>
      }
    >
      <PrintPage
        lang={language}
        dir={directionOf(language)}
        association={inLanguage(name, language)}
        unit={t('committee:paper.unit')}
        referenceLabel={t('committee:minutesNumber')}
        reference={session.minutesNumber ?? ''}
        title={t('committee:paper.title')}
        subtitle={t('committee:paper.subtitle', {
          number: `\u2066${session.number}\u2069`,
          ...spokenDay(
            session.openedAt === null ? session.heldOn : dayOf(session.openedAt),
            language,
          ),
        })}
        foot={[
          `${t('committee:paper.foot')} · ${inLanguage(policyVersion, language)}`,
          inLanguage(contactLine, language),
        ]}
      >
        <PrintFacts
          facts={[
            {
              id: 'when',
              term: t('committee:paper.when'),
              value: t('committee:paper.from', {
                from: at(session.openedAt),
                to: at(session.closedAt),
              }),
            },
            {
              id: 'where',
              term: t('committee:paper.where'),
              value: (
                <>
                  <Words>{session.place.where}</Words> (
                  {t(`committee:placeKind.${session.place.kind}`)})
                </>
              ),
            },
            {
              id: 'quorum',
              term: t('committee:paper.quorum'),
              value: t('committee:quorumMet', { present: session.attended.length, quorum }),
            },
          ]}
        />
        <PrintSection title={t('committee:paper.attendance')}>
          <PrintTable
            heads={[t('committee:paper.member'), t('committee:paper.was')]}
            rows={session.members.map((member) => ({
              id: member.personId,
              cells: [
                <MemberName key="name" member={member} chairId={session.chairId} />,
                t(
                  session.attended.includes(member.personId)
                    ? 'committee:paper.attended'
                    : 'committee:paper.absent',
                ),
              ],
            }))}
          />
        </PrintSection>
        {session.agenda.length === 0 && <p>{t('committee:paper.none')}</p>}
        {session.agenda.map((agenda, index) => {
          const found = cases.find(({ caseId }) => caseId === agenda.caseId);
          return found === undefined ? null : (
            <MinutesCase
              key={agenda.caseId}
              index={index + 1}
              agenda={agenda}
              found={found}
              session={session}
            />
          );
        })}
        <MinutesTotals session={session} />
        {session.addenda.length > 0 && (
          <PrintSection title={t('committee:paper.addenda')}>
            {session.addenda.map((each) => (
              <p key={each.at}>
                <Words>{nameOf(each.actorId)}</Words> <Bdi>{dayOf(each.at)}</Bdi>:{' '}
                <Words>{each.text}</Words>
              </p>
            ))}
          </PrintSection>
        )}
        <PrintSection title={t('committee:paper.signatures')}>
          <MinutesSignatures
            members={session.members}
            attended={session.attended}
            chairId={session.chairId}
          />
        </PrintSection>
      </PrintPage>
    </PaperRoom>
  );
}
