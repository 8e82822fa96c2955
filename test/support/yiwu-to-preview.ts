import type { JourneyToPreview } from '@citypath/letters';
import type { Person } from '@citypath/store';
import { JourneyInHand } from './journey-in-hand';

const nothing = {
  displayName: null,
  zhName: null,
  titleEn: null,
  titleZh: null,
  otherAddresses: [],
  timeZone: null,
  leave: null,
  postWindow: null,
  calendarHash: null,
  lettersHeldUntilOn: null,
  bounced: null,
  isAdministrator: false,
  erasedAt: null,
};
const person = (id: string, familyName: string, givenName: string, more: Partial<Person> = {}): Person => ({
  ...nothing,
  id,
  familyName,
  givenName,
  address: `${id}@citypath.example`,
  language: null,
  ...more,
});

const people = [
  person('p-cro', 'Xiong', 'Tao', { zhName: '熊涛', titleEn: 'Vice Mayor', titleZh: '副市长' }),
  person('p-manager', 'Li', 'Wen', { zhName: '李文' }),
  person('p-director', 'Sorkin', 'Lauren', { displayName: 'Lauren Sorkin' }),
];

/** Yiwu on 1 March 2027, on its way: the report of its workshop is due on 15 March. For letters that are only looked at. */
export function yiwuToPreview(): { journey: JourneyToPreview; hand: JourneyInHand; people: Person[] } {
  const hand = new JourneyInHand('2027-03-01')
    .join({
      takeover: true,
      seats: [{ seat: 'cro', person: 'p-cro', fromOn: null }],
      done: ['application', 'selection', 'grant', 'cro', 'asw_prep', 'asw', 'leadership_group'].map((step) => ({
        step,
        happenedOn: null,
      })),
    })
    .give({ kind: 'agree-date', step: 'asw_report', dueOn: '2027-03-15', reason: 't-1' });
  const { state, context } = hand;
  const { programme, definitionHash, calendarHash } = state;
  const city = { key: 'yiwu', nameEn: 'Yiwu', nameZh: '义乌市' };
  const journey = {
    state,
    context,
    programmeSeats: { manager: 'p-manager', director: 'p-director' },
    people,
    journey: { programmeKey: programme, definitionHash, calendarHash, state, stale: false, demonstration: true, city },
  };
  return { journey, hand, people };
}
