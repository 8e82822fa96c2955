import type { City, Journey } from './plain';

/** A journey with its city: what a row of the board is made of. */
export interface JourneyInList extends Journey {
  city: City;
}

/** All conditions given must hold. */
export interface JourneyFilter {
  programmeKey?: string;
  cityKey?: string;
  status?: Journey['status'][];
}

/** By the city's English name, then by id. */
export interface JourneyKey {
  nameEn: string;
  id: string;
}
