export type { CityJourneyActivities, RecordRequest, RecordResult } from './city-journey/city-journey.activities';
