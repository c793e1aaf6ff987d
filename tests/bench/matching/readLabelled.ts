import { guessColumns } from '#shared/domain/linkage/guessColumns.ts';
import { createRecordReader, dayOrderOf, fieldsOf } from '#shared/domain/linkage/recordReader.ts';
import { type Register, RegisterBuilder } from '#shared/domain/linkage/register.ts';
import type { LabelledRecord, LabelledRegister } from './arabicRegister.ts';

/** Puts labelled records into a register as the command line does with those of files. */
export function registerOf({ headings, left, right }: LabelledRegister): Register {
  const map = guessColumns(headings);
  const fields = fieldsOf(map);
  const builder = new RegisterBuilder(fields);
  const add = (records: readonly LabelledRecord[]) => {
    const dateAt = map.birthDate === undefined ? -1 : headings.indexOf(map.birthDate);
    const dates = records.slice(0, 2000).map(({ cells }) => cells[dateAt] ?? '');
    const read = createRecordReader(fields, map, headings, dayOrderOf(dates));
    for (const { cells } of records) builder.add(read(cells));
  };
  add(left);
  if (right.length > 0) {
    builder.beginRight();
    add(right);
  }
  return builder.finish();
}
