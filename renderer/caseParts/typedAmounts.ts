/** An amount as typed in riyals, in halalas: `1,500.50` → 150050. Null where nothing is typed; undefined for what is none. */
export function halalasTyped(text: string): number | null | undefined {
  const typed = text.trim().replaceAll(/[,٬\s]/gu, '');
  if (typed === '') return null;
  const read = /^(\d{1,8})(?:\.(\d{1,2}))?$/u.exec(typed);
  if (!read) return undefined;
  const halalas = Number(read[1]) * 100 + Number((read[2] ?? '').padEnd(2, '0'));
  return halalas === 0 ? undefined : halalas;
}

/** A count of things, 1 to 99,999. Null where nothing is typed; undefined for what is none. */
export function countTyped(text: string): number | null | undefined {
  const typed = text.trim();
  if (typed === '') return null;
  return /^[1-9]\d{0,4}$/u.test(typed) ? Number(typed) : undefined;
}
