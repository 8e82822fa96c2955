import { LEASE_MS } from '@citypath/courier';
import { FaultStory, rounds } from './fault-story';

let story: FaultStory;
beforeAll(async () => {
  story = await FaultStory.open();
});
afterAll(() => story.close());

describe.each(['courier', 'api'] as const)('kill -9 of the %s', (name) => {
  test.each(rounds)(
    'while a command is being recorded and a letter is being posted, round %i: both go on',
    async () => {
      await story.round(story.process(name));
    },
    // What a dead courier had claimed waits until its lease is over.
    LEASE_MS * 4,
  );
});

test('afterwards every fact is there once, and every letter was posted once or is listed as unknown', async () => {
  await story.expectNothingLost();
});
