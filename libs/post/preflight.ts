import {
  acceptorOf,
  addressee,
  isVacant,
  ownerOf,
  requireStep,
  responsibleSeat,
  seatDefinition,
  type Addressee,
  type JourneyState,
  type PersonId,
  type ProgrammeDefinition,
  type SeatKey,
  type StepRef,
} from '@citypath/journey';
import { reachOf, type OutOfReach, type PeopleStanding } from './standing';

/** Where in the chain of a step somebody stands. */
export type ChainPlace = 'owner' | 'acceptor' | 'rung';

/** What would go wrong with an open step if nobody looked: named before it matters. */
export type Gap = { step: StepRef; place: ChainPlace; seat: SeatKey } & (
  | { kind: 'vacant' }
  | OutOfReach
  /** The letter would reach somebody who was told before, in `alsoSeat`: it climbs nowhere. */
  | { kind: 'loop'; person: PersonId; alsoSeat: SeatKey }
  /** Not one rung reaches anybody else than the owner, who sits in `seat`: nobody would hear that the step is late. */
  | { kind: 'nobody-above' }
);

export type GapKind = Gap['kind'];

/** The open steps of a journey, with the seats that their chains run through. */
export interface ChainsAsked {
  definition: ProgrammeDefinition;
  seats: JourneyState['seats'];
  /** `responsible`: the seat that a step was given to. */
  steps: readonly { ref: StepRef; status: 'open' | 'submitted'; responsible?: SeatKey | undefined }[];
}

/**
 * Checks the chain of every open step against the people's standing today: the one who has it, the rungs above, and
 * the one who accepts it. Pure, and cheap enough for every row of a board.
 *
 * A rung that is the owner's own seat is left out of the chain, as the rules leave it out; where the programme names
 * no other (what the director has to decide), nobody is above by design, and that is no gap.
 * @returns the gaps by step, each chain from below; none where every letter would reach somebody new
 */
export function preflight({ definition, seats, steps }: ChainsAsked, standing: PeopleStanding): Gap[] {
  const context = { definition };
  const given = steps.flatMap(({ ref, responsible }) => (responsible === undefined ? [] : [[ref, { responsible }]]));
  const state = { seats, steps: Object.fromEntries(given) as Record<StepRef, { responsible: SeatKey }> };
  return steps.flatMap(({ ref, status }) => {
    const step = requireStep(definition, ref);
    const submitted = status === 'submitted';
    const has = submitted ? acceptorOf(context, state, ref) : ownerOf(context, state, ref);
    const meant = submitted ? step.accepts : responsibleSeat(context, state, ref);
    const rungs = (submitted ? definition.acceptance : (step.escalation ?? definition.escalation)).rungs;
    const above = step.optional === true && !submitted ? [] : rungs.filter(({ seat }) => seat !== has.seat);
    const chain = new Chain(standing, ref);
    const place = submitted ? 'acceptor' : 'owner';
    // A seat for which another one acts is missed all the same; an office may stand without a name.
    if (meant !== has.seat && isMissed(definition, seats, meant)) chain.note({ place, seat: meant, kind: 'vacant' });
    chain.climb(place, has);
    for (const { seat } of above) chain.climb('rung', addressee(state, seat));
    if (above.length > 0 && !chain.reachedAbove) chain.note({ place: 'rung', seat: has.seat, kind: 'nobody-above' });
    if (!submitted) chain.ask('acceptor', acceptorOf(context, state, ref));
    return chain.gaps;
  });
}

function isMissed(definition: ProgrammeDefinition, seats: JourneyState['seats'], seat: SeatKey): boolean {
  return isVacant({ definition }, { seats }, seat) && seatDefinition(definition, seat)?.office !== true;
}

type GapFound<Found extends Gap = Gap> = Found extends Gap ? Omit<Found, 'step'> : never;

/** One chain, climbed from below. */
class Chain {
  readonly gaps: Gap[] = [];
  reachedAbove = false;
  private readonly told = new Map<PersonId, SeatKey>();

  constructor(
    private readonly standing: PeopleStanding,
    private readonly step: StepRef,
  ) {}

  note(found: GapFound): void {
    this.gaps.push({ step: this.step, ...found });
  }

  /** Goes on to the next seat above, which has to reach somebody who was not told before. */
  climb(place: ChainPlace, to: Addressee): void {
    const reached = this.ask(place, to);
    if (reached === null) return;
    const alsoSeat = this.told.get(reached);
    if (alsoSeat !== undefined) {
      this.note({ place, seat: to.seat, kind: 'loop', person: reached, alsoSeat });
      return;
    }
    this.told.set(reached, to.seat);
    if (place === 'rung') this.reachedAbove = true;
  }

  /** @returns whom a letter to the seat reaches; null, and a gap noted, where it reaches nobody */
  ask(place: ChainPlace, { seat, holder }: Addressee): PersonId | null {
    const person = holder ?? this.standing.programmeSeats[seat] ?? null;
    if (person === null) {
      this.note({ place, seat, kind: 'vacant' });
      return null;
    }
    const reach = reachOf(person, this.standing);
    if ('reaches' in reach) return reach.reaches;
    this.note({ place, seat, ...reach });
    return null;
  }
}
