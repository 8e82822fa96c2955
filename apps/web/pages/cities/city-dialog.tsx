import type { AddCityRequest, CityRow } from '@citypath/contracts';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { calendarsQuery } from '../../api/calendars';
import { addCity, cityProposalQuery, correctCity } from '../../api/cities';
import { failureOf } from '../../api/problem-error';
import { Dialog } from '../../parts/dialog';
import { citiesWords } from '../../words/cities-words';
import { formWords } from '../../words/form-words';
import { useSpeech, useWords } from '../../words/use-words';
import { emptyCity, filledCity, needsZone, requestOf, type FilledCity } from './filled-city';
import { CityDoubles } from './city-doubles';
import styles from './cities.module.css';

/** Where several fields stand side by side, their inputs keep one line. */
const below: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error'];

interface Props {
  /** Null: a new one. */
  city: CityRow | null;
  onOpenOther: (key: string) => void;
  onClose: () => void;
  /** Told of the city that was saved; else the dialog just closes. */
  onSaved?: (key: string) => void;
}

/** A city is added or corrected. What is typed is held against the records while it is typed. */
export function CityDialog({ city, onOpenOther, onClose, onSaved }: Props) {
  const words = useWords(citiesWords);
  const general = useWords(formWords);
  const speech = useSpeech();
  const queryClient = useQueryClient();
  const [filled, setFilled] = useState<FilledCity>(city ? filledCity(city) : emptyCity);
  const {
    anotherOne: _,
    calendar: __,
    timeZone: _zone,
    topicEn: ___,
    topicZh: ____,
    ...typed
  } = useDeferredValue(filled);
  const known = useQuery(calendarsQuery).data?.known;
  const proposal = useQuery(cityProposalQuery({ ...typed, key: city?.key ?? null })).data;
  const saving = useMutation({
    mutationFn: (body: AddCityRequest) => (city ? correctCity(city.key, body) : addCity(body)),
    onSuccess: async (saved) => {
      await queryClient.invalidateQueries();
      if (onSaved) onSaved(saved.city.key);
      else onClose();
    },
  });
  const failure = saving.isError ? failureOf(saving.error) : null;
  const errors = failure?.kind === 'problem' ? (failure.problem.errors ?? []) : [];
  const errorOf = (field: string) =>
    errors.find(({ pointer }) => pointer === `/${field}`)?.detail ??
    (proposal?.complaints.some((complaint) => complaint.field === field)
      ? proposal.complaints
          .filter((complaint) => complaint.field === field)
          .map(({ sentence }) => speech.say(sentence))[0]
      : undefined);
  const change = (changes: Partial<FilledCity>) => {
    setFilled({ ...filled, ...changes });
    if (saving.isError) saving.reset();
  };
  const line = (field: 'nameEn' | 'nameZh' | 'gbCode' | 'country' | 'timeZone' | 'topicEn' | 'topicZh') => ({
    value: filled[field],
    error: errorOf(field),
    autoComplete: 'off',
    maxLength: 200,
    inputWrapperOrder: below,
    onChange: (event: { target: { value: string } }) => change({ [field]: event.target.value }),
  });
  const code = proposal?.code ?? null;
  const offersCode = code !== null && code.gbCode !== filled.gbCode && filled.nameZh.trim() !== '';
  return (
    <Dialog title={city ? words.correctCity(speech.cityName(city)) : words.add} wide onClose={onClose}>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          saving.mutate(requestOf(filled));
        }}
      >
        <div className={styles.pair}>
          <TextInput
            {...line('nameEn')}
            label={words.nameEn}
            description={words.nameEnHint}
            data-first-focus
            required
          />
          <TextInput {...line('nameZh')} label={words.nameZh} description={words.nameZhHint} lang="zh-CN" />
        </div>
        {offersCode ? (
          <button
            type="button"
            className={styles.link}
            onClick={() => change({ gbCode: code.gbCode, level: code.level, nameZh: code.name })}
          >
            {words.takeCode(code.gbCode, code.name)} · {words.levels[code.level]}
          </button>
        ) : null}
        <div className={styles.pair}>
          <NativeSelect
            label={words.level}
            value={filled.level}
            error={errorOf('level')}
            onChange={(event) => change({ level: event.target.value as FilledCity['level'] })}
            data={Object.entries(words.levels).map(([value, label]) => ({ value, label }))}
          />
          <TextInput {...line('gbCode')} label={words.code} description={words.codeHint} inputMode="numeric" />
          <TextInput {...line('country')} label={words.country} description={words.countryHint} />
          <NativeSelect
            label={words.calendar}
            inputWrapperOrder={below}
            description={words.calendarHints[hintOf(filled, known)]}
            value={filled.calendar}
            onChange={(event) => change({ calendar: event.target.value as FilledCity['calendar'] })}
            data={Object.entries(words.calendarChoices).map(([value, label]) => ({ value, label }))}
          />
          {needsZone(filled) ? (
            <TextInput
              {...line('timeZone')}
              label={words.timeZone}
              description={words.timeZoneHint}
              list="time-zones"
              required
            />
          ) : null}
          <TextInput {...line('topicEn')} label={words.topicEn} />
          <TextInput {...line('topicZh')} label={words.topicZh} lang="zh-CN" />
        </div>
        <datalist id="time-zones">
          {needsZone(filled)
            ? Intl.supportedValuesOf('timeZone').map((zone) => <option key={zone} value={zone} />)
            : null}
        </datalist>
        {city === null && proposal?.key ? (
          <p className="dim small">
            {words.key}
            {speech.colon}
            <span className="mono">{proposal.key}</span>
            {speech.language === 'zh' ? '。' : '. '}
            {words.keyHint}
          </p>
        ) : null}
        <CityDoubles
          doubles={proposal?.doubles ?? []}
          isAnotherOne={filled.anotherOne}
          onAnotherOne={(anotherOne) => change({ anotherOne })}
          onOpen={onOpenOther}
        />
        <div role="alert">
          {failure && errors.length === 0 ? (
            <p className={styles.note}>{failure.kind === 'problem' ? failure.problem.detail : general.unanswered}</p>
          ) : null}
        </div>
        <div className={styles.send}>
          <Button type="submit" loading={saving.isPending}>
            {city ? words.save : words.addIt}
          </Button>
          <Button variant="default" onClick={onClose}>
            {words.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** What the choice of a calendar means for this country. */
function hintOf({ country, calendar }: FilledCity, known: string[] | undefined) {
  const code = country.trim().toUpperCase();
  if (calendar === 'weekdays') return 'weekdays';
  if (code === 'CN') return 'cn';
  return code.length === 2 && known?.includes(code) === false ? 'unknown' : 'country';
}
