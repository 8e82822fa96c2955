import { useQuery } from '@tanstack/react-query';
import { closuresQuery } from '../../api/calendars';
import type { Field, FormPart } from '../../forms/parts-of-form';
import { Failure } from '../../parts/failure';
import { SkeletonLines } from '../../parts/skeleton-lines';
import { calendarWords } from '../../words/calendar-words';
import { useSpeech, useWords } from '../../words/use-words';
import { Marks } from './marks';

/** The days on which one city hall is closed. */
export function Closures({ city: key }: { city: string }) {
  const words = useWords(calendarWords);
  const speech = useSpeech();
  const closures = useQuery(closuresQuery(key));
  if (closures.isPending) return <SkeletonLines lines={4} height={36} />;
  if (closures.isError) return <Failure error={closures.error} again={() => void closures.refetch()} />;
  const { city, closures: entered } = closures.data;
  return (
    <Marks
      heading={words.closures(speech.cityName(city))}
      explained={words.closuresExplained}
      empty={words.noClosures}
      marks={entered.map(({ id, fromOn, toOn, title, reason, by, since }) => ({
        id,
        days: fromOn === toOn ? speech.day(fromOn) : `${speech.day(fromOn)} – ${speech.day(toOn)}`,
        title: speech.say(title),
        small: `${reason} · ${words.by(by, speech.instant(since))}`,
      }))}
      path={`/cities/${encodeURIComponent(key)}/closures`}
      mayChange
      add={words.addClosure}
      submit={words.saveClosure}
      parts={partsOf(words)}
    />
  );
}

function partsOf(words: (typeof calendarWords)['en']): FormPart[] {
  const field = (pointer: string, label: string, input: Field['input']): FormPart => ({
    part: 'field',
    field: { pointer, label, required: true, input },
  });
  const line = { type: 'line', maxLength: 200 } as const;
  return [
    field('/fromOn', words.from, { type: 'day' }),
    field('/toOn', words.to, { type: 'day' }),
    field('/titleEn', words.titleEn, line),
    field('/titleZh', words.titleZh, line),
    field('/reason', words.reason, { type: 'lines', maxLength: 4000 }),
  ];
}
