import { addDays, dayAt, type Day, type Instant } from '@citypath/calendar';
import {
  emptyState,
  fold,
  forecastSteps,
  isVacant,
  judge,
  nextMoment,
  ownerOf,
  parseStepRef,
  runningSteps,
  type Addressee,
  type Cadence,
  type Command,
  type Fact,
  type JourneyState,
  type LetterDue,
  type ProgrammeDefinition,
  type ReportedOutcome,
} from '@citypath/journey';
import { resilientCitiesChina } from '@citypath/programmes';
import fc from 'fast-check';
import { JourneyInHand } from '../support/journey-in-hand';
import { propertyRuns } from '../support/property-runs';
import { nextVersion } from '../support/renamed-programme';

/** Something that might be asked of a journey on some day; most of it makes sense now and then. */
interface Attempt {
  afterHours: number;
  kind: Command['kind'];
  pick: number;
  days: number;
}

const kinds: Command['kind'][] = [
  'submit',
  'accept',
  'return',
  'complete',
  'waive',
  'skip',
  'reopen',
  'comment',
  'agree-date',
  'schedule-event',
  'appoint',
  'hand-over',
  'vacate',
  'name-liaison',
  'hold',
  'resume',
  'withdraw',
  'finish',
  'readmit',
  'reassign',
  'join',
  'clock-struck',
  'submit',
  'accept',
  'submit',
  'accept',
  'post-reported',
  'post-reported',
  'post-reported',
  'acknowledge',
  'release-rung',
  'decline-rung',
  'set-cadence',
  'go-to',
  'restart-from',
  'undo',
  'undo',
];
const attempt = fc.record({
  afterHours: fc.oneof(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 24 * 60 })),
  kind: fc.constantFrom(...kinds),
  pick: fc.nat(1000),
  days: fc.integer({ min: -10, max: 90 }),
});
const attempts = fc.array(attempt, { maxLength: 40 });

/** Stands before what a version calls a step. */
const NEW = 'v2-';

/** What can be taken back. */
const UNDOABLE = [
  ...(['skip', 'waive', 'complete', 'agree-date', 'hold', 'resume', 'set-cadence'] as const),
  ...(['reopen', 'go-to', 'restart-from'] as const),
];

/** A ladder with everything in it: the city's leadership, a seat that is often vacant, and repeats. */
const steep: ProgrammeDefinition = {
  ...resilientCitiesChina,
  escalation: {
    rungs: [
      { afterWorkingDays: 1, seat: 'manager' },
      { afterWorkingDays: 2, seat: 'mayors_office' },
      { afterWorkingDays: 2, seat: 'focal_point' },
      { afterWorkingDays: 3, seat: 'director' },
    ],
    repeats: { times: 2, everyWorkingDays: 2 },
  },
};

const OUTCOMES = ['delivered', 'delivered', 'bounced', 'nobody-there', 'absent', 'kept-back', 'not-sent'] as const;

/** What became of the newest letters, waited for or not. */
function outcomesFor({ letters, context, now }: JourneyInHand, pick: number): ReportedOutcome[] {
  const on = dayAt(context.calendar, now);
  return letters.slice(-1 - (pick % 8)).map(({ seq, step, round, kind, seat, holder }, index) => ({
    ...{ seq, step, round, kind, seat, holder, on },
    outcome: OUTCOMES[(pick + index) % OUTCOMES.length] ?? 'delivered',
  }));
}

function mendedFor({ state }: JourneyInHand, pick: number): { seat: string; person: string }[] {
  const [lost] = state.contacts ?? [];
  return lost && pick % 2 === 0 ? [{ seat: lost.seat, person: lost.person ?? 'p-manager' }] : [];
}

