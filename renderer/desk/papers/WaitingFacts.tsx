import { useTranslation } from 'react-i18next';
import type { OpenCase } from '#renderer/access/caseFile.ts';
import { PaperFacts } from '#renderer/caseParts/PaperFacts.tsx';
import { Words, writtenPhone } from '#renderer/caseParts/summaryValue.tsx';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { maskIdentifier } from '#shared/domain/identifiers/maskIdentifier.ts';
import type { ActorId } from '#shared/domain/identity.ts';
import { applicantContext, applicantIdentifier, fullName, textAt } from './applicantFacts.ts';

/** Whose paper it is, masked, and who at the branch gave it. */
export function WaitingFacts({
  open,
  actorId,
}: {
  readonly open: OpenCase;
  readonly actorId: ActorId;
}) {
  const { t } = useTranslation('papers');
  const { evaluation } = open.assessment;
  const context = applicantContext(evaluation);
  const name = fullName(evaluation);
  const identifier = applicantIdentifier(evaluation);
  const mobile = textAt(evaluation, 'mobile');
  return (
    <PaperFacts
      facts={[
        {
          id: 'applicant',
          term: t('applicant', { context }),
          value: name === null ? t('notStated') : <Words>{name}</Words>,
        },
        {
          id: 'identity',
          term: t('identity'),
          value: identifier === null ? t('notStated') : <Bdi>{maskIdentifier(identifier)}</Bdi>,
        },
        {
          id: 'mobile',
          term: t('mobile'),
          value: mobile === null ? t('notStated') : <Bdi>{writtenPhone(mobile)}</Bdi>,
        },
        {
          id: 'officer',
          term: t('officer'),
          value: <Words>{open.file.people[actorId] ?? ''}</Words>,
        },
      ]}
    />
  );
}
