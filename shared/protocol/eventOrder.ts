interface Placed {
  readonly hlc: string;
  readonly deviceId: string;
  readonly epoch: number;
  readonly seq: number;
}

/**
 * The one order in which the events of a case are reduced, wherever they are read: by the hybrid
 * clock, which runs with cause and effect, and between events that know nothing of each other by the
 * device, so that every laptop and headquarters find the same case.
 */
export function compareEvents(left: Placed, right: Placed): number {
  return (
    compare(left.hlc, right.hlc) ||
    compare(left.deviceId, right.deviceId) ||
    left.epoch - right.epoch ||
    left.seq - right.seq
  );
}

function compare(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
