import { addDays, type Day } from '@citypath/calendar';
import { forecastLetters, requireStep, type Fact, type SeatKey } from '@citypath/journey';
import { addresseeOf } from '@citypath/post';
import type { Contact, SeatTakenOverFacts } from '../kinds/seat-taken-over';
import { titleOfStep } from '../wording/step-title';
import { commonFacts, nameNow, stepsWaitingFor, type Sending } from './common-facts';
import type { Dossier } from './dossier';

type SeatTaken = Extract<Fact, { kind: 'seat-handed-over' | 'seat-appointed' }>;

/** How far the pack looks ahead. */
const LOOK_AHEAD_DAYS = 30;

/** The handover pack in short: what is open, what was done, whom to ask, what comes. */
export function handoverFacts(dossier: Dossier, sending: Sending, fact: SeatTaken): SeatTakenOverFacts {
  const common = commonFacts(dossier, sending);
  return {
    ...common,
    fromOn: fact.happenedOn,
    predecessor: fact.kind === 'seat-handed-over' ? nameNow(dossier, fact.from) : null,
    openSteps: stepsWaitingFor(dossier, fact.seat),
    doneSteps: doneSteps(dossier),
    contacts: contacts(dossier, sending),
    lettersOn: lettersOn(dossier, sending, common.today),
    packUrl: `${common.journeyUrl}/seats/${encodeURIComponent(fact.seat)}/pack`,
  };
}

function doneSteps({ context, state }: Dossier): SeatTakenOverFacts['doneSteps'] {
  return context.definition.steps.flatMap(({ key }) =>
    Object.values(state.steps)
      .filter(({ step, status }) => step === key && status === 'done')
      .map((step) => titleOfStep(requireStep(context.definition, step.ref), step)),
  );
}

/** Everybody else in the seats of the city and the programme, but those who only look on. */
function contacts(dossier: Dossier, { reader }: Sending): Contact[] {
  const { context, state, programmeSeats, people } = dossier;
  const holderOf = (seat: SeatKey) => state.seats[seat]?.holder ?? state.seats[seat]?.liaison ?? programmeSeats[seat];
  return context.definition.seats.flatMap(({ key, title, readOnly }) => {
    const person = people.get(holderOf(key) ?? '');
    if (!person || readOnly || person.id === reader.id || person.erasedAt !== null) return [];
    return [{ seat: title, person, address: person.address }];
  });
}

/** What falls due for somebody on one day comes as one letter. */
function lettersOn({ context, state, programmeSeats }: Dossier, { reader, now }: Sending, today: Day): Day[] {
  const letters = forecastLetters(context, state, now, addDays(today, LOOK_AHEAD_DAYS)).filter((letter) => {
    const to = addresseeOf(letter, programmeSeats);
    return to.kind === 'person' && to.person === reader.id;
  });
  return [...new Set(letters.map(({ on }) => on))];
}
