import type { CalendarResponse } from '@citypath/contracts';
import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { Field, FormPart } from '../../forms/parts-of-form';
import { calendarWords } from '../../words/calendar-words';
import { useSpeech, useWords, type Speech } from '../../words/use-words';
import { Marks, type Mark } from './marks';
import styles from './calendars.module.css';

type Notice = CalendarResponse['notices'][number];
type Kind = Notice['kind'];

interface Props {
  calendarKey: string;
  notices: Notice[];
  mayChange: boolean;
}

/** What an administrator knows of a country's holidays before the calendars that came with CityPath do. */
export function Notices({ calendarKey, notices, mayChange }: Props) {
  const words = useWords(calendarWords);
  const speech = useSpeech();
  const [kind, setKind] = useState<Kind>('closure');
  return (
    <Marks
      key={calendarKey}
      heading={words.notices}
      explained={words.noticesExplained}
      empty={words.noNotices}
      marks={notices.map((notice) => markOf(notice, words, speech))}
      path={`/calendars/${calendarKey}/notices`}
      mayChange={mayChange}
      add={words.addNotice}
      submit={words.saveNotice}
      parts={partsOf(kind, words)}
      kindOfBody={kind}
    >
      <NativeSelect
        className={styles.kind ?? ''}
        label={words.noticeKind}
        value={kind}
        onChange={(event) => setKind(event.target.value as Kind)}
        data={Object.entries(words.noticeKinds).map(([value, label]) => ({ value, label }))}
      />
    </Marks>
  );
}

type Words = (typeof calendarWords)['en'];

function markOf({ id, kind, fromOn, toOn, title, source }: Notice, words: Words, speech: Speech): Mark {
  const days = fromOn === toOn ? speech.day(fromOn) : `${speech.day(fromOn)} – ${speech.day(toOn)}`;
  return {
    id,
    days: kind === 'year-published' ? speech.say(title) : days,
    title: kind === 'year-published' ? '' : `${speech.say(title)} · ${words.noticeKinds[kind]}`,
    small: source,
  };
}

function partsOf(kind: Kind, words: Words): FormPart[] {
  const field = (pointer: string, label: string, input: Field['input']): FormPart => ({
    part: 'field',
    field: { pointer, label, required: true, input },
  });
  const line = { type: 'line', maxLength: 200 } as const;
  const source = field('/source', words.source, line);
  if (kind === 'year-published') return [field('/year', words.year, { type: 'number', min: 1990, max: 2190 }), source];
  return [
    field('/fromOn', words.from, { type: 'day' }),
    field('/toOn', words.to, { type: 'day' }),
    field('/titleEn', words.titleEn, line),
    field('/titleZh', words.titleZh, line),
    source,
  ];
}
