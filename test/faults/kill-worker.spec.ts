import { FaultStory, rounds } from './fault-story';

let story: FaultStory;
beforeAll(async () => {
  story = await FaultStory.open();
});
afterAll(() => story.close());

test.each(rounds)('kill -9 of the worker in the middle of a record, round %i: it is recorded once', async () => {
  await story.round(story.process('worker'));
});

test('afterwards every fact is there once, and every letter was posted once or is listed as unknown', async () => {
  await story.expectNothingLost();
});
