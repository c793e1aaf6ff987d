const UNITS = [
  ...['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven'],
  ...['twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'],
];
const TENS = [
  ...['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'],
];
const MOST_HALALAS = 99_999_999_999;

/** An amount in halalas: `one thousand five hundred riyals and fifty halalas`. @throws RangeError for none */
export function riyalsInEnglish(halalas: number): string {
  if (!Number.isSafeInteger(halalas) || halalas < 1 || halalas > MOST_HALALAS) {
    throw new RangeError('no amount');
  }
  const riyals = Math.trunc(halalas / 100);
  const rest = halalas % 100;
  return [
    ...(riyals === 0 ? [] : [`${wordsOf(riyals)} ${riyals === 1 ? 'riyal' : 'riyals'}`]),
    ...(rest === 0 ? [] : [`${wordsOf(rest)} ${rest === 1 ? 'halala' : 'halalas'}`]),
  ].join(' and ');
}

function wordsOf(count: number): string {
  const scales = [
    [1_000_000, 'million'],
    [1000, 'thousand'],
    [100, 'hundred'],
  ] as const;
  for (const [scale, name] of scales) {
    if (count < scale) continue;
    const rest = count % scale;
    const head = `${wordsOf(Math.trunc(count / scale))} ${name}`;
    return rest === 0 ? head : `${head} ${wordsOf(rest)}`;
  }
  if (count < 20) return UNITS[count] ?? '';
  const unit = UNITS[count % 10] ?? '';
  const ten = TENS[Math.trunc(count / 10)] ?? '';
  return unit === '' ? ten : `${ten}-${unit}`;
}
