import type { Language } from '@citypath/calendar';

/** Told in that language, above a letter that is repeated in it: whoever needs it reads it. */
export const BELOW: Record<Language, string> = { en: 'English below', zh: '下附中文' };

/** A language as HTML names it. */
export function langOf(language: Language): string {
  return language === 'zh' ? 'zh-CN' : 'en';
}
