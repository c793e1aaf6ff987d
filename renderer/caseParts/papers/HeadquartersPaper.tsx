import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Printer } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { PaperFacts } from '#renderer/caseParts/PaperFacts.tsx';
import { qrTextOf } from '#renderer/caseParts/qrTextOf.ts';
import { Words, writtenPhone } from '#renderer/caseParts/summaryValue.tsx';
import { usePageMargins } from '#renderer/caseParts/usePageMargins.ts';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { PaperRoom } from '#renderer/components/PaperRoom.tsx';
import { PrintPage } from '#renderer/components/PrintPage.tsx';
import { InLanguage } from '#renderer/language/InLanguage.tsx';
import { directionOf } from '#renderer/language/i18n.ts';
import { LanguageChoice } from '#renderer/language/LanguageChoice.tsx';
import { inLanguage, useLanguage } from '#renderer/language/useLanguage.ts';
import { applicantOf, textAnswer } from '#shared/domain/case/applicantIdentity.ts';
import type { CaseState } from '#shared/domain/case/caseState.ts';
import type { Language } from '#shared/domain/case/vocabulary.ts';
import { maskIdentifier } from '#shared/domain/identifiers/maskIdentifier.ts';

export interface HeadquartersPaperProps {
  readonly state: CaseState;
  readonly paper: 'N7' | 'N8' | 'N9' | 'N10';
  /** Who at headquarters, or at the branch, gave it. */
  readonly givenBy: string;
  readonly back: { readonly href: string; readonly label: string };
  /** Records the copy that is printed now. @returns its number */
  readonly record: (language: Language) => Promise<{ readonly copy: number }>;
  readonly subtitle: ReactNode;
  readonly children: ReactNode;
}

/** A paper of a case as headquarters hands it over: previewed, numbered and printed. */
export function HeadquartersPaper(props: HeadquartersPaperProps) {
  const { t } = useTranslation(['hqDelivery', 'papers']);
  const { queries } = useHq();
  const cache = useQueryClient();
  const [language, setLanguage] = useState<Language>('ar');
  const [printed, setPrinted] = useState<{ readonly copy: number; readonly in: Language } | null>(
    null,
  );
  const record = useMutation({
    mutationFn: props.record,
    onSettled: () => cache.invalidateQueries({ queryKey: queries.study.open.key() }),
  });
  /** The copy is recorded first, its number is drawn, and only then the sheet goes to the printer. */
  const print = async () => {
    const { copy } = await record.mutateAsync(language);
    setPrinted({ copy, in: language });
    await document.fonts.ready;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    window.print();
  };
  return (
    <PaperRoom
      back={props.back}
      name={t(`papers:name.${props.paper}`)}
      isInside
      end={
        <>
          <LanguageChoice
            label={t('papers:paperLanguage')}
            value={language}
            onChange={setLanguage}
          />
          <Button
            kind="main"
            icon={Printer}
            busy={record.isPending}
            // What refused it stands in `error`.
            onPress={() => void print().catch(() => undefined)}
          >
            {t('hqDelivery:print')}
          </Button>
        </>
      }
      notes={<HqErrorNote error={record.error} />}
    >
      <InLanguage language={language}>
        <Sheet {...props} copy={printed?.in === language ? printed.copy : null} />
      </InLanguage>
    </PaperRoom>
  );
}

interface SheetProps extends HeadquartersPaperProps {
  readonly copy: number | null;
}

function Sheet({ state, paper, givenBy, subtitle, copy, children }: SheetProps) {
  const { t } = useTranslation(['hqDelivery', 'papers']);
  const language = useLanguage();
  const { queries } = useHq();
  const association = useQuery(queries.imports.letterhead.queryOptions()).data;
  usePageMargins(`${paper} · ${state.reference}`, language);
  if (association === undefined) return null;
  const written =
    copy === null
      ? t('papers:copy.preview')
      : copy === 1
        ? t('papers:copy.original')
        : t('papers:copy.again', { copy });
  return (
    <PrintPage
      lang={language}
      dir={directionOf(language)}
      association={inLanguage(association.name, language)}
      unit={t('hqDelivery:unit')}
      referenceLabel={t('papers:reference')}
      reference={state.reference}
      qr={{ text: qrTextOf(state), label: t('papers:qr') }}
      title={t(`papers:name.${paper}`)}
      subtitle={subtitle}
      foot={[
        <span key="form">
          {t('papers:form')} <Bdi>{paper}</Bdi> · {inLanguage(association.policyVersion, language)}{' '}
          · <strong data-copy={copy ?? 'preview'}>{written}</strong>
        </span>,
        <span key="contact">{inLanguage(association.contactLine, language)}</span>,
      ]}
    >
      <Applicant state={state} givenBy={givenBy} />
      {children}
    </PrintPage>
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
