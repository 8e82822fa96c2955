import type { ActName, CityStep } from '@citypath/contracts';
import { evidenceParts, personOptions, type FormContext } from './evidence-parts';
import type { Field, FormPart } from './parts-of-form';

/**
 * The form of an act: its fields lie where the act's request wants them.
 * @param step the step that the act is about; null for acts upon seats and the journey as a whole
 */
export function actParts(act: ActName, step: CityStep | null, context: FormContext): FormPart[] {
  const fields = new Fields(context);
  const { words } = context;
  switch (act) {
    case 'submit':
      return [
        ...evidenceParts(step?.evidenceWanted ?? [], context),
        ...(step?.kind === 'event' ? [fields.day('/happenedOn', words.happenedOnOptional, { required: false })] : []),
      ];
    case 'ask-waiver':
      return [
        fields.lines('/reason', words.waiverReason),
        fields.lines('/proof', words.proof, { required: step?.waiver?.proof ?? false }),
      ];
    case 'comment':
      return [fields.lines('/comment', words.comment)];
    case 'accept':
      return [fields.lines('/comment', words.comment, { required: false })];
    case 'return':
      return [fields.lines('/comment', words.commentReturn), ...fields.returnTo(step)];
    case 'complete':
      return [
        fields.day('/happenedOn', words.happenedOn, { notKnown: words.dayNotKnown }),
        ...(step?.evidenceWanted.some(({ kind }) => kind === 'list') ? [fields.names('/items')] : []),
        fields.reason({ required: false }),
      ];
    case 'waive':
      return [
        fields.reason(),
        ...(step?.waiver ? [fields.lines('/proof', words.proof, { required: step.waiver.proof })] : []),
      ];
    case 'acknowledge':
      return [fields.day('/untilOn', words.ownUntil), fields.lines('/note', words.ownNote, { required: false })];
    case 'release-rung':
      return [fields.lines('/words', words.ownWords, { required: false })];
    case 'decline-rung':
      return [fields.reason()];
    case 'set-cadence':
      return [
        fields.numbers('/cadence/before/days', words.daysBefore, words.daysBeforeHint),
        fields.numbers('/cadence/afterWorkingDays', words.daysAfter, words.daysAfterHint),
        fields.reason({ required: false }),
      ];
    case 'agree-date':
      return [fields.day('/dueOn', words.dueOn), fields.reason()];
    case 'schedule-event':
      return [
        fields.day('/on', words.eventOn, { notKnown: words.eventOpen }),
        fields.time('/time', words.time),
        fields.line('/place', words.place, { required: false }),
      ];
    case 'hold':
      return [fields.line('/awaiting', words.awaiting), fields.day('/untilOn', words.untilOn), fields.reason()];
    case 'appoint':
      return [
        fields.person('/person', words.person),
        fields.day('/fromOn', words.fromOn, { notKnown: words.dayNotKnown }),
        fields.person('/liaison', words.liaison, { required: false }),
      ];
    case 'hand-over':
      return [
        fields.person('/person', words.successor),
        fields.day('/fromOn', words.fromOn, { notKnown: words.dayNotKnown }),
      ];
    case 'vacate':
      return [fields.day('/on', words.vacantOn)];
    case 'name-liaison':
      return [fields.person('/person', words.liaison, { nobody: words.nobody })];
    case 'reassign':
      return [fields.seat(step), fields.reason()];
    case 'undo':
    case 'go-to':
    case 'restart-from':
    case 'skip':
    case 'reopen':
    case 'resume':
    case 'withdraw':
    case 'readmit':
    case 'adopt-calendar':
      return [fields.reason()];
    case 'adopt-definition':
      return [...fields.placesTaken(), fields.reason()];
    case 'finish':
    case 'reset-cadence':
      return [fields.reason({ required: false })];
  }
}

