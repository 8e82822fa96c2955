import type { Instant } from '@citypath/calendar';
import type { ActName, ActOffered, Text } from '@citypath/contracts';
import { isSettled, type StepView } from '@citypath/journey';
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
  ) {}

  ofStep(view: StepView): ActOffered[] {
    if (this.isClosed) return [];
    const title = this.names.stepTitle(view.ref);
    return actsOfStep(view).flatMap(({ act, main }) =>
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
    if (this.isClosed) return [];
    const isHeld = this.journey.state.hold !== null;
    const acts: ActName[] = [isHeld ? 'resume' : 'hold', 'finish', 'withdraw', 'adopt-calendar', 'adopt-definition'];
    return acts.flatMap((act) =>
      this.offer(act, { kind: 'journey' }, isHeld && act === 'resume', this.names.programme),
    );
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

function actsOfStep({ step, definition }: StepView): { act: ActName; main: boolean }[] {
  const event: ActName[] = definition.kind === 'event' ? ['schedule-event'] : [];
  const settle: ActName[] = ['complete', ...(definition.waiver ? (['waive'] as const) : []), 'skip'];
  const more = (acts: ActName[]) => acts.map((act) => ({ act, main: false }));
  if (isSettled(step)) return more(['reopen']);
  if (step.status === 'submitted') {
    return [{ act: 'accept', main: true }, { act: 'return', main: true }, ...more(settle)];
  }
  if (step.status === 'open') {
    const waiver: ActName[] = definition.waiver ? ['ask-waiver'] : [];
    return [{ act: 'submit', main: true }, ...more([...waiver, 'agree-date', ...event, ...settle])];
  }
  return definition.repeats ? [] : more([...event, ...settle]);
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
  'agree-date': 'date',
  'schedule-event': 'event',
  appoint: 'appointment',
  'hand-over': 'hand-over',
  vacate: 'vacancy',
  'name-liaison': 'liaison',
  withdraw: 'withdrawal',
  'adopt-calendar': 'calendar',
  'adopt-definition': 'definition',
};

function pathOf(act: ActName, target: ActTarget): string {
  const last = PATHS[act] ?? act;
  if (target.kind === 'step') return `steps/${encodeURIComponent(target.ref)}/${last}`;
  return target.kind === 'seat' ? `seats/${target.seat}/${last}` : last;
}
