import { inflateRawSync } from 'node:zlib';
import type { Inflate } from '#shared/workbook/archive.ts';

/** Never unpacks more than is asked for: what goes beyond the limit is refused while it is unpacked. */
export const inflate: Inflate = (packed, most) => {
  try {
    return inflateRawSync(packed, { maxOutputLength: most });
  } catch {
    return null;
  }
};
