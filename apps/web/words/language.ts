import type { City, Language, PersonShort, Text } from '@citypath/contracts';

/** The same words in both languages; the English ones say which there must be. */
export interface Bilingual<Words> {
  en: Words;
  zh: Words;
}

export function bilingual<Words>(en: Words, zh: NoInfer<Words>): Bilingual<Words> {
  return { en, zh };
}

const storageKey = 'citypath-language';

/** The language to begin with, until the session says which one the person reads. */
export function firstLanguage(): Language {
  try {
    const kept = localStorage.getItem(storageKey);
    if (kept === 'en' || kept === 'zh') return kept;
  } catch {
    // A browser that keeps nothing: the browser's own language it is.
  }
  return navigator.language.startsWith('zh') ? 'zh' : 'en';
}

export function keepLanguage(language: Language): void {
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // It is kept for this page only.
  }
}

/** A title or sentence of the data, in the reader's language. */
export function say(text: Text, language: Language): string {
  return text[language];
}

/** A person's name; the Chinese one to Chinese readers, where it is confirmed. */
export function nameOf(person: PersonShort, language: Language): string {
  return language === 'zh' ? (person.nameZh ?? person.name) : person.name;
}

/** So many words of an English title stand before the name; a longer title stands after it. */
const shortTitleWords = 2;

/** Name and title as each language orders them: "Vice Mayor Xiong Tao", "熊涛副市长". */
export function fullNameOf(person: PersonShort, language: Language): string {
  const title = person.title?.[language] ?? null;
  const name = nameOf(person, language);
  if (title === null) return name;
  if (language === 'en') return title.split(' ').length > shortTitleWords ? `${name}, ${title}` : `${title} ${name}`;
  return person.nameZh === null ? `${name} ${title}` : `${name}${title}`;
}

export function cityNameOf(city: City, language: Language): string {
  return language === 'zh' ? (city.nameZh ?? city.nameEn) : city.nameEn;
}
