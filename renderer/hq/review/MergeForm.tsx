import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { Button } from '#renderer/components/Button.tsx';
import { Choice } from '#renderer/components/Choice.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Row, Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { RadioCards } from '#renderer/components/RadioCards.tsx';
import { Select } from '#renderer/components/Select.tsx';
import { TextArea } from '#renderer/components/TextArea.tsx';
import { listed } from '#renderer/language/listed.ts';
import { inLanguage, useLanguage } from '#renderer/language/useLanguage.ts';
import type { PersonRequest, ReviewPairDetail } from '#shared/contracts/hq/review.ts';
import { PersonField } from '#shared/domain/hub/personLinks.ts';
import type { BeneficiaryId, CaseId } from '#shared/domain/identity.ts';
import { PairSides } from './PairSides.tsx';
import { differs } from './pairRows.ts';
import styles from './review.module.css';
import { ShownValueText } from './ShownValueText.tsx';
import { takeLostFocus } from './takeLostFocus.ts';
import { useReviewAction } from './useReviewAction.ts';

export interface MergeFormProps {
  readonly pair: ReviewPairDetail;
  readonly onDone: () => void;
  readonly onBack: () => void;
}

const OWN = 'own';

/** What joining the two does, before it is done: file, values, requests, and why. */
export function MergeForm({ pair, onDone, onBack }: MergeFormProps) {
  const { t } = useTranslation('review');
  const language = useLanguage();
  const { client } = useHq();
  const [keptId, setKept] = useState<BeneficiaryId>(keptAtFirst(pair));
  const [fromMerged, setFromMerged] = useState<ReadonlySet<PersonField>>(new Set());
  const [repeats, setRepeats] = useState<ReadonlyMap<CaseId, CaseId>>(new Map());
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const act = useReviewAction(client.review.merge);
  const [one, other] = pair.sides;
  const kept = one.personId === keptId ? one : other;
  const merged = kept === one ? other : one;
  const different = PersonField.options.filter((field) => differs(pair, field));
  const requests = [...kept.requests, ...merged.requests];
  const submit = () => {
    if (reason.trim() === '') {
      setMissing(true);
      return;
    }
    act.mutate(
      {
        oneId: pair.oneId,
        otherId: pair.otherId,
        seen: pair.seen,
        keptId,
        fromMerged: different.filter((field) => fromMerged.has(field)),
        duplicates: [...repeats].map(([caseId, of]) => ({ caseId, of })),
        reason: reason.trim(),
      },
      { onSuccess: onDone },
    );
  };
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => takeLostFocus(form.current), []);
  return (
    <div ref={form} tabIndex={-1} className={styles.taking}>
      <Panel
        title={t('preview')}
        foot={
          <Row>
            <Button kind="main" busy={act.isPending} onPress={submit}>
              {t('confirmMerge')}
            </Button>
            <Button onPress={onBack}>{t('back')}</Button>
          </Row>
        }
      >
        <Stack gap={4}>
          <Note tone="info" slim>
            {t('previewHelp')}
          </Note>
          <RadioCards
            label={t('keep')}
            {...(pair.mayKeep.length === 1 ? { help: t('keepOnly') } : {})}
            value={keptId}
            options={pair.sides
              .filter(({ personId }) => pair.mayKeep.includes(personId))
              .map((side) => {
                const name = side.name || t('nameless');
                return {
                  value: side.personId,
                  label:
                    side.fileNo === null
                      ? t('keepNone', { name })
                      : t('keepFile', { file: side.fileNo, name }),
                  description: listed(
                    side.branches.map((branch) => branch.name),
                    language,
                  ),
                };
              })}
            onChange={(chosen) => setKept(chosen as BeneficiaryId)}
          />
          <section aria-label={t('chooseFields')}>
            <h3 className={styles.partTitle}>{t('chooseFields')}</h3>
            {different.length === 0 && <p className={styles.muted}>{t('noDifference')}</p>}
            <div className={styles.choices}>
              {different.map((field) => (
                <Choice
                  key={field}
                  label={t(`fields.${field}`)}
                  value={fromMerged.has(field) ? 'merged' : 'kept'}
                  options={(['kept', 'merged'] as const).map((side) => ({
                    value: side,
                    label: (
                      <ShownValueText
                        field={field}
                        value={(side === 'kept' ? kept : merged).values[field]}
                      />
                    ),
                  }))}
                  onChange={(side) =>
                    setFromMerged((before) => {
                      const next = new Set(before);
                      if (side === 'merged') next.add(field);
                      else next.delete(field);
                      return next;
                    })
                  }
                />
              ))}
            </div>
          </section>
          <section aria-label={t('whichRequests')}>
            <h3 className={styles.partTitle}>{t('whichRequests')}</h3>
            <p className={styles.quiet}>{t('requestHelp')}</p>
            <div className={styles.choices}>
              {requests.map((request) => (
                <RequestChoice
                  key={request.caseId}
                  request={request}
                  others={requests.filter(
                    ({ caseId, repeats: already }) =>
                      caseId !== request.caseId && already === null && !repeats.has(caseId),
                  )}
                  isRepeated={[...repeats.values()].includes(request.caseId)}
                  value={repeats.get(request.caseId) ?? null}
                  onChange={(of) =>
                    setRepeats((before) => {
                      const next = new Map(before);
                      if (of === null) next.delete(request.caseId);
                      else next.set(request.caseId, of);
                      return next;
                    })
                  }
                />
              ))}
            </div>
          </section>
          <TextArea
            label={t('reason')}
            help={t('reasonHelp')}
            isRequired
            rows={2}
            longest={2000}
            value={reason}
            onChange={(text) => {
              setReason(text);
              setMissing(false);
            }}
            {...(isMissing ? { error: t('reasonMissing') } : {})}
          />
          <HqErrorNote error={act.error} />
          <section aria-label={t('both')}>
            <h3 className={styles.partTitle}>
              {t('both')}: {t('countRequests', { count: requests.length })}
            </h3>
            <PairSides pair={pair} />
          </section>
        </Stack>
      </Panel>
    </div>
  );
}

