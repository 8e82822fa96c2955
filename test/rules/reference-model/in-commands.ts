import { addDays, type CalendarData, type Day } from '@citypath/calendar';
import type { Command } from '@citypath/journey';
import { plainCalendar } from '../../time-skipping/small-programme';
import { cadenceOf, definitionOf, NAMES, VERSIONS, type StepName, type Version } from './four-steps';
import type { ModelAct, StepAct } from './model-act';
import type { Paper } from './paper';
import { mappingTo } from './versions-taken';
import type { Weekday } from './weekdays';

const MONDAY: Day = '2026-01-05';

/** @param commands ids of what was done, in order */
export function commandFor(act: ModelAct, paper: Paper, commands: readonly string[]): Command {
  const reason = 't-1';
  switch (act.kind) {
    case 'adopt-definition':
      return {
        kind: act.kind,
        hash: `d${act.version}`,
        definition: definitionOf(act.version),
        reason,
        steps: mappingInNames(paper.version, act.version),
      };
    case 'adopt-calendar':
      return { kind: act.kind, hash: `c${act.offOn}`, calendar: calendarWith([...paper.off, act.offOn]), reason };
    case 'undo':
      return { kind: act.kind, act: commands.at(-1 - act.back) ?? 'none', reason };
    case 'hold':
      return { kind: act.kind, awaiting: 't-1', reason, untilOn: dayOf(act.untilOn) };
    case 'resume':
    case 'withdraw':
    case 'readmit':
    case 'finish':
      return { kind: act.kind, reason };
    case 'appoint':
    case 'hand-over':
      return { kind: act.kind, seat: act.seat, person: act.person, fromOn: null };
    case 'vacate':
      return { kind: act.kind, seat: act.seat, on: dayOf(paper.today) };
    case 'name-liaison':
      return act;
    case 'set-cadence':
      return {
        kind: act.kind,
        step: act.step === null ? null : nameIn(paper.version, act.step),
        cadence: act.reminded && cadenceOf(act.reminded),
      };
    default:
      return uponStep(act, nameIn(paper.version, act.step));
  }
}

function uponStep(act: StepAct, step: string): Command {
  const reason = 't-1';
  switch (act.kind) {
    case 'submit':
      return { kind: 'submit', step, evidence: { text: 't-1', keys: ['document'] } };
    case 'ask-waiver':
      return { kind: 'submit', step, evidence: { text: null, keys: [] }, waiver: { reason } };
    case 'accept':
      return { kind: act.kind, step };
    case 'return':
      return { kind: act.kind, step, comment: 't-1' };
    case 'complete':
      return { kind: act.kind, step, happenedOn: null, reason };
    case 'agree-date':
      return { kind: act.kind, step, dueOn: dayOf(act.dueOn), reason };
    case 'acknowledge':
      return { kind: act.kind, step, untilOn: dayOf(act.untilOn) };
    case 'reassign':
      return { kind: act.kind, step, seat: act.seat, reason };
    case 'comment':
      return { kind: act.kind, step, comment: 't-1', audience: 'everyone', mentions: [], as: [] };
    default:
      return { kind: act.kind, step, reason };
  }
}

export function nameIn(version: Version, name: StepName): string {
  return VERSIONS[version].steps[name]?.called ?? name;
}

function mappingInNames(from: Version, to: Version): Record<string, string | null> {
  const mapping = mappingTo(from, to);
  return Object.fromEntries(
    NAMES.filter((name) => name in mapping).map((name) => [nameIn(from, name), mapping[name] ?? null]),
  );
}

export function calendarWith(off: readonly Weekday[]): CalendarData {
  const days = [...new Set(off)].sort((a, b) => a - b).map(dayOf);
  return { ...plainCalendar, closures: days.map((day) => ({ from: day, to: day, title: { en: 'Off', zh: 'Off' } })) };
}

export function dayOf(weekday: Weekday): Day {
  return addDays(MONDAY, Math.floor(weekday / 5) * 7 + (weekday % 5));
}

export function weekdayOf(day: Day): Weekday {
  const days = (Date.parse(day) - Date.parse(MONDAY)) / 86_400_000;
  return Math.floor(days / 7) * 5 + Math.min(days % 7, 4);
}
