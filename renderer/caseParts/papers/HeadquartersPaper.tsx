import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useHq } from '#renderer/access/hq/hq.ts';
import { PaperFacts } from '#renderer/caseParts/PaperFacts.tsx';
import { qrTextOf } from '#renderer/caseParts/qrTextOf.ts';
import { Words, writtenPhone } from '#renderer/caseParts/summaryValue.tsx';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { applicantOf, textAnswer } from '#shared/domain/case/applicantIdentity.ts';
import type { CaseState } from '#shared/domain/case/caseState.ts';
import type { Language } from '#shared/domain/case/vocabulary.ts';
import { maskIdentifier } from '#shared/domain/identifiers/maskIdentifier.ts';
import { HqPaper, HqSheet } from './HqPaper.tsx';

export interface HeadquartersPaperProps {
  readonly state: CaseState;
  readonly paper: 'N6' | 'N7' | 'N8' | 'N9' | 'N10';
  /** Who at headquarters, or at the branch, gave it. */
  readonly givenBy: string;
  readonly back: { readonly href: string; readonly label: string };
  /** Records the copy that is printed now. @returns its number */
  readonly record: (language: Language) => Promise<{ readonly copy: number }>;
  readonly subtitle: ReactNode;
  readonly children: ReactNode;
}

/** A paper of a case as headquarters hands it over: whose it is, and the rest of its words. */
export function HeadquartersPaper(props: HeadquartersPaperProps) {
  const { t } = useTranslation('papers');
  const { queries } = useHq();
  const cache = useQueryClient();
  const record = async (language: Language) => {
    try {
      return await props.record(language);
    } finally {
      await cache.invalidateQueries({ queryKey: queries.study.open.key() });
    }
  };
  return (
    <HqPaper
      back={props.back}
      name={t(`name.${props.paper}`)}
      first="ar"
      record={record}
      sheet={(copy) => <Sheet {...props} copy={copy} />}
    />
  );
}

interface SheetProps extends HeadquartersPaperProps {
  readonly copy: number | null;
}

function Sheet({ state, paper, givenBy, subtitle, copy, children }: SheetProps) {
  const { t } = useTranslation(['hqDelivery', 'papers']);
  return (
    <HqSheet
      unit={t('hqDelivery:unit')}
      form={paper}
      copy={copy}
      referenceLabel={t('papers:reference')}
      reference={state.reference}
      qr={{ text: qrTextOf(state), label: t('papers:qr') }}
      title={t(`papers:name.${paper}`)}
      subtitle={subtitle}
    >
      <Applicant state={state} givenBy={givenBy} />
      {children}
    </HqSheet>
  );
}

/** Whose paper it is, masked, and who gave it. */
function Applicant({ state, givenBy }: Pick<HeadquartersPaperProps, 'state' | 'givenBy'>) {
  const { t } = useTranslation('papers');
  const applicant = applicantOf(state);
  // Arabic says applicant in two forms.
  const context: 'female' | 'male' = textAnswer(state, 'sex') === 'female' ? 'female' : 'male';
  const said = (value: ReactNode | null) => value ?? t('notStated');
  return (
    <PaperFacts
      facts={[
        {
          id: 'applicant',
          term: t('applicant', { context }),
          value: said(applicant.name === '' ? null : <Words>{applicant.name}</Words>),
        },
        {
          id: 'identity',
          term: t('identity'),
          value: said(
            applicant.idNumber === null ? null : <Bdi>{maskIdentifier(applicant.idNumber)}</Bdi>,
          ),
        },
        {
          id: 'mobile',
          term: t('mobile'),
          value: said(
            applicant.mobile === null ? null : <Bdi>{writtenPhone(applicant.mobile)}</Bdi>,
          ),
        },
        { id: 'officer', term: t('officer'), value: <Words>{givenBy}</Words> },
      ]}
    />
  );
}
