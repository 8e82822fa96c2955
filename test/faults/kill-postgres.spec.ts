import { ownPostgres, type OwnServer } from '../support/own-servers';
import { FaultStory, rounds } from './fault-story';

let postgres: OwnServer;
let story: FaultStory;
beforeAll(async () => {
  postgres = await ownPostgres();
  story = await FaultStory.open({ postgresUrl: postgres.address });
});
afterAll(async () => {
  await story.close();
  await postgres.remove();
});

test.each(rounds)('kill -9 of PostgreSQL in the middle of a record, round %i: it is recorded once', async () => {
  await story.round(postgres);
});

test('afterwards every fact is there once, and every letter was posted once or is listed as unknown', async () => {
  await story.expectNothingLost();
});
