import type { City, Language, PersonShort, Text } from '@citypath/contracts';
import { createContext, use } from 'react';
import { dayInWords, instantInWords, workingDaysInWords, type DueDay } from './dates';
import { cityNameOf, fullNameOf, nameOf, say, type Bilingual } from './language';

export interface LanguageChoice {
  language: Language;
  choose: (language: Language) => void;
}

export const LanguageContext = createContext<LanguageChoice>({ language: 'en', choose: () => undefined });

export function useLanguage(): LanguageChoice {
  return use(LanguageContext);
}

/** The words of one part of the page, in the reader's language. */
export function useWords<Words>(words: Bilingual<Words>): Words {
  return words[useLanguage().language];
}

/** How data is written in the reader's language. */
export interface Speech {
  language: Language;
  say: (text: Text) => string;
  name: (person: PersonShort) => string;
  fullName: (person: PersonShort) => string;
  cityName: (city: City) => string;
  /** Between a name and what is said of it. */
  colon: string;
  /** One after the other: Chinese has no space between them. */
  sentences: (...said: string[]) => string;
  /** 'Mon 26 Oct 2026' */
  day: (on: string) => string;
  /** 'Mon 26 Oct', where there is little room: the year of near days goes without saying. */
  shortDay: (on: string) => string;
  /** 'Mon 26 Oct 2026, 09:00' on the reader's own clock. */
  instant: (at: string) => string;
  /** 'in 3 working days' */
  workingDays: (left: number, days: DueDay) => string;
}

export function useSpeech(): Speech {
  const { language } = useLanguage();
  return {
    language,
    say: (text) => say(text, language),
    name: (person) => nameOf(person, language),
    fullName: (person) => fullNameOf(person, language),
    cityName: (city) => cityNameOf(city, language),
    colon: language === 'zh' ? '：' : ': ',
    sentences: (...said) => said.filter((one) => one !== '').join(language === 'zh' ? '' : ' '),
    day: (on) => dayInWords(on, language),
    shortDay: (on) => dayInWords(on, language, new Date().toISOString().slice(0, 10)),
    instant: (at) => instantInWords(at, language),
    workingDays: (left, days) => workingDaysInWords(left, language, days),
  };
}
