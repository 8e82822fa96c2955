import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { calendarQuery, calendarsQuery, offersQuery } from '../../api/calendars';
import { sessionQuery } from '../../api/queries';
import { joinsCities, runsProgrammes } from '../../api/rights';
import { Failure } from '../../parts/failure';
import { SkeletonLines } from '../../parts/skeleton-lines';
import { useTitle } from '../../parts/use-title';
import { calendarWords } from '../../words/calendar-words';
import { useSpeech, useWords } from '../../words/use-words';
import { Adoption } from './adoption';
import { Closures } from './closures';
import { CountryYear } from './country-year';
import { Notices } from './notices';
import styles from './calendars.module.css';

/** By which working days are counted. The address holds country, year, and the city whose closures are open. */
export function CalendarsPage() {
  const words = useWords(calendarWords);
  const { language } = useSpeech();
  const [search, setSearch] = useSearchParams();
  const key = inForm(search.get('country'), /^[a-z]{2}$/) ?? 'cn';
  const year = Number(inForm(search.get('year'), /^(19|20|21)\d\d$/) ?? new Date().getFullYear());
  const city = search.get('city');
  const roles = useQuery(sessionQuery).data?.roles ?? [];
  const countries = useQuery(calendarsQuery);
  const calendar = useQuery(calendarQuery(key));
  const offered = useQuery(offersQuery(roles.some(joinsCities)));
  useTitle(words.title);
  const countryName = (country: string) => new Intl.DisplayNames(language, { type: 'region' }).of(country) ?? country;
  const change = (changes: Record<string, string>) => {
    const next = new URLSearchParams(search);
    for (const [name, value] of Object.entries(changes)) next.set(name, value);
    setSearch(next, { replace: true });
  };
  return (
    <>
      <h1>{words.title}</h1>
      <p className={`dim ${styles.explained}`}>{words.explained}</p>
      {offered.data ? <Adoption offered={offered.data} /> : null}
      {offered.isError ? <Failure error={offered.error} again={() => void offered.refetch()} /> : null}
      {city === null ? null : <Closures key={city} city={city} />}
      <div className={styles.choice}>
        <NativeSelect
          label={words.country}
          value={key}
          onChange={(event) => change({ country: event.target.value })}
          data={(countries.data?.countries ?? [{ key, country: key.toUpperCase(), cities: 0 }]).map((one) => ({
            value: one.key,
            label: `${countryName(one.country)}${one.cities > 0 ? ` · ${words.cities(one.cities)}` : ''}`,
          }))}
        />
        <nav className={styles.years} aria-label={words.year}>
          <button type="button" aria-label={words.yearBefore} onClick={() => change({ year: String(year - 1) })}>
            ‹
          </button>
          <strong>{year}</strong>
          <button type="button" aria-label={words.yearAfter} onClick={() => change({ year: String(year + 1) })}>
            ›
          </button>
        </nav>
      </div>
      {calendar.isPending ? <SkeletonLines lines={12} height={40} /> : null}
      {calendar.isError ? <Failure error={calendar.error} again={() => void calendar.refetch()} /> : null}
      {calendar.data ? (
        <>
          <CountryYear calendar={calendar.data.calendar} year={year} />
          <Notices
            calendarKey={key}
            notices={calendar.data.notices}
            mayChange={roles.some(({ role }) => role === 'administrator')}
          />
        </>
      ) : null}
      {city === null && roles.some(runsProgrammes) ? (
        <p className={`dim small ${styles.section}`}>
          {words.chooseCity} <Link to="/cities">{words.toCities}</Link>
        </p>
      ) : null}
    </>
  );
}

/** What stands in the address, where it is what it should be. */
function inForm(given: string | null, form: RegExp): string | null {
  return given !== null && form.test(given) ? given : null;
}
