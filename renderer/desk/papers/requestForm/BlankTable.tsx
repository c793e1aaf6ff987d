import { useTranslation } from 'react-i18next';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import type { Field } from '#shared/domain/questionnaire/model.ts';
import { FieldLabel } from './RequestSheet.tsx';
import styles from './requestForm.module.css';
import type { RequestRows } from './requestForm.ts';
import { WritingPlace } from './WritingPlace.tsx';
import { writingSpace } from './writingSpace.ts';

/** Choices that may be ticked inside a row; of a longer list the number is written. */
const MOST_TICKS = 3;

/**
 * A repeat to fill by hand: in the first line of a row what is written, in the second what is chosen. A
 * list too long for a row is numbered above the table, and its number goes into the box.
 */
export function BlankTable({ part }: { readonly part: RequestRows }) {
  const { t } = useTranslation('papers');
  const language = useLanguage();
  const asked = part.fields.filter((field) => field.asked);
  const listed = asked.filter(isNumbered);
  const lines = [
    asked.filter((field) => writingSpace(field).kind !== 'choices'),
    asked.filter((field) => writingSpace(field).kind === 'choices'),
  ].filter((line) => line.length > 0);
  return (
    <div>
      <h3 className={styles.partTitle}>{part.title}</h3>
      {listed.length > 0 && (
        <div className={styles.lists}>
          {listed.map((field) => (
            <p key={field.name}>
              <strong>{field.label[language]}:</strong>{' '}
              {field.choices.map((choice, index) => (
                <span key={choice.name} className={styles.listed}>
                  <Bdi>{index + 1}</Bdi> {choice.label[language]}
                </span>
              ))}
            </p>
          ))}
        </div>
      )}
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.count}>
              {t('rowNumber')}
            </th>
            <th scope="col">
              {lines.map((line) => (
                <span key={line[0]?.name} className={styles.cells} style={columnsOf(line)}>
                  {line.map((field) => (
                    <span key={field.name}>
                      <FieldLabel field={field} />
                      {isNumbered(field) && <> ({t('request.numberOf')})</>}
                    </span>
                  ))}
                </span>
              ))}
            </th>
          </tr>
        </thead>
        {part.rows.map((row, index) => (
          <tbody key={row.id} data-blank-row>
            <tr>
              <td className={styles.count}>
                <Bdi>{index + 1}</Bdi>
              </td>
              <td>
                {lines.map((line) => (
                  <span key={line[0]?.name} className={styles.cells} style={columnsOf(line)}>
                    {line.map((field) => (
                      <span key={field.name} className={styles.cell}>
                        {isNumbered(field) ? (
                          <span className={styles.numberBox} />
                        ) : (
                          <WritingPlace field={field} />
                        )}
                      </span>
                    ))}
                  </span>
                ))}
              </td>
            </tr>
          </tbody>
        ))}
      </table>
    </div>
  );
}

function isNumbered(field: Field): boolean {
  return writingSpace(field).kind === 'choices' && field.choices.length > MOST_TICKS;
}

const BOX_MM = 3.4;
const TICK_MM = 13;

/** How much of a line each kind of answer needs: the same in the head and in every row. */
function columnsOf(line: readonly Field[]): { readonly gridTemplateColumns: string } {
  const widths = line.map((field) => {
    const space = writingSpace(field);
    switch (space.kind) {
      case 'boxes':
        return `${space.groups.reduce((all, group) => all + group, 0) * BOX_MM + space.groups.length}mm`;
      case 'date':
        return '30mm';
      case 'choices':
        return isNumbered(field) ? 'minmax(0, 1fr)' : `${field.choices.length * TICK_MM}mm`;
      case 'yesNo':
        return `${2 * TICK_MM}mm`;
      case 'money':
      case 'moneyOrNone':
        return '28mm';
      case 'line':
      case 'lines':
      case 'office':
        return 'minmax(0, 1fr)';
    }
  });
  return { gridTemplateColumns: widths.join(' ') };
}
