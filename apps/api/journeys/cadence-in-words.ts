import type { CadenceInWords, Text } from '@citypath/contracts';
import { requireStep, type Cadence, type StepState } from '@citypath/journey';
import type { KnownJourney } from './journey-reader';
import { sentence } from './words';

/** On which days the owner of a step is reminded, and whose choice that is. */
export function cadenceInWords(
  { state, context }: KnownJourney,
  { ref, step }: Pick<StepState, 'ref' | 'step'>,
): CadenceInWords {
  const { all, steps = {} } = state.cadence ?? {};
  const own = steps[ref] ?? steps[step];
  const ofProgramme = requireStep(context.definition, ref).cadence ?? context.definition.cadence;
  const cadence = own ?? all ?? ofProgramme;
  return {
    unit: cadence.before.unit,
    before: cadence.before.days,
    after: cadence.afterWorkingDays,
    of: own ? 'step' : all ? 'city' : 'programme',
    sentence: daysText(cadence),
  };
}

/** "7, 3 and 1 working days before its day, on the day, and 1 and 4 working days after it" */
function daysText({ before: { unit, days }, afterWorkingDays: after }: Cadence): Text {
  const before = days.filter((day) => day > 0);
  const calendarDays = unit === 'calendar-days';
  const parts: Text[] = [];
  if (before.length > 0) {
    parts.push({
      en: `${before.join(', ')} ${calendarDays ? 'days' : 'working days'} before it`,
      zh: `到期前${before.join('、')}${calendarDays ? '天' : '个工作日'}`,
    });
  }
  if (days.includes(0)) parts.push({ en: 'on the due day', zh: '到期当日' });
  if (after.length > 0) {
    parts.push({ en: `${after.join(', ')} working days after it`, zh: `逾期后${after.join('、')}个工作日` });
  }
  if (parts.length === 0) return { en: 'No reminders.', zh: '不发送提醒。' };
  const [en, zh] = [parts.map((part) => part.en).join('; '), parts.map((part) => part.zh).join('；')];
  return sentence(`reminders go ${en}.`, `提醒时间：${zh}。`);
}
