import { instantAt } from '@citypath/calendar';
import type { Command } from '@citypath/journey';
import { foretellAct, foretellActs, type ActAhead, type Recipient, type Today } from '@citypath/post';
import { resilientCitiesChina } from '@citypath/programmes';
import { china } from '../support/china';
import { JourneyInHand } from '../support/journey-in-hand';

const wanted = resilientCitiesChina.steps.find(({ key }) => key === 'application')?.evidence ?? [];
const evidence = { text: 't-1', keys: wanted.map(({ key }) => key) };
const submitted: Command = { kind: 'submit', step: 'application', evidence };
const accepted: Command = { kind: 'accept', step: 'application' };

describe('the days ahead when people do something at moments to come', () => {
  it('remind until the step is handed in, ask once to accept it, and tell of the acceptance', () => {
    const { today, first, act } = applying();
    const later = [act('2026-05-26', submitted), act('2026-05-27', accepted)];
    expect(told(foretellActs(today, [first, ...later], '2026-06-05'), 'application')).toEqual([
      '2026-05-19 reminder → p-focal',
      '2026-05-25 reminder → p-focal',
      '2026-05-26 to-accept → p-manager',
      '2026-05-27 accepted → p-focal',
    ]);
  });

  it('tell of the dates that a newer calendar has moved on the next working morning', () => {
    const { today, first, act } = applying();
    const typhoon = { from: '2026-04-01', to: '2026-04-02', title: { en: 'Typhoon', zh: '台风' } } as const;
    const calendar = { ...china, closures: [...china.closures, typhoon].sort((a, b) => a.from.localeCompare(b.from)) };
    const adopted = act('2026-03-06', { kind: 'adopt-calendar', hash: 'c2', calendar, reason: 't-1' });
    expect(told(foretellActs(today, [first, adopted], '2026-03-20'), null)).toContain(
      '2026-03-09 dates-moved → p-focal',
    );
  });

  it('are those of a single act where there is but one, done now', () => {
    const { today, first } = applying();
    const one = foretellAct(today, first, '2026-06-05');
    const several = foretellActs(today, [first], '2026-06-05');
    expect(several).toMatchObject({ kind: 'foretold', letters: 'letters' in one ? one.letters : null });
  });

  it('end at the act that would be refused, and say what was done before it', () => {
    const { today, first, act } = applying();
    const foretold = foretellActs(today, [first, act('2026-06-01', accepted)], '2026-06-05');
    expect(foretold).toMatchObject({ kind: 'refused', refusal: { code: 'step-not-submitted' } });
    expect(foretold.done).toHaveLength(1);
  });

  it('do not run back', () => {
    const { today, first, act } = applying();
    const backwards = [first, act('2026-06-02', submitted), act('2026-06-01', submitted)];
    expect(() => foretellActs(today, backwards, '2026-06-05')).toThrow('Time does not run back');
  });
});

/** A city that has nothing yet, about to join on Monday 2 March 2026: its application is due on 28 May, 60 working days on. */
function applying() {
  const { context, state, now } = new JourneyInHand('2026-03-02');
  const journey = { context, state, programmeSeats: { manager: 'p-manager', director: 'p-director' } };
  const nothing = { waiting: [], unreported: [], skipped: new Set<string>() };
  const today: Today = { now, journeys: [journey], recipient: atTheirDesk, ...nothing };
  const doneAt = (at: ActAhead['at'], command: ActAhead['command']): ActAhead => {
    const id = `${command.kind} ${at}`;
    return { at, journeyId: state.journeyId, command, stamp: { id, hash: id, by: 'p-manager', onBehalfOf: null } };
  };
  const seats = [{ seat: 'focal_point', person: 'p-focal', fromOn: null }];
  const pins = { programme: '100rc-cn', definitionHash: 'd1', calendarHash: 'c1' };
  return {
    today,
    first: doneAt(now, {
      kind: 'join',
      city: 'testville',
      ...pins,
      joinedOn: '2026-03-02',
      takeover: false,
      seats,
      done: [],
    }),
    act: (day: `${number}-${number}-${number}`, command: ActAhead['command']) =>
      doneAt(instantAt(china, day, '10:00'), command),
  };
}

function told(foretold: ReturnType<typeof foretellActs>, step: string | null): string[] {
  const letters = foretold.kind === 'foretold' ? foretold.letters : [];
  return letters
    .filter(({ letter, fate }) => letter.step === step && letter.kind !== 'step-opened' && 'at' in fate)
    .map(({ letter, to, fate }) => `${'at' in fate ? fate.at.slice(0, 10) : ''} ${letter.kind} → ${to ?? 'nobody'}`);
}

function atTheirDesk(id: string): Recipient {
  const received = { digestOn: null, ordinaryOn: null, ordinaryCount: 0 };
  return {
    id,
    address: `${id}@citypath.example`,
    erased: false,
    bounced: false,
    window: { from: '09:00', until: '17:30' },
    calendar: china,
    leave: null,
    lettersHeldUntilOn: null,
    received,
  };
}
