import type { City, SignInPeopleResponse } from '@citypath/contracts';

export type SignInPerson = SignInPeopleResponse['people'][number];

export interface PeopleGroup {
  kind: 'city' | 'programme' | 'administration' | 'others';
  city: City | null;
  people: SignInPerson[];
}

/**
 * People by where they belong: each city in the order of its English name, then the programme, then administrators.
 * Somebody with several roles stands in the first group that fits.
 */
export function groupPeople(people: SignInPerson[]): PeopleGroup[] {
  const cities = new Map<string, PeopleGroup & { city: City }>();
  const groupOf: Record<'programme' | 'administration' | 'others', SignInPerson[]> = {
    programme: [],
    administration: [],
    others: [],
  };
  for (const one of people) {
    const ofCity = one.roles.find((role) => role.role === 'city');
    if (ofCity) {
      const group = cities.get(ofCity.city.key) ?? { kind: 'city' as const, city: ofCity.city, people: [] };
      group.people.push(one);
      cities.set(ofCity.city.key, group);
    } else if (one.roles.some((role) => role.role === 'programme')) groupOf.programme.push(one);
    else if (one.roles.some((role) => role.role === 'administrator')) groupOf.administration.push(one);
    else groupOf.others.push(one);
  }
  const byName = [...cities.values()].sort((a, b) => (a.city.nameEn < b.city.nameEn ? -1 : 1));
  const rest = (['programme', 'administration', 'others'] as const).map((kind) => ({
    kind,
    city: null,
    people: groupOf[kind],
  }));
  return [...byName, ...rest].filter((group) => group.people.length > 0);
}
