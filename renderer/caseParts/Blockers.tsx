import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenCase } from '#renderer/access/caseFile.ts';
import { type MissingItem, MissingList } from '#renderer/components/Facts.tsx';
import { focusField } from '#renderer/components/focus-field.ts';
import { LinkButton } from '#renderer/components/LinkButton.tsx';
import { inLanguage, useLanguage } from '#renderer/language/useLanguage.ts';
import type { Blocker } from '#shared/domain/case/availableActions.ts';
import { useDocumentName } from './documentName.ts';
import { KNOWN_PLACE } from './known/knownPlace.ts';
import { usePathLabel } from './pathLabel.ts';
import { sectionOf } from './sectionOf.ts';
import type { StepProps } from './step.ts';

export interface BlockersProps {
  readonly open: OpenCase;
  readonly blockers: readonly Blocker[];
  readonly go: StepProps['go'];
  readonly hrefOf: StepProps['hrefOf'];
}

/** Only what is wrong with a document is drawn as such; one that merely waits is not. */
const DOCUMENT_KINDS = {
  documentUnrecorded: 'unanswered',
  documentMissing: 'absent',
  documentInvalid: 'stops',
  documentForOfficer: 'stops',
  originalNotSighted: 'unanswered',
  authorityLapsed: 'stops',
  authorityRevoked: 'stops',
  authorityNotCovering: 'stops',
  authorityUnread: 'unanswered',
} as const satisfies Partial<Record<Blocker['code'], MissingItem['kind']>>;

/** What stands in the way of an action, each with a link to the very place. */
export function Blockers({ open, blockers, go }: BlockersProps) {
  const { t } = useTranslation('caseFrame');
  const language = useLanguage();
  const documentName = useDocumentName();
  const label = usePathLabel(open.assessment.evaluation);
  const link = (words: ReactNode, press: () => void) => (
    <LinkButton onPress={press}>{words}</LinkButton>
  );
  const items = blockers.map((blocker): MissingItem => {
    const lead = t(`blockers.${blocker.code}`);
    switch (blocker.code) {
      case 'noticeNotShown':
      case 'servicesNotExplained':
      case 'inquiriesNotConfirmed':
        return { id: blocker.code, kind: 'unanswered', link: link(lead, () => go('welcome')) };
      case 'interviewNotCompleted':
        return { id: blocker.code, kind: 'unanswered', link: link(lead, () => go('interview')) };
      case 'matchingNotCompleted':
        return { id: blocker.code, kind: 'unanswered', link: link(lead, () => go('documents')) };
      case 'notSigned':
      case 'notOnPaper':
        return { id: blocker.code, kind: 'unanswered', link: link(lead, () => go('declaration')) };
      case 'opinionAsked':
        return { id: blocker.code, kind: 'stops', link: link(lead, () => go('opinion')) };
      case 'nothingReturned':
      case 'decisionNotReleased':
      case 'notAccepted':
      case 'nothingLeftToDeliver':
      case 'registersAfterAcceptance':
      case 'requirementsOpen':
      case 'alreadyRegistered':
      case 'alreadyDelivered':
      case 'duplicate':
      case 'noAppeal':
      case 'nothingDeferred':
      case 'nothingRequested':
      case 'noVisitToMake':
      case 'visitOfHeadquarters':
      case 'notInConflict':
      case 'opinionOwed':
        return { id: blocker.code, kind: 'stops', link: link(lead, () => go('next')) };
      case 'answerMissing':
      case 'answerProblem':
      case 'answerConflict':
        return {
          id: `${blocker.code} ${blocker.path}`,
          kind: blocker.code === 'answerMissing' ? 'unanswered' : 'error',
          lead: `${lead}:`,
          link: link(label(blocker.path), () =>
            go('interview', {
              at:
                blocker.section === ''
                  ? sectionOf(open.rules.questionnaire, blocker.path)
                  : blocker.section,
              field: blocker.path,
            }),
          ),
        };
      case 'documentUnrecorded':
      case 'documentMissing':
      case 'documentInvalid':
      case 'documentForOfficer':
      case 'originalNotSighted':
      case 'authorityLapsed':
      case 'authorityRevoked':
      case 'authorityNotCovering':
      case 'authorityUnread': {
        const document = open.assessment.documents.find(
          ({ needed }) => needed.documentKey === blocker.documentKey,
        );
        const name = document === undefined ? blocker.documentKey : documentName(document.needed);
        return {
          id: `${blocker.code} ${blocker.documentKey}`,
          kind: DOCUMENT_KINDS[blocker.code],
          lead: `${lead}:`,
          link: link(name, () => go('documents', { at: blocker.documentKey })),
        };
      }
      case 'rowUndecided':
      case 'rowNeedsReason':
      case 'rowBlocks':
      case 'rowNeedsOfficer': {
        const row = open.assessment.matrix.find((each) => each.row.rowKey === blocker.rowKey)?.row;
        const name = row === undefined ? blocker.rowKey : inLanguage(row.label, language);
        return {
          id: `${blocker.code} ${blocker.rowKey}`,
          kind:
            blocker.code === 'rowBlocks' || blocker.code === 'rowNeedsOfficer'
              ? 'stops'
              : 'needsReason',
          lead: `${lead}:`,
          link: link(row?.subject == null ? name : `${name}: ${row.subject}`, () =>
            go('documents', { at: row?.documentKey, field: blocker.rowKey }),
          ),
        };
      }
      case 'knownUnanswered':
        return {
          id: `${blocker.code} ${blocker.subject}`,
          kind: 'unanswered',
          link: link(lead, () => {
            if (!focusField(KNOWN_PLACE)) go('documents');
          }),
        };
      case 'itemAwaited': {
        const item = open.state.incompleteness?.items.find(
          ({ itemId }) => itemId === blocker.itemId,
        );
        return {
          id: `${blocker.code} ${blocker.itemId}`,
          kind: 'absent',
          lead: `${lead}:`,
          link: link(item === undefined ? blocker.itemId : inLanguage(item.name, language), () =>
            go('waiting'),
          ),
        };
      }
      case 'referralOpen':
        return {
          id: `${blocker.code} ${blocker.referralId}`,
          kind: 'stops',
          link: link(lead, () => go('waiting', { at: blocker.referralId })),
        };
    }
  });
  return <MissingList items={items} />;
}
