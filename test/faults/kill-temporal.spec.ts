import { ownTemporal, type OwnServer } from '../support/own-servers';
import { FaultStory, rounds } from './fault-story';

let temporal: OwnServer;
let story: FaultStory;
beforeAll(async () => {
  temporal = await ownTemporal();
  story = await FaultStory.open({ temporalAddress: temporal.address });
}, 60_000);
afterAll(async () => {
  await story.close();
  await temporal.remove();
});
jest.setTimeout(90_000);

test.each(rounds)('kill -9 of Temporal while a command is being recorded, round %i: it is recorded once', async () => {
  await story.round(temporal);
});

test('afterwards every fact is there once, and every letter was posted once or is listed as unknown', async () => {
  await story.expectNothingLost();
});
