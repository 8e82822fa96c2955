import type { City } from '@citypath/contracts';
import { useSpeech } from '../words/use-words';

/** A city's name in the reader's language, and the other one beside it where it is known. */
export function CityName({ city }: { city: City }) {
  const { language, cityName } = useSpeech();
  const other = language === 'zh' ? city.nameEn : city.nameZh;
  return (
    <>
      {cityName(city)}
      {other === null || other === cityName(city) ? null : (
        <>
          {' '}
          <span className="dim" lang={language === 'zh' ? 'en' : 'zh-CN'} style={{ fontWeight: 400 }}>
            {other}
          </span>
        </>
      )}
    </>
  );
}
