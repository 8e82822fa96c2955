import { addWorkingDays, type CalendarData, type Day } from '@citypath/calendar';

export interface PlannedDates {
  city: string;
  dates: { step: string; dueOn: Day }[];
  /** Steps that the officer hands in at once, so that something waits to be accepted. */
  submitted: string[];
}

/**
 * Dates around today, so that every kind of thing can be seen on any day of the year: a step due within three working
 * days, one late before its first rung (the third working day) and one beyond it, one submitted. Planned by the
 * platform, not reported by the cities; each is marked so.
 * @param today the day in the cities' zone
 */
export function planDates(calendar: CalendarData, today: Day): PlannedDates[] {
  const inWorkingDays = (days: number): Day => addWorkingDays(calendar, today, days);
  const phaseOne = (firstInDays: number): PlannedDates['dates'] => [
    { step: 'p1_stakeholders', dueOn: inWorkingDays(firstInDays) },
    { step: 'p1_actions', dueOn: inWorkingDays(25) },
    { step: 'p1_assets', dueOn: inWorkingDays(40) },
  ];
  return [
    { city: 'deyang', dates: phaseOne(-5), submitted: [] },
    { city: 'huangshi', dates: phaseOne(10), submitted: ['p1_stakeholders'] },
    { city: 'haiyan', dates: [{ step: 'asw_report', dueOn: inWorkingDays(2) }, ...phaseOne(20)], submitted: [] },
    {
      city: 'yiwu',
      dates: [
        { step: 'asw_report', dueOn: inWorkingDays(-2) },
        { step: 'leadership_group', dueOn: inWorkingDays(12) },
        ...phaseOne(20),
      ],
      submitted: [],
    },
  ];
}
