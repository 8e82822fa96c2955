export { cast, programmeSeats } from './cast';
export type { CastKey } from './cast';
export { fourCities } from './four-cities';
export type { SeedCity } from './four-cities';
export { loadDemonstration } from './load';
export { planDates } from './plan';
export type { PlannedDates } from './plan';
