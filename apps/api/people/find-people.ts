import type { NamesOfPerson } from '@citypath/store';
import { pinyin } from 'pinyin-pro';

/**
 * Finds people by what somebody remembers of them: the name in either order and in any capitals ("QIU Aijun",
 * "Aijun Qiu"), without spaces, a part of it, the Chinese name (also where only its spelling is known, and the other
 * way round), or an address.
 * @returns those that fit, in the order given; everybody for an empty search
 */
export function findPeople<One extends NamesOfPerson>(people: readonly One[], search: string): One[] {
  const wanted = search.normalize('NFKC').trim().toLowerCase();
  if (wanted === '') return [...people];
  const words = wanted
    .split(/[\s,，·.]+/)
    .map(letters)
    .filter((word) => word !== '');
  const joined = letters(wanted);
  const spelled = HAN.test(wanted) ? spellingsOf(wanted) : [];
  return people.filter((person) => {
    if (person.addresses.some((address) => address.includes(wanted))) return true;
    if (person.zhName !== null && joined !== '' && letters(person.zhName).includes(joined)) return true;
    const forms = latinForms(person);
    if (fits(forms, words, joined)) return true;
    if (spelled.some((spelling) => forms.some((form) => form === spelling))) return true;
    return person.zhName !== null && !HAN.test(wanted) && fits(zhForms(person.zhName), words, joined);
  });
}

const HAN = /\p{Script=Han}/u;

/** All words somewhere in one form, or all of it written as one word. */
function fits(forms: readonly string[], words: readonly string[], joined: string): boolean {
  if (joined === '') return false;
  return forms.some((form) => form.includes(joined) || words.every((word) => form.includes(word)));
}

function latinForms({ familyName, givenName, displayName }: NamesOfPerson): string[] {
  const [family, given] = [letters(familyName), letters(givenName)];
  return [family + given, given + family, letters(displayName ?? '')].filter((form) => form !== '');
}

const known = new Map<string, string[]>();
/** Spelling is the slow part; a name is spelled once. Far more names than people of a network are not kept. */
const MOST_KNOWN = 20_000;

function zhForms(zhName: string): string[] {
  const kept = known.get(zhName);
  if (kept) return kept;
  if (known.size >= MOST_KNOWN) known.clear();
  const forms = spellingsOf(zhName);
  known.set(zhName, forms);
  return forms;
}

/** Family name first and last; a character of several readings is read as a family name at the beginning, and as in a text. */
function spellingsOf(zhName: string): string[] {
  const characters = zhName.replace(/[^\p{Script=Han}]/gu, '');
  const readings = [
    pinyin(characters, { toneType: 'none', type: 'array', surname: 'head' }),
    pinyin(characters, { toneType: 'none', type: 'array' }),
  ];
  const orders = readings.flatMap((syllables) =>
    // One or two characters of family name: which, the spelling does not say.
    [0, 1, 2].map((family) => [...syllables.slice(family), ...syllables.slice(0, family)].join('')),
  );
  return [...new Set(orders.flatMap((form) => [letters(form), letters(form.replaceAll('ü', 'v'))]))];
}

/** Letters and digits only, in small letters and without marks above them. */
function letters(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^\p{Letter}\p{Number}]/gu, '');
}
