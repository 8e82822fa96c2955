import type { CalendarData, Text } from './calendar-data';
import type { Day } from './day';
import { daysBetween, isDay, weekday } from './day';
import { FIRST_YEAR, LAST_YEAR } from './day-number';
import { isInstant, isTimeOfDay } from './instant';

const LONGEST_CLOSURE_DAYS = 366;
const GREATEST_OFFSET_MINUTES = 26 * 60;
const MS_BETWEEN_OFFSETS = 3 * 86_400_000;

/** What is wrong with a calendar's data: one plain sentence each, beginning with its place; none when all is well. */
export function checkCalendar(data: CalendarData): string[] {
  return [
    ...checkHead(data),
    ...checkOffsets(data.offsets),
    ...checkWeekend(data.weekend),
    ...checkClosures(data.closures),
    ...checkMakeUpDays(data),
    ...checkPublishedYears(data.publishedYears),
  ];
}

function checkHead(data: CalendarData): string[] {
  const complaints: string[] = [];
  const format: number = data.format;
  if (format !== 1) complaints.push(`format: ${format} is not known, only 1`);
  if (!/^[a-z][a-z0-9-]*$/.test(data.key)) complaints.push(`key: "${data.key}" is not a short name in small letters`);
  if (data.zone.trim() === '') complaints.push('zone: has no name');
  if (!isTimeOfDay(data.morning)) complaints.push(`morning: "${String(data.morning)}" is not a time of the day`);
  return [...complaints, ...checkTitle('title', data.title)];
}

function checkTitle(place: string, title: Text): string[] {
  const complaints: string[] = [];
  if (title.en.trim() === '') complaints.push(`${place}: has no English text`);
  if (title.zh.trim() === '') complaints.push(`${place}: has no Chinese text`);
  return complaints;
}

function checkOffsets(offsets: CalendarData['offsets']): string[] {
  if (offsets.length === 0) return ['offsets: there is none'];
  return offsets.flatMap(({ from, minutes }, index) => {
    const place = `offsets[${index}]`;
    const complaints: string[] = [];
    if (!Number.isInteger(minutes) || Math.abs(minutes) > GREATEST_OFFSET_MINUTES) {
      complaints.push(`${place}.minutes: ${minutes} is not a whole number of minutes within 26 hours`);
    }
    if (!isInstant(from)) return [...complaints, `${place}.from: "${String(from)}" is not an instant`];
    const before = offsets[index - 1];
    // Closer together, the wall clocks of two changes could overlap, and a reading would have no first instant.
    if (before && isInstant(before.from) && Date.parse(from) - Date.parse(before.from) < MS_BETWEEN_OFFSETS) {
      complaints.push(`${place}.from: is not at least three days after the one before it`);
    }
    return complaints;
  });
}

function checkWeekend(weekend: number[]): string[] {
  const complaints = weekend
    .filter((day) => !(Number.isInteger(day) && day >= 1 && day <= 7))
    .map((day) => `weekend: ${day} is not a weekday from 1 to 7`);
  if (new Set(weekend).size !== weekend.length) complaints.push('weekend: names a weekday twice');
  if (new Set(weekend).size >= 7) complaints.push('weekend: leaves no working day');
  return complaints;
}

function checkClosures(closures: CalendarData['closures']): string[] {
  let lastDay: Day | undefined;
  return closures.flatMap(({ from, to, title }, index) => {
    const place = `closures[${index}]`;
    const complaints = checkTitle(`${place}.title`, title);
    if (!isDay(from)) complaints.push(`${place}.from: "${String(from)}" is not a day`);
    if (!isDay(to)) complaints.push(`${place}.to: "${String(to)}" is not a day`);
    if (!isDay(from) || !isDay(to)) return complaints;
    if (to < from) complaints.push(`${place}: ends on ${to}, before it begins on ${from}`);
    if (daysBetween(from, to) >= LONGEST_CLOSURE_DAYS) complaints.push(`${place}: is longer than a year`);
    if (lastDay && from <= lastDay) complaints.push(`${place}: begins on ${from}, not after the one before it`);
    if (!lastDay || to > lastDay) lastDay = to;
    return complaints;
  });
}

function checkMakeUpDays({ makeUpDays, closures, weekend }: CalendarData): string[] {
  let lastDay: Day | undefined;
  return makeUpDays.flatMap(({ on, title }, index) => {
    const place = `makeUpDays[${index}]`;
    const complaints = checkTitle(`${place}.title`, title);
    if (!isDay(on)) return [...complaints, `${place}.on: "${String(on)}" is not a day`];
    if (!weekend.includes(weekday(on))) complaints.push(`${place}: ${on} is not a weekend day`);
    if (closures.some(({ from, to }) => on >= from && on <= to)) complaints.push(`${place}: ${on} lies in a closure`);
    if (lastDay && on <= lastDay) complaints.push(`${place}: ${on} is not after the one before it`);
    lastDay = on;
    return complaints;
  });
}

function checkPublishedYears(years: number[]): string[] {
  return years.flatMap((year, index) => {
    const place = `publishedYears[${index}]`;
    const before = years[index - 1];
    if (!Number.isInteger(year) || year < FIRST_YEAR || year > LAST_YEAR) return [`${place}: ${year} is not a year`];
    return before !== undefined && year <= before ? [`${place}: ${year} is not after the one before it`] : [];
  });
}