function commandFor({ kind, pick, days }: Attempt, city: JourneyInHand): Command {
  const known = Object.keys(city.state.steps);
  const keys = resilientCitiesChina.steps.map(({ key }) => key);
  const running = runningSteps(city.state).map(({ ref }) => ref);
  const refs = pick % 4 === 0 ? keys : running.length > 0 ? running : [...known, ...keys];
  const step = refs[pick % refs.length] ?? 'application';
  const definition = resilientCitiesChina.steps.find(({ key }) => key === parseStepRef(step).step);
  const seats = resilientCitiesChina.seats.map(({ key }) => key);
  const seat = seats[pick % seats.length] ?? 'cro';
  const person = `p-${pick % 5}`;
  const day: Day = addDays(dayAt(city.context.calendar, city.now), days);
  const past = days % 2 === 0 ? null : addDays(day, -Math.abs(days) - 90);
  switch (kind) {
    case 'join':
      return {
        kind,
        city: 'x',
        programme: 'y',
        definitionHash: '',
        calendarHash: '',
        joinedOn: null,
        takeover: false,
        seats: [],
        done: [],
      };
    case 'comment': {
      const to = seat === 'manager' || seat === 'director' ? { seat, holder: null } : { seat, holder: person };
      const audience = pick % 2 === 0 ? 'everyone' : 'programme';
      return { kind, step, comment: 't', audience, mentions: [to], as: pick % 3 === 0 ? ['manager'] : [] };
    }
    case 'submit':
      return {
        kind,
        step,
        ...(definition?.waiver && pick % 3 === 0 ? { waiver: { reason: 't' } } : {}),
        evidence: {
          text: null,
          keys: definition?.evidence.map(({ key }) => key) ?? [],
          person,
          items: ['a', 'b'].slice(0, pick % 3),
        },
        happenedOn: past,
      };
    case 'accept':
      return { kind, step };
    case 'return':
      return { kind, step, comment: 't', ...(pick % 3 === 0 ? { to: definition?.mayReturnTo?.[0] ?? 'draft' } : {}) };
    case 'complete':
      return { kind, step, happenedOn: past };
    case 'waive':
    case 'skip':
    case 'go-to':
    case 'restart-from':
    case 'reopen':
      return { kind, step, reason: 't' };
    case 'agree-date':
      return { kind, step, dueOn: day, reason: 't' };
    case 'schedule-event':
      return { kind, step: pick % 2 === 0 ? 'asw' : step, on: pick % 5 === 0 ? null : day };
    case 'appoint':
    case 'hand-over':
      return { kind, seat, person, fromOn: past };
    case 'vacate':
      return { kind, seat, on: addDays(day, -100) };
    case 'reassign':
      return { kind, step, seat, reason: 't' };
    case 'name-liaison':
      return { kind, seat, person: pick % 2 === 0 ? null : person };
    case 'hold':
      return { kind, awaiting: 't', reason: 't', untilOn: day };
    case 'resume':
    case 'withdraw':
    case 'readmit':
      return { kind, reason: 't' };
    case 'finish':
      return { kind };
    case 'adopt-calendar':
      return { kind, hash: 'c2', calendar: city.context.calendar, reason: 't' };
    case 'adopt-definition':
      return { kind, hash: 'd2', definition: city.context.definition, reason: 't' };
    case 'post-reported':
      return { kind, outcomes: outcomesFor(city, pick), mended: mendedFor(city, pick) };
    case 'acknowledge':
      return { kind, step, untilOn: day };
    case 'release-rung':
      return { kind, step };
    case 'decline-rung':
      return { kind, step, reason: 't' };
    case 'set-cadence': {
      const cadence: Cadence = {
        before: { unit: 'working-days', days: [pick % 9] },
        afterWorkingDays: [1 + (pick % 5)],
      };
      return { kind, step: pick % 2 === 0 ? null : step, cadence: pick % 3 === 0 ? null : cadence };
    }
    case 'undo':
      return { kind, act: actAt(city, pick), reason: 't' };
    case 'clock-struck':
      return { kind };
  }
}

/** One of the newest acts, most often the last. */
function actAt({ state }: JourneyInHand, pick: number): string {
  const acts = state.recentCommands.toReversed();
  return acts[pick % 3 === 0 ? pick % Math.max(acts.length, 1) : 0]?.id ?? 'none';
}

