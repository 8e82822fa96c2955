import { dateInWords } from '@citypath/calendar';
import type { JoinRequest } from '@citypath/contracts';
import type { Cell } from '../file/table';
import { cellText } from '../file/table';
import { readDay } from './read-day';
import type { RowReader } from './read-row';
import { readMark } from './read-words';

/** What a row tells of a step: nothing, done on a day, or done on a day that nobody knows. */
export function stepOfRow(row: RowReader, step: string): NonNullable<JoinRequest['done']>[number] | null {
  const field = `step.${step}`;
  const cell = row.cell(field);
  if (cell === null) return null;
  const mark = markOf(cell);
  if (mark === false) return null;
  if (mark === true) return { step, happenedOn: null };
  const on = dayOfRow(row, field);
  return on === null ? null : { step, happenedOn: on };
}

/** The day in a field. Null: there is none, or it cannot be known, which is said. */
export function dayOfRow(row: RowReader, field: string): string | null {
  const cell = row.cell(field);
  if (cell === null) return null;
  const day = readDay(cell, row.mapping.dayOrder);
  if (day.kind === 'day') return day.on;
  if (day.kind === 'ambiguous') {
    row.refuse(field, {
      en: `It may be ${dateInWords(day.first, 'en')} or ${dateInWords(day.second, 'en')}. Say above which comes first, or write ${day.first}.`,
      zh: `可能是${dateInWords(day.first, 'zh')}，也可能是${dateInWords(day.second, 'zh')}。请在上方选择日月顺序，或写作 ${day.first}。`,
    });
  } else {
    const marks = field.startsWith('step.')
      ? { en: ' Where only the day is not known, write x.', zh: '如已完成而日期不详，请写 x。' }
      : { en: '', zh: '' };
    row.refuse(field, {
      en: `This is not a day. Write it as 2026-10-26, 26/10/2026 or 2026年10月26日.${marks.en}`,
      zh: `无法识别该日期。请写作 2026-10-26、26/10/2026 或 2026年10月26日。${marks.zh}`,
    });
  }
  return null;
}

function markOf(cell: Cell): boolean | null {
  if (typeof cell === 'boolean') return cell;
  return readMark(cellText(cell));
}
