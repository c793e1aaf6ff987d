/** The branch of every prepared desk, and who sits at it. */
export const BRANCH = {
  branchName: 'مكتب مكة المكرمة',
  branchCode: 'MKH01',
  personName: 'منى سعيد العتيبي',
  password: 'طائف-وقمر-ونخلة-7',
} as const;

/** Monday, 13/06/1448; eleven in the morning in Riyadh. */
export const MORNING = '2026-11-23T08:00:00.000Z';
