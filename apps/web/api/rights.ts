import type { Role } from '@citypath/contracts';

/** Whether a role runs programmes: only then pages offer what is done to cities and programmes. The api decides. */
export function runsProgrammes(role: Role): boolean {
  return role.role === 'administrator' || (role.role === 'programme' && ['manager', 'director'].includes(role.seat));
}

/** Whether a role takes cities into some programme, and decides on their calendars. */
export function joinsCities(role: Role): boolean {
  return role.role === 'administrator' || (role.role === 'programme' && role.seat === 'manager');
}

/** Whether a role may take cities into a programme. */
export function joinsCitiesTo(programme: string): (role: Role) => boolean {
  return (role) =>
    role.role === 'administrator' ||
    (role.role === 'programme' && role.programme === programme && role.seat === 'manager');
}

/** Whether a role adds people and corrects them. Whoever runs programmes looks them up. */
export function mayAddPeople(role: Role): boolean {
  return role.role === 'administrator' || (role.role === 'programme' && role.seat === 'manager');
}
