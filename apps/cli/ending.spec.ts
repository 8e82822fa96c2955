import { readConfig } from '@citypath/runtime';
import { CommanderError } from 'commander';
import { endingOf } from './ending';
import { PartAway } from './part-away';

function thrown(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    return error;
  }
}

describe('how the command line ends', () => {
  it.each([
    ['help that was asked for', new CommanderError(0, 'commander.helpDisplayed', ''), 0, null],
    ['a wrong command', new CommanderError(1, 'commander.unknownCommand', 'unknown'), 2, null],
    ['whatever else failed', new Error('There is no journey a.b.'), 1, 'There is no journey a.b.'],
  ])('after %s', (_what, error, exitCode, sentence) => {
    expect(endingOf(error)).toEqual({ exitCode, sentence });
  });

  it('after looking for a part that is away', () => {
    const sentence = 'PostgreSQL cannot be reached: refused.';
    expect(endingOf(new PartAway('PostgreSQL', new Error('refused')))).toEqual({ exitCode: 3, sentence });
  });

  it('names all that is wrong with the environment, as a wrong question', () => {
    const error = thrown(() => readConfig(['databaseUrl', 'temporalAddress'], { TEMPORAL_ADDRESS: 'nowhere' }));
    expect(endingOf(error)).toEqual({
      exitCode: 2,
      sentence: 'Bad configuration: DATABASE_URL is missing; TEMPORAL_ADDRESS must be host:port.',
    });
  });
});
