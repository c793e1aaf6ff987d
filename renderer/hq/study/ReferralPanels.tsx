import { CircleCheck, CircleDashed, MessageCircleQuestion } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useHqMay } from '#renderer/access/hq/status.ts';
import { useDocumentName } from '#renderer/caseParts/documentName.ts';
import { ReferralThread } from '#renderer/caseParts/waiting/ReferralThread.tsx';
import { Badge } from '#renderer/components/Badge.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Row, Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import type { Referral } from '#shared/domain/case/caseState.ts';
import { headquartersActionState } from '#shared/domain/case/headquartersActions.ts';
import { isReferralOpen } from '#shared/domain/case/reduceReferral.ts';
import { AnswerReferral } from './AnswerReferral.tsx';
import { ReferDialog } from './ReferDialog.tsx';
import styles from './study.module.css';
import type { StudyAtHand } from './studyCase.ts';
import { WordsDialog } from './WordsDialog.tsx';

/** Questions to the social-research officer on this case (P33), and the way to ask another. */
export function ReferralPanels({ at }: { readonly at: StudyAtHand }) {
  const { t } = useTranslation('hqStudy');
  const mayRefer = useHqMay('referrals.write');
  const { state, file } = at;
  const [isReferring, setReferring] = useState(false);
  const refer = headquartersActionState(state, 'refer', file.today).allowed;
  const open = state.referrals.filter(isReferralOpen);
  const answered = state.referrals.filter((referral) => !isReferralOpen(referral));
  return (
    <>
      {[...open, ...answered].map((referral) => (
        <ReferralPanel key={referral.referralId} at={at} referral={referral} />
      ))}
      {mayRefer && refer && (
        <Row>
          <Button size="sm" icon={MessageCircleQuestion} onPress={() => setReferring(true)}>
            {t('refer')}
          </Button>
        </Row>
      )}
      {isReferring && <ReferDialog at={at} onClose={() => setReferring(false)} />}
    </>
  );
}

type Deed = 'answer' | 'question' | 'withdraw';

function ReferralPanel({
  at,
  referral,
}: {
  readonly at: StudyAtHand;
  readonly referral: Referral;
}) {
  const { t } = useTranslation(['hqStudy', 'waiting']);
  const { client } = useHq();
  const documentName = useDocumentName();
  const mayAnswer = useHqMay('referrals.answer');
  const mayRefer = useHqMay('referrals.write');
  const { state, file, documents } = at;
  const { caseId } = state;
  const { referralId, reason, withdrawn, about } = referral;
  const [deed, setDeed] = useState<Deed | null>(null);
  const close = () => setDeed(null);
  const isOpen = isReferralOpen(referral);
  const inPlace = headquartersActionState(state, 'answerReferral', file.today).allowed;
  const subjects = documents.filter(({ needed }) => about.documents.includes(needed.documentKey));
  return (
    <Panel
      title={t('hqStudy:referral')}
      note={t(`waiting:reason.${reason}`)}
      compact={!isOpen}
      aside={
        <Badge tone={isOpen ? 'review' : 'ok'} icon={isOpen ? CircleDashed : CircleCheck}>
          {t(
            isOpen ? 'waiting:open' : withdrawn === null ? 'waiting:answered' : 'waiting:withdrawn',
          )}
        </Badge>
      }
      foot={
        inPlace && deed !== 'answer' ? (
          <Row>
            {isOpen && mayAnswer && (
              <Button kind="main" onPress={() => setDeed('answer')}>
                {t('hqStudy:answerNow')}
              </Button>
            )}
            {mayRefer && (
              <Button kind="quiet" onPress={() => setDeed('question')}>
                {t('hqStudy:addQuestion')}
              </Button>
            )}
            {isOpen && mayRefer && (
              <Button kind="quiet" onPress={() => setDeed('withdraw')}>
                {t('hqStudy:withdrawReferral')}
              </Button>
            )}
          </Row>
        ) : undefined
      }
    >
      <Stack gap={3}>
        {subjects.length > 0 && (
          <span className={styles.quiet}>
            {t('waiting:about')}: {subjects.map(({ needed }) => documentName(needed)).join(' · ')}
          </span>
        )}
        {isAnsweredApart(referral) && <Note tone="review">{t('hqStudy:answeredTwice')}</Note>}
        <ReferralThread referral={referral} people={file.people} />
        {deed === 'answer' && isOpen && (
          <AnswerReferral at={at} referral={referral} onDone={close} />
        )}
      </Stack>
      {deed === 'question' && (
        <WordsDialog
          caseId={caseId}
          title={t('hqStudy:addQuestion')}
          label={t('hqStudy:questionText')}
          confirm={t('hqStudy:send')}
          act={({ words }) => client.referrals.addQuestion({ caseId, referralId, question: words })}
          onClose={close}
        />
      )}
      {deed === 'withdraw' && (
        <WordsDialog
          caseId={caseId}
          title={t('hqStudy:withdrawReferral')}
          label={t('waiting:withdrawReason')}
          confirm={t('hqStudy:withdrawReferral')}
          act={({ words }) => client.referrals.withdraw({ caseId, referralId, reason: words })}
          onClose={close}
        />
      )}
    </Panel>
  );
}

/** Two answers to one question: each was given in ignorance of the other. */
export function isAnsweredApart({ thread }: Referral): boolean {
  return thread.some(
    (entry, index) => entry.kind === 'answer' && thread[index - 1]?.kind === 'answer',
  );
}
