const EASTERN_DIGITS = /[\u0660-\u0669\u06F0-\u06F9]/g;

/**
 * Eastern digits (Arabic ٠-٩ and Persian/Urdu ۰-۹) become 0-9, and the Arabic decimal and thousands
 * marks become `.` and `,`. Everything else stays as it was typed.
 */
export function toWesternDigits(text: string): string {
  return text
    .replace(EASTERN_DIGITS, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
    .replaceAll('\u066B', '.')
    .replaceAll('\u066C', ',');
}
