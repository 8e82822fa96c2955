import { NativeSelect } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { boardQuery, programmesQuery } from '../../api/queries';
import { letterWords } from '../../words/letter-words';
import { useSpeech, useWords } from '../../words/use-words';

interface Props {
  chosen: string | null;
  onChoose: (city: string | null) => void;
}

/** Narrows the letters down to one city. */
export function CityChoice({ chosen, onChoose }: Props) {
  const words = useWords(letterWords);
  const speech = useSpeech();
  const programme = useQuery(programmesQuery).data?.programmes[0]?.key;
  const board = useInfiniteQuery({ ...boardQuery(programme ?? '', 'all'), enabled: programme !== undefined });
  const cities = board.data?.pages.flatMap((page) => page.rows.map((row) => row.city)) ?? [];
  const isMissing = chosen !== null && !cities.some(({ key }) => key === chosen);
  return (
    <NativeSelect
      aria-label={words.filter}
      value={chosen ?? ''}
      onChange={(event) => onChoose(event.target.value === '' ? null : event.target.value)}
      data={[
        { value: '', label: words.allCities },
        ...(isMissing ? [{ value: chosen, label: chosen }] : []),
        ...cities.map((city) => ({ value: city.key, label: speech.cityName(city) })),
      ]}
    />
  );
}
