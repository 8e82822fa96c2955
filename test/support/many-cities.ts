import type { JoinRequest } from '@citypath/contracts';
import type { House } from './house';
import { addPerson } from './yiwu-on-its-way';

/** Many cities of one programme whose workshop report is wanted. */
export interface ManyCities {
  /** In the order of their names. */
  journeyIds: string[];
  /** The programme's manager and director, and an officer who holds the seat in every city. */
  people: Record<'manager' | 'director' | 'officer', string>;
  addresses: Record<'manager' | 'director' | 'officer', string>;
}

const PEOPLE = {
  manager: { familyName: 'Li', givenName: 'Wen', address: 'li.wen@programme.example', language: 'en' },
  director: { familyName: 'Sorkin', givenName: 'Lauren', address: 'sorkin@programme.example', language: 'en' },
  officer: { familyName: 'Xiong', givenName: 'Tao', address: 'xiong.tao@cities.example', language: 'zh' },
} as const;
const BEFORE_THE_REPORT = ['application', 'selection', 'grant', 'cro', 'asw_prep', 'asw'];

/** So many join at the same time. */
const AT_ONCE = 8;

/** Takes so many cities over by HTTP: Rowtown 01, Rowtown 02 … */
export async function manyCities(house: House, count: number): Promise<ManyCities> {
  const administrator = await house.asAdministrator();
  const people = {
    manager: await addPerson(house, PEOPLE.manager),
    director: await addPerson(house, PEOPLE.director),
    officer: await addPerson(house, PEOPLE.officer),
  };
  for (const seat of ['manager', 'director'] as const) {
    await administrator.put('PUT', `/programmes/100rc-cn/seats/${seat}`, { person: people[seat] });
  }
  const numbers = Array.from({ length: count }, (_, index) => String(index + 1).padStart(2, '0'));
  const join = async (number: string): Promise<string> => {
    const names = { nameEn: `Rowtown ${number}`, nameZh: `行列${number}市`, level: 'county-level-city' };
    await administrator.put('PUT', `/cities/rowtown-${number}`, { ...names, country: 'CN', calendar: 'cn' });
    const joining: JoinRequest = {
      programme: '100rc-cn',
      city: `rowtown-${number}`,
      joinedOn: null,
      takeover: true,
      seats: [{ seat: 'cro', person: people.officer, fromOn: null }],
      done: BEFORE_THE_REPORT.map((step) => ({ step, happenedOn: null })),
    };
    return (await administrator.does('/journeys', joining)).journeyId;
  };
  const journeyIds: string[] = [];
  for (let from = 0; from < count; from += AT_ONCE) {
    journeyIds.push(...(await Promise.all(numbers.slice(from, from + AT_ONCE).map(join))));
  }
  const addresses = {
    manager: PEOPLE.manager.address,
    director: PEOPLE.director.address,
    officer: PEOPLE.officer.address,
  };
  return { journeyIds, people, addresses };
}