function lost({ contacts }: JourneyState, { seat, holder }: Addressee): boolean {
  return contacts?.some((contact) => contact.seat === seat && contact.person === holder) ?? false;
}

/** As the ledger knows one letter from another: the second of a kind is never written. */
function isSameLetter(a: LetterDue, b: LetterDue | undefined): boolean {
  const keys: (keyof LetterDue)[] = ['step', 'round', 'kind', 'threshold', 'seat', 'holder'];
  return b !== undefined && keys.every((key) => a[key] === b[key]);
}

/** Plays a random journey and hands it over after each command. */
function play(
  tries: Attempt[],
  startHour: number,
  takeover: boolean,
  check: (city: JourneyInHand, accepted: Command | null) => void,
): void {
  const city = new JourneyInHand('2026-01-05', steep);
  city.postDelivers = false;
  city.now = new Date(Date.UTC(2026, 0, 5, startHour)).toISOString() as Instant;
  const done = takeover
    ? ['application', 'selection', 'grant', 'cro', 'asw_prep', 'asw'].map((step) => ({ step, happenedOn: null }))
    : [];
  city.join({ takeover, done, seats: [{ seat: 'cro', person: 'p-1', fromOn: null }] });
  check(city, null);
  for (const attempt of tries) {
    // An end is an end, unless the city is taken in again.
    if (city.state.ended && attempt.kind !== 'readmit') continue;
    // Rare, or every random journey would end at once.
    if ((attempt.kind === 'withdraw' || attempt.kind === 'finish') && attempt.pick % 10 !== 0) continue;
    city.until(new Date(Date.parse(city.now) + attempt.afterHours * 3_600_000).toISOString() as Instant);
    const command = commandFor(attempt, city);
    const refusal = city.take(command, `p-${attempt.pick % 5}`);
    check(city, refusal ? null : command);
  }
}

/** A random journey as it stands after all that was asked of it. */
function playedOut(tries: Attempt[], startHour: number, takeover: boolean): JourneyInHand {
  const last: JourneyInHand[] = [];
  play(tries, startHour, takeover, (city) => (last[0] = city));
  const [city] = last;
  if (!city) throw new Error('Nobody joined.');
  return city;
}

/** Whether a person gave it to a step; what a state does not know (comments, decided letters) is the records' to say. */
function isGivenTo(fact: Fact, step: string): boolean {
  const kinds: Fact['kind'][] = [
    ...(['step-submitted', 'step-accepted', 'step-returned', 'step-completed', 'step-waived', 'step-skipped'] as const),
    ...(['date-agreed', 'event-scheduled', 'step-reassigned', 'step-reopened', 'step-acknowledged'] as const),
  ];
  return kinds.includes(fact.kind) && 'step' in fact && parseStepRef(fact.step).step === step;
}

function keyOf({ step, round, kind, threshold, seat, holder }: LetterDue): string {
  return [step, round, kind, threshold, seat, holder].join(' ');
}

/** All that is not memory, invitations that went out again, or a ladder that waits for no report any more. */
function comparable({ head: _, recentCommands: __, undoables: ___, ...state }: JourneyState): unknown {
  const steps = Object.values(state.steps).map(({ lastRound: _, meeting, ladder, ...step }): [string, unknown] => {
    const standing = { ...ladder, fromOn: null, awaiting: null, endedOn: null };
    return [step.ref, { ...step, meeting: meeting?.on ?? null, ladder: ladder ? standing : null }];
  });
  const begun = steps.filter(([ref]) => {
    const { status, round, eventOn } = state.steps[ref] ?? { status: 'waiting', round: 0, eventOn: null };
    return status !== 'waiting' || round > 0 || eventOn !== null;
  });
  const seats = Object.entries(state.seats)
    .filter(([, { holder, liaison }]) => holder !== null || liaison !== null)
    .map(([key, seat]) => [key, { ...seat, vacancyTold: null }]);
  const questions = (state.questions ?? []).toSorted((a, b) => a.seq - b.seq);
  return JSON.parse(
    JSON.stringify({
      ...state,
      steps: Object.fromEntries(begun) as unknown,
      seats: Object.fromEntries(seats) as unknown,
      questions,
    }),
  );
}

