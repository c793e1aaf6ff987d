import { compactIdentifier } from './digits.ts';

function matched(text: string, form: RegExp): string | null {
  const compact = compactIdentifier(text).toUpperCase();
  return form.test(compact) ? compact : null;
}

/** The short national address, four letters and four digits (`RAAA2919`), in capitals; else null. */
export function parseShortAddress(text: string): string | null {
  return matched(text, /^[A-Z]{4}\d{4}$/);
}

/** The building number of the national address: four digits; else null. */
export function parseBuildingNumber(text: string): string | null {
  return matched(text, /^\d{4}$/);
}

/** The additional number of the national address: four digits; else null. */
export function parseAdditionalNumber(text: string): string | null {
  return matched(text, /^\d{4}$/);
}

/** The postal code: five digits; else null. */
export function parsePostalCode(text: string): string | null {
  return matched(text, /^\d{5}$/);
}

/** The number of a commercial register: ten digits, of which the form alone is checked; else null. */
export function parseCommercialRegister(text: string): string | null {
  return matched(text, /^\d{10}$/);
}
