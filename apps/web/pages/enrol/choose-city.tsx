import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { citiesQuery } from '../../api/cities';
import { LookUp } from '../../parts/look-up';
import { enrolWords } from '../../words/enrol-words';
import { useWords } from '../../words/use-words';
import type { FilledEnrolment } from './filled-enrolment';
import { sessionQuery } from '../../api/queries';

interface Props {
  programme: string;
  chosen: FilledEnrolment['city'];
  error: string | undefined;
  onChoose: (city: FilledEnrolment['city']) => void;
}

/** The city that joins: those that are on their way in this programme already are not offered. */
export function ChooseCity({ programme, chosen, error, onChoose }: Props) {
  const words = useWords(enrolWords);
  const [search] = useSearchParams();
  const [typed, setTyped] = useState('');
  const session = useQuery(sessionQuery);
  const cities = useInfiniteQuery({ ...citiesQuery(useDeferredValue(typed)), enabled: session.isSuccess });
  const all = cities.data?.pages.flatMap((page) => page.cities) ?? [];
  const found = all
    .filter((city) => !city.journeys.some((journey) => journey.programme === programme))
    .map((city) => ({ value: city.key, label: [city.nameEn, city.nameZh, city.gbCode].filter(Boolean).join(' · ') }));

  // The address may name the city: from the list of cities.
  const named = search.get('city');
  const start = chosen === null && typed === '' ? found.find(({ value }) => value === named) : undefined;
  useEffect(() => {
    if (start) onChoose({ key: start.value, label: start.label });
  }, [start?.value]);

  return (
    <div>
      <LookUp
        label={words.city}
        description={words.cityHint}
        error={error}
        chosen={chosen && { value: chosen.key, label: chosen.label }}
        found={found}
        onType={setTyped}
        onChoose={(city) => onChoose(city && { key: city.value, label: city.label })}
      />
      <Link className="small" to="/cities?add=">
        {words.notThere}
      </Link>
    </div>
  );
}
