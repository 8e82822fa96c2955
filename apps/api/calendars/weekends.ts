/**
 * ISO weekdays off by country, where they are not Saturday and Sunday. After the Unicode Consortium's week data
 * (CLDR 47), and for countries that it leaves at the default after their own laws: BD, BN, MV, NP.
 */
const WEEKENDS: Record<string, number[]> = {
  AF: [4, 5],
  BD: [5, 6],
  BH: [5, 6],
  BN: [5, 7],
  DZ: [5, 6],
  EG: [5, 6],
  IL: [5, 6],
  IN: [7],
  IQ: [5, 6],
  IR: [5],
  JO: [5, 6],
  KW: [5, 6],
  LY: [5, 6],
  MV: [5, 6],
  NP: [6],
  OM: [5, 6],
  QA: [5, 6],
  SA: [5, 6],
  SD: [5, 6],
  SY: [5, 6],
  UG: [7],
  YE: [5, 6],
};

/** The weekdays off in a country, Monday is 1. */
export function weekendOf(country: string): number[] {
  return [...(WEEKENDS[country] ?? [6, 7])];
}
