export { createJourneyWorker } from './journey-worker';
export type { JourneyWorkerOptions } from './journey-worker';
export { BulkActActivity } from './activities/bulk-act.activity';
export { PeopleFirst } from './activities/people-first';
export { RunningJourneys } from './activities/journey-door';
export { RecordActivity } from './activities/record.activity';
export type { RecordKeeper } from './activities/record.activity';
