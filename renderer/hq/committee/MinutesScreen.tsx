import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { PaperFacts } from '#renderer/caseParts/PaperFacts.tsx';
import { HqPaper, HqSheet } from '#renderer/caseParts/papers/HqPaper.tsx';
import { Words } from '#renderer/caseParts/summaryValue.tsx';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { PrintSection, PrintTable } from '#renderer/components/PrintPage.tsx';
import { Skeleton } from '#renderer/components/Skeleton.tsx';
import { clockTime, dayOf, spokenDay } from '#renderer/language/days.ts';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import type { Minutes } from '#shared/contracts/hq/committee.ts';
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
  const { client, queries } = useHq();
  const parsed = SessionId.safeParse(params['sessionId']);
  const sessionId = parsed.success ? parsed.data : SessionId.parse(NONE);
  const { data, error } = useQuery({
    ...queries.committee.minutes.queryOptions({ input: { sessionId } }),
    enabled: parsed.success,
  });
  if (data === undefined) {
    return error === null ? (
      <Skeleton label={t('common:loading')} />
    ) : (
      <HqErrorNote error={error} />
    );
  }
  return (
    <HqPaper
      back={{
        href: `#/committee/session/${sessionId}`,
        label: t('committee:backToSession'),
      }}
      name={t('committee:printMinutes')}
      record={(language) => client.committee.printMinutes({ sessionId, language })}
      sheet={(copy) => <Sheet minutes={data} copy={copy} />}
    />
  );
}

interface SheetProps {
  readonly minutes: Minutes;
  readonly copy: number | null;
}

function Sheet({ minutes: { session, cases, quorum }, copy }: SheetProps) {
  const { t } = useTranslation('committee');
  const language = useLanguage();
  const nameOf = (id: string) => session.members.find((each) => each.personId === id)?.name ?? '';
  const at = (instant: string | null) =>
    instant === null ? '' : `\u2066${clockTime(instant)}\u2069`;
  return (
    <HqSheet
      unit={t('paper.unit')}
      form="N12"
      copy={copy}
      referenceLabel={t('minutesNumber')}
      reference={session.minutesNumber ?? ''}
      title={t('paper.title')}
      subtitle={t('paper.subtitle', {
        number: `\u2066${session.number}\u2069`,
        ...spokenDay(
          session.openedAt === null ? session.heldOn : dayOf(session.openedAt),
          language,
        ),
      })}
    >
      <PaperFacts
        facts={[
          {
            id: 'when',
            term: t('paper.when'),
            value: t('paper.from', {
              from: at(session.openedAt),
              to: at(session.closedAt),
            }),
          },
          {
            id: 'where',
            term: t('paper.where'),
            value: (
              <>
                <Words>{session.place.where}</Words> ({t(`placeKind.${session.place.kind}`)})
              </>
            ),
          },
          {
            id: 'quorum',
            term: t('paper.quorum'),
            value: t('quorumMet', { present: session.attended.length, quorum }),
          },
        ]}
      />
      <PrintSection title={t('paper.attendance')}>
        <PrintTable
          heads={[t('paper.member'), t('paper.was')]}
          rows={session.members.map((member) => ({
            id: member.personId,
            cells: [
              <MemberName key="name" member={member} chairId={session.chairId} />,
              t(session.attended.includes(member.personId) ? 'paper.attended' : 'paper.absent'),
            ],
          }))}
        />
      </PrintSection>
      {session.agenda.length === 0 && <p>{t('paper.none')}</p>}
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
        <PrintSection title={t('paper.addenda')}>
          {session.addenda.map((each) => (
            <p key={each.at}>
              <Words>{nameOf(each.actorId)}</Words> <Bdi>{dayOf(each.at)}</Bdi>:{' '}
              <Words>{each.text}</Words>
            </p>
          ))}
        </PrintSection>
      )}
      <PrintSection title={t('paper.signatures')}>
        <MinutesSignatures
          members={session.members}
          attended={session.attended}
          chairId={session.chairId}
        />
      </PrintSection>
    </HqSheet>
  );
}
