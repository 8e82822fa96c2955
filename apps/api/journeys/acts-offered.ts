import { dayAt, type Day, type Instant } from '@citypath/calendar';
import type { ActName, ActOffered, DroppedStep, Text } from '@citypath/contracts';
import { isMeeting, isSettled, parseStepRef, type StepView } from '@citypath/journey';
import { mayAct, type ActTarget } from '../policies/may-act';
import type { Reader } from '../session/reader';
import { actCauses } from './act-causes';
import { actTitle } from './act-titles';
import type { KnownJourney } from './journey-reader';
import type { Names } from './names';

/** Says which acts the reader may do now: allowed by the seats, and fitting to the state of things. */
export class ActsOffered {
  constructor(
    private readonly journey: KnownJourney,
    private readonly reader: Reader,
    private readonly names: Names,
    private readonly now: Instant,
    /** Steps that the newest version of the programme lacks. */
    private readonly dropped: DroppedStep[],
  ) {}

  ofStep(view: StepView): ActOffered[] {
    if (this.isClosed) return [];
    const title = this.names.stepTitle(view.ref);
    const today = dayAt(this.journey.context.calendar, this.now);
    const hasOwnDays = this.journey.state.cadence?.steps?.[view.step.step] !== undefined;
    const days: Choice[] = hasOwnDays && view.step.status === 'open' ? more(['reset-cadence']) : [];
    return [...actsOfStep(view, today), ...days].flatMap(({ act, main }) =>
      this.offer(act, { kind: 'step', ref: view.ref }, main, title, view),
    );
  }

  ofSeat(seat: string, isCity: boolean): ActOffered[] {
    if (this.isClosed || !isCity) return [];
    const holder = this.journey.state.seats[seat]?.holder ?? null;
    const acts: ActName[] = holder === null ? ['appoint', 'name-liaison'] : ['hand-over', 'vacate', 'name-liaison'];
    const title = this.names.seatTitle(seat);
    return acts.flatMap((act) => this.offer(act, { kind: 'seat', seat }, false, title));
  }

  ofJourney(): ActOffered[] {
    if (this.isClosed) return this.offer('readmit', { kind: 'journey' }, false, this.names.programme);
    const isHeld = this.journey.state.hold !== null;
    const acts: ActName[] = [
      isHeld ? 'resume' : 'hold',
      'set-cadence',
      ...(this.journey.state.cadence?.all ? (['reset-cadence'] as const) : []),
      'finish',
      'withdraw',
      'adopt-calendar',
      'adopt-definition',
    ];
    return acts
      .flatMap((act) => this.offer(act, { kind: 'journey' }, isHeld && act === 'resume', this.names.programme))
      .map((offered) => (offered.act === 'adopt-definition' ? { ...offered, dropped: this.dropped } : offered));
  }

  private get isClosed(): boolean {
    const { status } = this.journey.state;
    return status === 'completed' || status === 'withdrawn';
  }

  private offer(act: ActName, target: ActTarget, main: boolean, title: Text, view?: StepView): ActOffered[] {
    const { context, state, row } = this.journey;
    const standing = mayAct(context, state, this.reader, act, target);
    if (!standing.may) return [];
    const onBehalfOf = this.names.person(standing.onBehalfOf);
    return [
      {
        act,
        href: `/api/v1/journeys/${row.id}/${pathOf(act, target)}`,
        step: target.kind === 'step' ? target.ref : null,
        seat: target.kind === 'seat' ? target.seat : null,
        title: actTitle(act, title, view?.step.waiver != null && view.step.status === 'submitted'),
        causes: view ? actCauses(this.journey, act, view.ref, this.names, this.now) : null,
        onBehalfOf,
        // An act for somebody else is possible, but it is not the thing to do first.
        main:
          main && (onBehalfOf === null || onBehalfOf.id === this.reader.person || this.isLiaison(standing.onBehalfOf)),
      },
    ];
  }

  private isLiaison(of: string | null): boolean {
    return Object.values(this.journey.state.seats).some(
      ({ holder, liaison }) => holder === of && liaison === this.reader.person,
    );
  }
}

interface Choice {
  act: ActName;
  main: boolean;
}

const more = (acts: ActName[]): Choice[] => acts.map((act) => ({ act, main: false }));
const mains = (...acts: ActName[]): Choice[] => acts.map((act) => ({ act, main: true }));

function actsOfStep({ step, definition }: StepView, today: Day): Choice[] {
  const event: ActName[] = isMeeting(definition) ? ['schedule-event'] : [];
  const settle: ActName[] = ['reassign', 'complete', ...(definition.waiver ? (['waive'] as const) : []), 'skip'];
  if (isSettled(step)) return more(['reopen', 'restart-from']);
  const isLate = (on: Day | null): boolean => on !== null && on < today && definition.optional !== true;
  const prepared: Choice[] = step.ladder?.prepared ? mains('release-rung', 'decline-rung') : [];
  if (step.status === 'submitted') {
    const own: Choice[] = isLate(step.acceptanceDueOn) ? more(['acknowledge']) : [];
    return [...prepared, ...mains('accept', 'return'), ...own, ...more(settle)];
  }
  if (step.status === 'open') {
    const waiver: ActName[] = definition.waiver ? ['ask-waiver'] : [];
    const own: Choice[] = isLate(step.dueOn) ? mains('acknowledge') : [];
    // At the end of the ladder nothing follows by itself: a new day is the way back, and stands in the open.
    const date: Choice[] = step.ladder?.endedOn ? mains('agree-date') : more(['agree-date']);
    return [...prepared, ...mains('submit'), ...own, ...date, ...more([...waiver, ...event, 'set-cadence', ...settle])];
  }
  return definition.repeats ? [] : more(['go-to', ...event, ...settle]);
}

const PATHS: Partial<Record<ActName, string>> = {
  submit: 'submission',
  'ask-waiver': 'waiver-request',
  comment: 'comments',
  accept: 'acceptance',
  return: 'return',
  complete: 'completion',
  waive: 'waiver',
  skip: 'skip',
  reopen: 'reopening',
  reassign: 'reassignment',
  'restart-from': 'restart',
  acknowledge: 'acknowledgement',
  'release-rung': 'prepared-letter/release',
  'decline-rung': 'prepared-letter/decline',
  'set-cadence': 'cadence',
  'reset-cadence': 'programme-cadence',
  'agree-date': 'date',
  'schedule-event': 'event',
  appoint: 'appointment',
  'hand-over': 'hand-over',
  vacate: 'vacancy',
  'name-liaison': 'liaison',
  withdraw: 'withdrawal',
  readmit: 'readmission',
  'adopt-calendar': 'calendar',
  'adopt-definition': 'definition',
};

function pathOf(act: ActName, target: ActTarget): string {
  const last = PATHS[act] ?? act;
  if (target.kind === 'step') {
    // The days of reminders are chosen for all occurrences of a step.
    const ref = act === 'set-cadence' || act === 'reset-cadence' ? parseStepRef(target.ref).step : target.ref;
    return `steps/${encodeURIComponent(ref)}/${last}`;
  }
  return target.kind === 'seat' ? `seats/${target.seat}/${last}` : last;
}
