import { useTranslation } from 'react-i18next';
import { VisuallyHidden } from '#renderer/components/VisuallyHidden.tsx';
import { listed } from '#renderer/language/listed.ts';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import type { PersonSide, ReviewPairDetail } from '#shared/contracts/hq/review.ts';
import { type PairRow, pairRows, weightWord } from './pairRows.ts';
import styles from './review.module.css';
import { ShownValueText } from './ShownValueText.tsx';

/** Both persons side by side, and what each field says about whether they are one. */
export function PairTable({ pair }: { readonly pair: ReviewPairDetail }) {
  const { t } = useTranslation('review');
  const [one, other] = pair.sides;
  return (
    <div className={styles.scroll} tabIndex={-1}>
      <table className={styles.compare}>
        <caption>
          <VisuallyHidden>{t(`strengthLong.${pair.strength}`)}</VisuallyHidden>
        </caption>
        <colgroup>
          <col className={styles.fieldColumn} />
          <col className={styles.valueColumn} />
          <col className={styles.valueColumn} />
          <col className={styles.weightColumn} />
          <col />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{t('field')}</th>
            <th scope="col">
              <SideHead side={one} />
            </th>
            <th scope="col">
              <SideHead side={other} />
            </th>
            <th scope="col">{t('weight')}</th>
            <th scope="col">{t('why')}</th>
          </tr>
        </thead>
        <tbody>
          {pairRows(pair).map((row) => (
            <tr key={row.field}>
              <th scope="row">{t(`fields.${row.field}`)}</th>
              <td className={styles.value}>
                <ShownValueText field={row.field} value={one.values[row.field]} />
              </td>
              <td className={styles.value}>
                <ShownValueText field={row.field} value={other.values[row.field]} />
              </td>
              <td>
                <Weight row={row} />
              </td>
              <td className={styles.why}>
                <Why row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function SideHead({ side }: { readonly side: PersonSide }) {
  const { t } = useTranslation('review');
  const language = useLanguage();
  return (
    <>
      <span>
        {listed(
          side.branches.map(({ name }) => name),
          language,
        )}
      </span>
      <br />
      {side.fileNo === null ? (
        <bdi dir="ltr">{side.requests[0]?.reference ?? ''}</bdi>
      ) : (
        <bdi dir="ltr">{side.fileNo}</bdi>
      )}
      {side.fileNo === null && (
        <>
          <br />
          {t('noFile')}
        </>
      )}
    </>
  );
}

function Weight({ row: { weight } }: { readonly row: PairRow }) {
  const { t } = useTranslation('review');
  if (weight === null) return <span className={styles.muted}>{t('notJudged')}</span>;
  const { word, marks } = weightWord(weight);
  const side = word === 'none' ? 'none' : weight > 0 ? 'for' : 'against';
  return (
    <span className={styles.weight} data-side={side}>
      <span className={styles.word}>{t(`weights.${word}`)}</span>
      <span className={styles.marks} aria-hidden="true">
        {[1, 2, 3, 4, 5].map((mark) => (
          <i key={mark} data-on={mark <= marks ? '' : undefined} />
        ))}
      </span>
    </span>
  );
}

function Why({ row }: { readonly row: PairRow }) {
  const { t } = useTranslation(['review', 'linkage']);
  if (row.isForInformation) return <>{t('review:notCompared')}</>;
  if (row.evidence.length === 0) return <>{t('review:onlyOne')}</>;
  const said = row.evidence.flatMap(({ field, kind, agreement }) => {
    if (agreement === 'unknown') return [];
    const name = t(`linkage:fields.${field}` as 'linkage:fields.given');
    return [t(`linkage:${kind}.${agreement}`, { field: name })];
  });
  return (
    <>
      {said.map((each) => (
        <span key={each} className={styles.line}>
          {each}
        </span>
      ))}
    </>
  );
}
