/**
 * The hybrid logical clock (Kulkarni and others, 2014): near wall time, never going back, so that
 * events sort by cause although a laptop's clock was wrong. Text form: 15 digits of milliseconds
 * since 1970, a dash, 5 digits of a counter; it sorts as text.
 */

const COUNTER_LIMIT = 99_999;
const LATEST_MILLISECONDS = 999_999_999_999_999;

/**
 * The stamp of the next event.
 * @param previous the greatest stamp seen so far, of this journal or of events received; null if none
 * @param nowMs wall time in milliseconds; may lie before `previous`
 * @throws RangeError when `previous` is no stamp or time does not fit fifteen digits
 */
export function nextHlc(previous: string | null, nowMs: number): string {
  if (!Number.isSafeInteger(nowMs) || nowMs < 0) throw new RangeError('not a time');
  if (previous === null) return format(nowMs, 0);
  const last = parse(previous);
  if (nowMs > last.milliseconds) return format(nowMs, 0);
  return last.counter < COUNTER_LIMIT
    ? format(last.milliseconds, last.counter + 1)
    : format(last.milliseconds + 1, 0);
}

/** The later of two stamps; null stands before every stamp. */
export function laterHlc(left: string | null, right: string | null): string | null {
  if (left === null) return right;
  return right === null || left >= right ? left : right;
}

function parse(stamp: string): { readonly milliseconds: number; readonly counter: number } {
  if (!/^\d{15}-\d{5}$/.test(stamp)) throw new RangeError('not a clock stamp');
  return { milliseconds: Number(stamp.slice(0, 15)), counter: Number(stamp.slice(16)) };
}

function format(milliseconds: number, counter: number): string {
  if (milliseconds > LATEST_MILLISECONDS) throw new RangeError('not a time');
  return `${String(milliseconds).padStart(15, '0')}-${String(counter).padStart(5, '0')}`;
}
