import type { PersonShort } from '@citypath/contracts';
import type { Person } from '@citypath/store';

/** A person as pages show one. Family name first, unless the person's own way of writing it is known. */
export function personShort(person: Person): PersonShort {
  const erased = person.erasedAt !== null;
  return {
    id: person.id,
    name: erased ? 'A person who was erased' : (person.displayName ?? `${person.familyName} ${person.givenName}`),
    nameZh: erased ? '已删除的人员' : person.zhName,
    title: person.titleEn === null && person.titleZh === null ? null : { en: person.titleEn, zh: person.titleZh },
    erased,
  };
}
