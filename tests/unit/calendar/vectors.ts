import type { PrintedDate } from '#shared/domain/answers/answer.ts';

/** The field's vectors: Hijri day, Gregorian day. */
export const BOTH_AGREE = [
  ['01/01/1420', '1999-04-17'],
  ['24/09/1420', '2000-01-01'],
  ['09/01/1425', '2004-02-29'],
  ['01/01/1437', '2015-10-14'],
  ['01/01/1440', '2018-09-11'],
  ['10/12/1441', '2020-07-31'],
  ['10/12/1443', '2022-07-09'],
  ['01/09/1444', '2023-03-23'],
  ['01/01/1447', '2025-06-26'],
  ['01/09/1447', '2026-02-18'],
  ['01/09/1445', '2024-03-11'],
  ['01/01/1446', '2024-07-07'],
  ['29/05/1446', '2024-12-01'],
  ['01/06/1446', '2024-12-02'],
  ['25/08/1446', '2025-02-24'],
  ['01/09/1446', '2025-03-01'],
  ['29/09/1446', '2025-03-29'],
  ['01/10/1446', '2025-03-30'],
  ['01/01/1448', '2026-06-16'],
  ['29/12/1450', '2029-05-13'],
  ['30/12/1445', '2024-07-06'],
  ['30/12/1448', '2027-06-05'],
] as const;

export const INTL_WRONG = [
  ['23/10/1389', '1970-01-01'],
  ['07/08/1395', '1975-08-14'],
  ['13/10/1405', '1985-07-01'],
  ['28/08/1410', '1990-03-25'],
  ['13/09/1419', '1998-12-31'],
  ['01/07/1400', '1980-05-15'],
  ['06/02/1454', '2032-05-15'],
  ['12/11/1457', '2036-01-10'],
] as const;

export const DO_NOT_EXIST = ['30/09/1446', '30/12/1447'] as const;

/** A Hijri date from `DD/MM/YYYY`. */
export function hijri(text: string): PrintedDate {
  const [day = 0, month = 0, year = 0] = text.split('/').map(Number);
  return { calendar: 'hijri', year, month, day };
}

/** A Gregorian date from `YYYY-MM-DD`. */
export function gregorian(text: string): PrintedDate {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return { calendar: 'gregorian', year, month, day };
}
