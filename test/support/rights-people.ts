import type { RightsRole } from '@citypath/contracts';
import type { House } from './house';
import { addPerson, takeOverYiwu } from './yiwu-on-its-way';

/** The city that the roles are looked at from, and another one of the programme. */
export type Place = 'here' | 'next-door';
export const JOURNEYS: Record<Place, string> = { here: '100rc-cn.yiwu', 'next-door': '100rc-cn.deyang' };

export interface RightsPeople {
  /** Ids; nobody is nobody. */
  inRole: Record<Exclude<RightsRole, 'nobody'>, string>;
  /** Somebody of each city who is in none of the roles. */
  somebody: Record<Place, string>;
}

/** Yiwu and Deyang with somebody else in every role that the page of rights tells apart. */
export async function rightsPeople(house: House): Promise<RightsPeople> {
  const yiwu = await takeOverYiwu(house);
  const administrator = await house.asAdministrator();
  const named = (name: string) =>
    addPerson(house, { familyName: 'Role', givenName: name, address: `${name}@roles.example`, language: 'en' });
  const city = { nameEn: 'Deyang', level: 'prefecture', country: 'CN', calendar: 'cn' };
  await administrator.put('PUT', '/cities/deyang', city);
  const [liaison, accepting, otherSeat, otherCity, evaluator, somebodyElse] = [
    await named('liaison'),
    await named('accepting'),
    await named('other-seat'),
    await named('other-city'),
    await named('evaluator'),
    await named('somebody'),
  ];
  await administrator.does('/journeys', {
    programme: '100rc-cn',
    city: 'deyang',
    joinedOn: null,
    takeover: true,
    seats: [
      { seat: 'cro', person: otherCity, fromOn: null },
      { seat: 'mayors_office', person: somebodyElse, fromOn: null },
      // A seat that is vacant is served by the programme: here none is.
      { seat: 'steering_committee', person: somebodyElse, fromOn: null },
    ],
    done: ['application', 'selection', 'grant', 'cro', 'asw_prep', 'asw'].map((step) => ({ step, happenedOn: null })),
  });
  await administrator.does(`${yiwu.path}/seats/cro/liaison`, { person: liaison });
  for (const [seat, person] of [
    ['steering_committee', accepting],
    ['focal_point', otherSeat],
  ]) {
    await administrator.does(`${yiwu.path}/seats/${seat}/appointment`, { person, fromOn: null });
  }
  await administrator.put('PUT', '/programmes/100rc-cn/seats/evaluator', { person: evaluator });
  return {
    inRole: {
      administrator: administrator.person ?? '',
      manager: yiwu.people.manager,
      director: yiwu.people.director,
      evaluator,
      responsible: yiwu.people.cro,
      liaison,
      accepting,
      'other-seat': otherSeat,
      'other-city': otherCity,
    },
    somebody: { here: yiwu.people.mayor, 'next-door': somebodyElse },
  };
}
