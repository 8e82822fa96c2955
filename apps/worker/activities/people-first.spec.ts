import { PeopleFirst } from './people-first';

const CITIES = ['yiwu', 'deyang', 'haiyan', 'huangshi'].map((city) => ({ commandId: `bulk-${city}` }));
const byPerson = (commandId: string) => [{ by: 'p-1', commandId }];

/** Gives each city its command; what is in progress ends only when it is told to. */
class Giving {
  readonly inProgress: (() => void)[] = [];
  most = 0;

  readonly give = (): Promise<void> =>
    new Promise((resolve) => {
      this.inProgress.push(resolve);
      this.most = Math.max(this.most, this.inProgress.length);
    });

  async untilAllAreGiven(given: Promise<unknown>): Promise<void> {
    const ended = given.then(() => true);
    while (!(await Promise.race([ended, new Promise<false>((resolve) => setImmediate(resolve, false))])))
      this.inProgress.shift()?.();
  }
}

test('with nobody else at work a bulk act gives several cities their command at the same time', async () => {
  const giving = new Giving();
  await giving.untilAllAreGiven(new PeopleFirst().each(CITIES, 3, giving.give));
  expect(giving.most).toBe(3);
});

test('while somebody else acts it gives one city after the other', async () => {
  const people = new PeopleFirst(60_000);
  const giving = new Giving();
  people.notice(byPerson('own-1'));
  await giving.untilAllAreGiven(people.each(CITIES, 3, giving.give));
  expect(giving.most).toBe(1);
});

test('an act that something falls due with is somebody’s too', async () => {
  const people = new PeopleFirst(60_000);
  const giving = new Giving();
  people.notice([{ by: null, commandId: 'clock' }, ...byPerson('own-1')]);
  await giving.untilAllAreGiven(people.each(CITIES, 3, giving.give));
  expect(giving.most).toBe(1);
});

test('its own commands, and what the clock says, are nobody else', async () => {
  const people = new PeopleFirst(60_000);
  const giving = new Giving();
  const given = people.each(CITIES, 2, (city) => {
    people.notice(byPerson(city.commandId));
    people.notice([{ by: null, commandId: 'clock' }]);
    return giving.give();
  });
  await giving.untilAllAreGiven(given);
  expect(giving.most).toBe(2);
});

test('once it is quiet again it is as fast as before', async () => {
  const people = new PeopleFirst(1);
  people.notice(byPerson('own-1'));
  const { promise: together, resolve } = Promise.withResolvers<number>();
  let inProgress = 0;
  // The first city ends only when a second one is on its way beside it.
  await people.each(CITIES, 2, () => {
    inProgress += 1;
    if (inProgress === 2) resolve(inProgress);
    return together;
  });
  expect(await together).toBe(2);
});
