/** What the watch needs of the worker. */
export interface WatchActivities {
  /** Looks once over all journeys, in bulk, and keeps what is not as it should be. */
  lookOver: () => Promise<WatchOutcome>;
}

/** How many journeys were looked at, and how much is wrong. */
export interface WatchOutcome {
  journeys: number;
  findings: number;
}