/** The older file stays unless somebody says otherwise. */
function keptAtFirst({ sides: [one, other], mayKeep }: ReviewPairDetail): BeneficiaryId {
  const [first = one.personId] = mayKeep;
  if (mayKeep.length === 1 || one.fileNo === null || other.fileNo === null) return first;
  return one.fileNo <= other.fileNo ? one.personId : other.personId;
}

function RequestChoice({
  request,
  others,
  isRepeated,
  value,
  onChange,
}: {
  readonly request: PersonRequest;
  readonly others: readonly PersonRequest[];
  /** Another one goes on in it, so that it cannot stop itself. */
  readonly isRepeated: boolean;
  readonly value: CaseId | null;
  readonly onChange: (of: CaseId | null) => void;
}) {
  const { t } = useTranslation('review');
  const language = useLanguage();
  const items = listed(
    request.items.map((item) => inLanguage(item, language)),
    language,
  );
  const label = (
    <>
      <bdi dir="ltr">{request.reference}</bdi>
      {items !== '' && <> · {items}</>}
    </>
  );
  if (!request.mayRepeat || isRepeated) {
    return (
      <p>
        {label}
        <br />
        <span className={styles.quiet}>{t('cannotRepeat')}</span>
      </p>
    );
  }
  return (
    <Select
      label={label}
      value={value ?? OWN}
      placeholder={t('ownRequest')}
      nothingFound={t('none')}
      options={[
        { value: OWN, label: t('ownRequest') },
        ...others.map(({ caseId, reference }) => ({
          value: caseId as string,
          label: t('repeatsRequest', { reference }),
        })),
      ]}
      onChange={(chosen) => {
        const of = others.find(({ caseId }) => caseId === chosen);
        onChange(of?.caseId ?? null);
      }}
    />
  );
}
