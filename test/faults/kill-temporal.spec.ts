import { ownTemporal, type OwnServer } from '../support/own-servers';
import { FaultStory, rounds } from './fault-story';

let temporal: OwnServer;
let story: FaultStory;
beforeAll(async () => {
  temporal = await ownTemporal();
  story = await FaultStory.open({ temporalAddress: temporal.address });
});
afterAll(async () => {
  await story.close();
  await temporal.remove();
});

test.each(rounds)('kill -9 of Temporal while a command is being recorded, round %i: it is recorded once', async () => {
  await story.round(temporal);
});

test('afterwards every fact is there once, and every letter was posted once or is listed as unknown', async () => {
  await story.expectNothingLost();
});
