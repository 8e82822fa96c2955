import type { Language } from '@citypath/contracts';

/**
 * The language of an answer: the signed-in person's own where it is known, else the first of Accept-Language that CityPath speaks.
 * @param chosen the language of the session, if there is one
 */
export function readerLanguage(chosen: Language | null | undefined, acceptLanguage: string | undefined): Language {
  if (chosen) return chosen;
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...params] = part.trim().toLowerCase().split(';');
      const quality = params.map((param) => /^\s*q=([\d.]+)\s*$/.exec(param)?.[1]).find(Boolean);
      return { language: tag.split('-')[0], quality: Number(quality ?? '1') };
    })
    .filter(({ language, quality }) => (language === 'en' || language === 'zh') && quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return wanted[0]?.language === 'zh' ? 'zh' : 'en';
}