const journeys = [attempts, fc.integer({ min: 0, max: 24 * 300 }), fc.boolean()] as const;

describe('whatever is asked of a journey, in whatever order', () => {
  it('settling moves the next moment into the future', () => {
    fc.assert(
      fc.property(...journeys, (tries, startHour, takeover) => {
        play(tries, startHour, takeover, (city) => {
          const settled = judge(
            city.context,
            city.state,
            { kind: 'clock-struck' },
            { id: 'clock', hash: '', by: null, onBehalfOf: null, now: city.now },
          );
          if (settled.kind === 'refused') throw new Error('The clock was refused.');
          const next = nextMoment(settled.context, settled.state, city.now);
          expect(next === null || next > city.now).toBe(true);
        });
      }),
      propertyRuns(100),
    );
  });

  it('folding the journal gives the state, through JSON too, and numbers have no gap', () => {
    fc.assert(
      fc.property(...journeys, (tries, startHour, takeover) => {
        play(tries, startHour, takeover, (city) => {
          const journal = JSON.parse(JSON.stringify(city.facts)) as typeof city.facts;
          expect(fold(emptyState(city.state.journeyId), journal)).toEqual(JSON.parse(JSON.stringify(city.state)));
          expect(journal.map(({ seq }) => seq)).toEqual(journal.map((_, index) => index + 1));
        });
      }),
      propertyRuns(40),
    );
  });

  it('every running step has an owner that is no vacant seat', () => {
    fc.assert(
      fc.property(...journeys, (tries, startHour, takeover) => {
        play(tries, startHour, takeover, (city) => {
          for (const { ref } of runningSteps(city.state)) {
            expect(isVacant(city.context, city.state, ownerOf(city.context, city.state, ref).seat)).toBe(false);
          }
        });
      }),
      propertyRuns(100),
    );
  });

  it('no command is taken twice: a repeated id is nothing new, with another body it is refused', () => {
    fc.assert(
      fc.property(...journeys, (tries, startHour, takeover) => {
        play(tries, startHour, takeover, (city, accepted) => {
          const last = city.state.recentCommands.at(-1);
          if (!accepted || !last || accepted.kind === 'clock-struck') return;
          const again = { id: last.id, hash: last.hash, by: 'p-9', onBehalfOf: null, now: city.now };
          expect(judge(city.context, city.state, accepted, again)).toMatchObject({
            kind: 'accepted',
            repeated: true,
            facts: [],
          });
          expect(judge(city.context, city.state, accepted, { ...again, hash: 'another body' })).toMatchObject({
            kind: 'refused',
            refusal: { code: 'command-id-reused' },
          });
        });
      }),
      propertyRuns(100),
    );
  });

  it('no step is settled, submitted or opened twice without a new round', () => {
    fc.assert(
      fc.property(...journeys, (tries, startHour, takeover) => {
        play(tries, startHour, takeover, (city) => {
          const seen = new Set<string>();
          for (const fact of city.facts) {
            if (fact.kind !== 'step-submitted' && fact.kind !== 'step-opened' && fact.kind !== 'step-accepted')
              continue;
            const key = `${fact.kind} ${fact.step} ${fact.round}`;
            expect(seen.has(key)).toBe(false);
            seen.add(key);
          }
        });
      }),
      propertyRuns(60),
    );
  });

  it('no ladder climbs over a letter whose outcome is unknown or an owner who is not reached, nor to a city’s leadership by itself', () => {
    fc.assert(
      fc.property(...journeys, (tries, startHour, takeover) => {
        let before: JourneyState | null = null;
        play(tries, startHour, takeover, (city) => {
          let state = before ?? emptyState(city.state.journeyId);
          for (const fact of city.facts.slice(state.head)) {
            if (fact.kind === 'rung-reached' || fact.kind === 'acceptance-rung-reached') {
              expect(state.steps[fact.step]?.ladder?.awaiting).toBeUndefined();
              if (!fact.released) {
                expect(lost(state, fact.about)).toBe(false);
                expect(['mayors_office', 'steering_committee']).not.toContain(fact.to.seat);
              }
              expect(fact.to.seat === fact.about.seat).toBe(false);
            }
            state = fold(state, [fact]);
          }
          before = state;
        });
      }),
      propertyRuns(60),
    );
  });

  it('no ladder waits for ever: its letter is one that no earlier fact has caused, and whatever becomes of it is an end', () => {
    fc.assert(
      fc.property(...journeys, (tries, startHour, takeover) => {
        play(tries, startHour, takeover, (city) => {
          if (city.state.status !== 'active' && city.state.status !== 'on-hold') return;
          for (const { ref, round, ladder } of runningSteps(city.state)) {
            if (!ladder?.awaiting) continue;
            const { seq, of, seat, holder } = ladder.awaiting;
            const letter = city.letters.find((one) => one.seq === seq);
            expect(city.letters.find((one) => isSameLetter(one, letter))?.seq).toBe(seq);
            for (const outcome of new Set(OUTCOMES)) {
              const on = dayAt(city.context.calendar, city.now);
              const kind = of === 'rung' ? 'escalation' : 'overdue';
              const report = { seq, step: ref, round, kind, seat, holder, outcome, on } as const;
              const stamp = { id: 'report', hash: '', by: null, onBehalfOf: null, now: city.now };
              const command: Command = { kind: 'post-reported', outcomes: [report], mended: [] };
              const judged = judge(city.context, city.state, command, stamp);
              if (judged.kind === 'refused') throw new Error('The post was refused.');
              expect(judged.state.steps[ref]?.ladder?.awaiting?.seq).not.toBe(seq);
            }
          }
        });
      }),
      propertyRuns(60),
    );
  });

  it('an act that is taken back at once leaves everything where it stood', () => {
    fc.assert(
      fc.property(...journeys, attempt, (tries, startHour, takeover, last) => {
        const city = playedOut(tries, startHour, takeover);
        const at = (id: string) => ({ id, hash: id, by: 'p-manager', onBehalfOf: null, now: city.now });
        const settled = judge(city.context, city.state, { kind: 'clock-struck' }, { ...at('clock'), by: null });
        for (const kind of UNDOABLE) {
          if (settled.kind === 'refused') throw new Error('The clock was refused.');
          const acted = judge(settled.context, settled.state, commandFor({ ...last, kind }, city), at('an-act'));
          if (acted.kind === 'refused') continue;
          const undone = judge(
            acted.context,
            acted.state,
            { kind: 'undo', act: 'an-act', reason: 't' },
            at('its-undoing'),
          );
          if (undone.kind === 'refused') {
            // Reopening leaves a step open that needs it; of one that opened today it is not known whether it was so before.
            const { code, params } = undone.refusal;
            const followed = typeof params?.['step'] === 'string' ? settled.state.steps[params['step']] : undefined;
            if (code === 'act-overtaken' && followed?.openedOn === dayAt(city.context.calendar, city.now)) continue;
            // A ladder that waited only for the end of a hold climbs at once.
            const clock = judge(acted.context, acted.state, { kind: 'clock-struck' }, { ...at('clock'), by: null });
            if (code === 'act-overtaken' && clock.kind === 'accepted' && clock.facts.length > 0) continue;
            throw new Error(`${kind} could not be undone: ${code}`);
          }
          // What was told in between stays told.
          if (undone.facts.some((fact) => 'threshold' in fact)) continue;
          expect(comparable(undone.state)).toEqual(comparable(settled.state));
        }
      }),
      propertyRuns(60),
    );
  });

  it('no threshold of a step is told twice, whatever is taken back', () => {
    fc.assert(
      fc.property(...journeys, (tries, startHour, takeover) => {
        const withoutCadences = tries.filter(({ kind }) => kind !== 'set-cadence');
        const { letters } = playedOut(withoutCadences, startHour, takeover);
        const told = letters.filter(({ threshold }) => !threshold.startsWith('seq:')).map(keyOf);
        expect(told.filter((key, place) => told.indexOf(key) !== place)).toEqual([]);
      }),
      propertyRuns(100),
    );
  });

  it('under a version that calls each step otherwise it keeps the same, and tells the same', () => {
    const names = Object.fromEntries(steep.steps.map(({ key }) => [key, `${NEW}${key}`]));
    const renamed = nextVersion(steep, { names });
    const asBefore = (value: unknown): unknown => JSON.parse(JSON.stringify(value).replaceAll(NEW, ''));
    const kept = ({ head: _, recentCommands: __, undoables: ___, moved: ____, ...state }: JourneyState) => state;
    fc.assert(
      fc.property(...journeys, (tries, startHour, takeover) => {
        const [stayed, moved] = [playedOut(tries, startHour, takeover), playedOut(tries, startHour, takeover)];
        if (stayed.state.ended) return;
        stayed.take({ kind: 'clock-struck' }, null);
        moved.give({ kind: 'adopt-definition', hash: 'd1', definition: renamed, reason: 't', steps: names });
        expect(asBefore(kept(moved.state))).toEqual(asBefore(kept(stayed.state)));
        const [told, tells] = [stayed, moved].map((city) => {
          city.takeLetters();
          return city
            .until(new Date(Date.parse(city.now) + 120 * 24 * 3_600_000).toISOString() as Instant)
            .takeLetters();
        });
        const withoutNumbers = (letters: LetterDue[] = []) =>
          letters.map(({ seq: _, threshold, ...letter }) => ({
            ...letter,
            threshold: threshold.startsWith('seq:') ? null : threshold,
          }));
        expect(asBefore(withoutNumbers(tells))).toEqual(withoutNumbers(told));
      }),
      propertyRuns(60),
    );
  });

  it('what somebody gave to a step is never let go of with it', () => {
    fc.assert(
      fc.property(...journeys, fc.nat(1000), (tries, startHour, takeover, pick) => {
        const city = playedOut(tries, startHour, takeover);
        const had = [...new Set(Object.values(city.state.steps).map(({ step }) => step))];
        const step = had[pick % had.length] ?? 'application';
        const definition = nextVersion(steep, { gone: [step] });
        const given = city.facts.filter((fact) => isGivenTo(fact, step));
        const refusal = city.take(
          { kind: 'adopt-definition', hash: 'd2', definition, reason: 't', steps: { [step]: null } },
          'p-manager',
        );
        // What was taken back, and what only the records know, is for the records to say.
        if (refusal === null && !city.facts.some(({ kind }) => kind === 'act-undone')) expect(given).toEqual([]);
      }),
      propertyRuns(200),
    );
  });

  it('a state stays below 64 kB', () => {
    fc.assert(
      fc.property(...journeys, (tries, startHour, takeover) => {
        play(tries, startHour, takeover, (city) => {
          expect(JSON.stringify(city.state).length).toBeLessThan(64 * 1024);
        });
      }),
      propertyRuns(40),
    );
  });

  it('the forecast never lies before today', () => {
    fc.assert(
      fc.property(...journeys, (tries, startHour, takeover) => {
        play(tries, startHour, takeover, (city) => {
          const today = dayAt(city.context.calendar, city.now);
          for (const [ref, on] of Object.entries(forecastSteps(city.context, city.state, city.now))) {
            const status = city.state.steps[ref]?.status ?? 'waiting';
            if (status === 'waiting' || status === 'open' || status === 'submitted')
              expect(on === null || on >= today).toBe(true);
          }
        });
      }),
      propertyRuns(60),
    );
  });
});
