import { emptyState, fold } from '@citypath/journey';
import { CitySeats } from './city-seats';
import { Journal } from './journal/journal';
import { type OwnDatabase, ownDatabase } from './spec/own-database';
import { fact, Yiwu } from './spec/yiwu';

describe('who sits where in the cities', () => {
  let database: OwnDatabase;
  let seats: CitySeats;

  beforeAll(async () => {
    database = await ownDatabase(process.env['CITYPATH_TEST_DATABASE_URL']);
    seats = new CitySeats(database.dataSource);
    const journal = new Journal(database.dataSource);
    const appointed = (seq: number, seat: string, holder: string | null, liaison: string | null) =>
      fact(seq, { kind: 'seat-appointed', seat, holder, liaison, happenedOn: null, tell: false });
    for (const [key, nameEn, seatsOfCity] of [
      ['yiwu', 'Yiwu', [appointed(2, 'cro', 'p-xiong', 'p-office'), appointed(3, 'mayor', null, null)]],
      ['deyang', 'Deyang', [appointed(2, 'cro', 'p-qiu', null)]],
    ] as const) {
      const city = await Yiwu.settled(database.dataSource, key, nameEn);
      await journal.record(city.birth());
      await journal.record(city.request(1, [...seatsOfCity]));
    }
  });

  afterAll(() => database.drop());

  it('finds the seats of a holder and of a liaison', async () => {
    const yiwu = {
      journeyId: '100rc-cn.yiwu',
      programme: '100rc-cn',
      city: { key: 'yiwu', nameEn: 'Yiwu', nameZh: null },
    };
    const cro = { ...yiwu, seat: 'cro', holder: 'p-xiong', liaison: 'p-office' };
    expect(await seats.of('p-xiong')).toEqual([cro]);
    expect(await seats.of('p-office')).toEqual([cro]);
    expect(await seats.of('p-nobody')).toEqual([]);
  });

  it('follows a handing over, a vacancy and a fold anew', async () => {
    const huangshi = await Yiwu.settled(database.dataSource, 'huangshi', 'Huangshi');
    const journal = new Journal(database.dataSource);
    const appointed = (seq: number, holder: string | null, liaison: string | null) =>
      fact(seq, { kind: 'seat-appointed', seat: 'cro', holder, liaison, happenedOn: null, tell: false });
    const who = async (...people: string[]) =>
      Promise.all(people.map(async (person) => (await seats.of(person)).map(({ seat }) => seat)));

    await journal.record(huangshi.birth());
    await journal.record(huangshi.request(1, [appointed(2, 'p-xia', 'p-aide')]));
    expect(await who('p-xia', 'p-aide')).toEqual([['cro'], ['cro']]);
    await journal.record(huangshi.request(2, [appointed(3, 'p-successor', null)]));
    expect(await who('p-xia', 'p-aide', 'p-successor')).toEqual([[], [], ['cro']]);
    await database.dataSource.query('DELETE FROM seat_holders WHERE journey_id = $1', ['100rc-cn.huangshi']);
    await journal.refresh(
      '100rc-cn.huangshi',
      (facts) => fold(emptyState('100rc-cn.huangshi'), facts),
      () => [],
    );
    expect(await who('p-successor')).toEqual([['cro']]);
    await journal.record(huangshi.request(3, [appointed(4, null, null)]));
    expect(await who('p-successor')).toEqual([[]]);
  });

  it('lists all seats in which somebody sits, by city, in one statement', async () => {
    database.statements.length = 0;
    const all = await seats.all();
    expect(database.statements).toHaveLength(1);
    expect(all.map((seat) => `${seat.city.key} ${seat.seat} ${seat.holder ?? 'vacant'}`)).toEqual([
      'deyang cro p-qiu',
      'yiwu cro p-xiong',
    ]);
  });
});
