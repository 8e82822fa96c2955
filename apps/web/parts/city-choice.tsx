import { NativeSelect } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { boardQuery, programmesQuery } from '../api/queries';
import { useSpeech } from '../words/use-words';

interface Props {
  label: string;
  /** The label stands above it, as it does beside other fields. */
  withLabel?: boolean;
  /** The words of the choice of all. */
  all: string;
  chosen: string | null;
  onChoose: (city: string | null) => void;
}

/** Narrows a list down to one city. */
export function CityChoice({ label, withLabel = false, all, chosen, onChoose }: Props) {
  const speech = useSpeech();
  const programme = useQuery(programmesQuery).data?.programmes[0]?.key;
  const board = useInfiniteQuery({ ...boardQuery(programme ?? '', 'all'), enabled: programme !== undefined });
  const cities = board.data?.pages.flatMap((page) => page.rows.map((row) => row.city)) ?? [];
  const isMissing = chosen !== null && !cities.some(({ key }) => key === chosen);
  return (
    <NativeSelect
      {...(withLabel ? { label } : { 'aria-label': label })}
      value={chosen ?? ''}
      onChange={(event) => onChoose(event.target.value === '' ? null : event.target.value)}
      data={[
        { value: '', label: all },
        ...(isMissing ? [{ value: chosen, label: chosen }] : []),
        ...cities.map((city) => ({ value: city.key, label: speech.cityName(city) })),
      ]}
    />
  );
}
