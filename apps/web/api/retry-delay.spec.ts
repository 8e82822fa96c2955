import { retryDelayMs } from './retry-delay';

describe('coming back after the api was away', () => {
  it('waits twice as long each time, half a minute at most', () => {
    const waits = [1, 2, 3, 4, 5, 6, 7, 100].map((failures) => retryDelayMs(failures, 0));
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
  });

  it('spreads those who wait over a quarter of the time', () => {
    expect(retryDelayMs(3, 1)).toBe(3_000);
    expect(retryDelayMs(3, 0.5)).toBe(3_500);
  });
});
