export { createJourneyWorker } from './journey-worker';
export type { JourneyWorkerOptions } from './journey-worker';
export { RecordActivity } from './activities/record.activity';
export type { RecordKeeper } from './activities/record.activity';