/** What stands in the fields at the beginning, by pointer. */
export function actValues(act: ActName, step: CityStep | null): Record<string, string> {
  // A meeting that moves keeps what stays the same of it.
  if (act === 'schedule-event' && step?.eventOn != null) return meetingValues(step);
  // Days of the calendar are no working days: these are chosen anew.
  if (act !== 'set-cadence' || step?.cadence.unit !== 'working-days') return {};
  const { before, after } = step.cadence;
  return { '/cadence/before/days': before.join(', '), '/cadence/afterWorkingDays': after.join(', ') };
}

function meetingValues({ eventOn, eventTime, eventPlace }: CityStep): Record<string, string> {
  return {
    '/on': eventOn ?? '',
    ...(eventTime === null ? {} : { '/time': eventTime }),
    ...(eventPlace === null ? {} : { '/place': eventPlace }),
  };
}

/** The fields that acts have in common. */
class Fields {
  constructor(private readonly context: FormContext) {}

  line(pointer: string, label: string, { required = true } = {}): FormPart {
    return field({ pointer, label, required, input: { type: 'line', maxLength: 200 } });
  }

  lines(pointer: string, label: string, { required = true } = {}): FormPart {
    return field({ pointer, label, required, input: { type: 'lines', maxLength: 4000 } });
  }

  reason({ required = true } = {}): FormPart {
    const { reason, reasonStays } = this.context.words;
    const input = { type: 'lines', maxLength: 4000 } as const;
    return field({ pointer: '/reason', label: reason, hint: reasonStays, required, input });
  }

  day(pointer: string, label: string, more: { required?: boolean; notKnown?: string } = {}): FormPart {
    const { required = true, notKnown } = more;
    return field({ pointer, label, required, input: { type: 'day', ...(notKnown ? { notKnown } : {}) } });
  }

  time(pointer: string, label: string): FormPart {
    return field({ pointer, label, required: false, input: { type: 'time' } });
  }

  numbers(pointer: string, label: string, hint: string): FormPart {
    return field({ pointer, label, hint, required: true, input: { type: 'numbers' } });
  }

  names(pointer: string): FormPart {
    const { items, itemsHint } = this.context.words;
    return field({ pointer, label: items, hint: itemsHint, required: false, input: { type: 'names' } });
  }

  person(pointer: string, label: string, more: { required?: boolean; nobody?: string } = {}): FormPart {
    const { required = true, nobody } = more;
    const options = personOptions(this.context);
    return field({ pointer, label, required, input: { type: 'person', options, ...(nobody ? { nobody } : {}) } });
  }

  seat(step: CityStep | null): FormPart {
    const { words, speech, seats = [] } = this.context;
    const known = step?.mayBeGivenTo ?? seats.map(({ key: seat, title }) => ({ seat, title }));
    const options = known.map(({ seat, title }) => ({ value: seat, label: speech.say(title) }));
    return field({ pointer: '/seat', label: words.newSeat, required: true, input: { type: 'choice', options } });
  }

  /** One for each step that the new version lacks: what takes its place. */
  placesTaken(): FormPart[] {
    const { words, speech, dropped = [] } = this.context;
    return dropped.map(({ step, title, becomes, mayLetGo }) =>
      field({
        pointer: `/steps/${step}`,
        label: words.placeTakenBy(speech.say(title)),
        ...(mayLetGo ? {} : { hint: becomes.length === 0 ? words.nothingTakesItsPlace : words.mayNotLetGo }),
        required: true,
        input: {
          type: 'choice',
          options: becomes.map((to) => ({ value: to.step, label: speech.say(to.title) })),
          ...(mayLetGo ? { nobody: words.letGo } : {}),
        },
      }),
    );
  }

  /** Only where there is a choice; the step itself is what happens without one. */
  returnTo(step: CityStep | null): FormPart[] {
    const { words, speech } = this.context;
    if (!step || step.mayReturnTo.length === 0) return [];
    const options = step.mayReturnTo.map((to) => ({ value: to.step, label: speech.say(to.title) }));
    return [
      field({
        pointer: '/to',
        label: words.returnTo,
        required: false,
        input: { type: 'choice', options: [{ value: '', label: words.itsOwnSeat }, ...options] },
      }),
    ];
  }
}

function field(one: Field): FormPart {
  return { part: 'field', field: one };
}
