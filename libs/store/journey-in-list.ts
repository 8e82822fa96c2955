import type { City, Journey } from './plain';

/** A journey with its city: what a row of the board is made of. */
export interface JourneyInList extends Journey {
  city: City;
}

/** All conditions given must hold. */
export interface JourneyFilter {
  programmeKey?: string;
  cityKey?: string;
  journeyId?: string;
  ids?: string[];
  status?: Journey['status'][];
  /** What the one who asks may see; null: everything. */
  sight: Sight | null;
}

/** The journeys that somebody may see: all of these programmes, and these. */
export interface Sight {
  programmes: string[];
  journeyIds: string[];
}

/** By the city's English name, then by id. */
export interface JourneyKey {
  nameEn: string;
  id: string;
}
