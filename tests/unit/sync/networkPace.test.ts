import { describe, expect, it } from 'vitest';
import { NetworkPace } from '#electron/sync/networkPace.ts';

const SLOW = 6_001;
const USUAL = 4_000;
const QUICK = 1_999;

describe('how much is sent at once', () => {
  it('begins with the most, and stays there on a quick network', () => {
    const pace = new NetworkPace({ least: 8, most: 2000 });
    pace.answered(QUICK);
    expect(pace.atOnce).toBe(2000);
  });

  it('is half as much after a long wait or none at all, and never less than the least', () => {
    const pace = new NetworkPace({ least: 8, most: 100 });
    pace.answered(SLOW);
    expect(pace.atOnce).toBe(50);
    pace.lost();
    expect(pace.atOnce).toBe(25);
    for (let cut = 0; cut < 5; cut += 1) pace.lost();
    expect(pace.atOnce).toBe(8);
  });

  it('is half of what was too large, however little that was', () => {
    const pace = new NetworkPace({ least: 8, most: 100 });
    pace.refused(6);
    expect(pace.atOnce).toBe(3);
    pace.lost();
    expect(pace.atOnce).toBe(3);
  });

  it('grows again while answers come quickly, and rests where they come in their time', () => {
    const pace = new NetworkPace({ least: 8, most: 100 });
    pace.lost();
    pace.lost();
    pace.answered(USUAL);
    expect(pace.atOnce).toBe(25);
    pace.answered(QUICK);
    pace.answered(QUICK);
    pace.answered(QUICK);
    expect(pace.atOnce).toBe(100);
  });
});
