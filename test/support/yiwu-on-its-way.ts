import type { CreatePersonRequest, JoinRequest } from '@citypath/contracts';
import { createPersonResponse } from '@citypath/contracts';
import type { House } from './house';

/** The people of the story: the officer reads Chinese, the programme English. */
const people = {
  cro: person('Xiong', 'Tao', 'zh', { titleEn: 'Vice Mayor', titleZh: '副市长' }),
  mayor: person('Office', 'Mayor', 'zh'),
  manager: person('Li', 'Wen', 'en'),
  director: person('Sorkin', 'Lauren', 'en', { displayName: 'Lauren Sorkin' }),
} satisfies Record<string, CreatePersonRequest>;

export type Role = keyof typeof people;

/** Those of Deyang; the programme's are the same. */
const peopleOfDeyang = {
  cro: { ...person('Qiu', 'Aijun', 'zh'), address: 'qiu.aijun@deyang.example' },
  mayor: { ...person('Office', 'Mayor', 'zh'), address: 'office.mayor@deyang.example' },
} satisfies Partial<Record<Role, CreatePersonRequest>>;

/** A city in 100 Resilient Cities China: who is who, and where its journey is. */
export interface Yiwu {
  journeyId: string;
  /** '/journeys/100rc-cn.yiwu' */
  path: string;
  /** Ids. */
  people: Record<Role, string>;
  /** Mail addresses. */
  addresses: Record<Role, string>;
}

/**
 * Takes Yiwu over by HTTP, as an administrator does: its officer is in post and its workshop was held, on days not
 * known, so that the workshop report is wanted and nothing is late.
 */
export async function takeOverYiwu(house: House): Promise<Yiwu> {
  const administrator = await house.asAdministrator();
  const ids: Partial<Record<Role, string>> = {};
  for (const [role, request] of Object.entries(people) as [Role, CreatePersonRequest][]) {
    ids[role] = await addPerson(house, request);
  }
  const known = ids as Record<Role, string>;
  for (const seat of ['manager', 'director'] as const)
    await administrator.put('PUT', `/programmes/100rc-cn/seats/${seat}`, { person: known[seat] });
  const names = { nameEn: 'Yiwu', nameZh: '义乌市', level: 'county-level-city', gbCode: '330782' };
  return takeOver(house, 'yiwu', names, known, people);
}

/** Takes Deyang over beside Yiwu, with the same behind it and people of its own in its seats. */
export async function takeOverDeyang(house: House, yiwu: Yiwu): Promise<Yiwu> {
  const cro = await addPerson(house, peopleOfDeyang.cro);
  const mayor = await addPerson(house, peopleOfDeyang.mayor);
  const names = { nameEn: 'Deyang', nameZh: '德阳市', level: 'prefecture' };
  return takeOver(house, 'deyang', names, { ...yiwu.people, cro, mayor }, { ...people, ...peopleOfDeyang });
}

async function takeOver(
  house: House,
  city: string,
  names: object,
  known: Record<Role, string>,
  called: Record<Role, CreatePersonRequest>,
): Promise<Yiwu> {
  const administrator = await house.asAdministrator();
  await administrator.put('PUT', `/cities/${city}`, { ...names, country: 'CN', calendar: 'cn' });
  const joining: JoinRequest = {
    programme: '100rc-cn',
    city,
    joinedOn: null,
    takeover: true,
    seats: [
      { seat: 'cro', person: known.cro, fromOn: null },
      { seat: 'mayors_office', person: known.mayor, fromOn: null },
    ],
    done: ['application', 'selection', 'grant', 'cro', 'asw_prep', 'asw'].map((step) => ({ step, happenedOn: null })),
  };
  const { journeyId } = await administrator.does('/journeys', joining);
  return {
    journeyId,
    path: `/journeys/${journeyId}`,
    people: known,
    addresses: Object.fromEntries(
      Object.entries(called).map(([role, { address }]) => [role, address]),
    ) as Yiwu['addresses'],
  };
}

/** Adds a person. @returns the id */
export async function addPerson(house: House, request: CreatePersonRequest): Promise<string> {
  const administrator = await house.asAdministrator();
  const { person: added } = createPersonResponse.parse(await administrator.put('POST', '/people', request));
  return added.id;
}

/** What a report is handed in as. */
export function report(title = 'Workshop report'): { evidence: object } {
  return { evidence: { report: { kind: 'document', title, link: 'https://yiwu.example/report.pdf' } } };
}

function person(
  familyName: string,
  givenName: string,
  language: CreatePersonRequest['language'],
  more: Partial<CreatePersonRequest> = {},
): CreatePersonRequest {
  const address = `${familyName}.${givenName}@yiwu.example`.toLowerCase();
  return { familyName, givenName, address, language, ...more };
}
