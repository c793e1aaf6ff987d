import { useTranslation } from 'react-i18next';

const KILOBYTE = 1024;
const MEGABYTE = 1024 * KILOBYTE;

interface Size {
  readonly unit: 'sizeKilobytes' | 'sizeMegabytes';
  readonly size: string;
}

/** Whole kilobytes, at least one where there is anything; from one megabyte on, megabytes with a decimal. */
export function sizeOf(bytes: number): Size {
  if (bytes >= MEGABYTE) {
    return { unit: 'sizeMegabytes', size: String(Number((bytes / MEGABYTE).toFixed(1))) };
  }
  const size = bytes === 0 ? 0 : Math.min(1023, Math.max(1, Math.round(bytes / KILOBYTE)));
  return { unit: 'sizeKilobytes', size: String(size) };
}

/** How much something is, in words. @param bytes its length */
export function useSizeWords(): (bytes: number) => string {
  const { t } = useTranslation('common');
  return (bytes) => {
    const { unit, size } = sizeOf(bytes);
    return t(unit, { size });
  };
}
