export type { BulkActActivities, BulkActEnd, EndRequest, Given, GiveRequest } from './bulk-act/bulk-act.activities';
export type { CityJourneyActivities, RecordRequest, RecordResult } from './city-journey/city-journey.activities';
export type { WatchActivities, WatchOutcome } from './watch/watch.activities';
