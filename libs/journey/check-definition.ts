import { isDay } from '@citypath/calendar';
import { cadenceFault, rising } from './check-cadence';
import type { Anchor, Needs, ProgrammeDefinition, SeatKey, StepDefinition } from './grammar';

export interface DefinitionComplaint {
  code:
    | 'key-malformed'
    | 'key-used-twice'
    | 'stage-unknown'
    | 'seat-unknown'
    | 'seat-read-only'
    | 'vacancy-unanswered'
    | 'need-unknown'
    | 'needs-cycle'
    | 'step-unreachable'
    | 'date-cannot-be-computed'
    | 'cadence-malformed'
    | 'rung-malformed'
    | 'return-malformed'
    | 'list-unknown'
    | 'evidence-malformed';
  /** Where in the definition, for example 'steps/draft/needs'. */
  place: string;
  message: string;
}

/** @returns every fault of a definition with its place; an empty list when journeys can run by it. */
export function checkDefinition(definition: ProgrammeDefinition): DefinitionComplaint[] {
  return new DefinitionCheck(definition).run();
}

// '.' divides programme and city in a journey's id, '@' a step and its occurrence: neither may stand in a key.
const KEY = /^[a-z0-9][a-z0-9_-]{0,39}$/;

class DefinitionCheck {
  private readonly complaints: DefinitionComplaint[] = [];
  private readonly steps: Map<string, StepDefinition>;
  private readonly milestones: Map<string, Needs>;

  constructor(private readonly definition: ProgrammeDefinition) {
    this.steps = new Map(definition.steps.map((step) => [step.key, step]));
    this.milestones = new Map((definition.milestones ?? []).map(({ key, needs }) => [key, needs]));
  }

  run(): DefinitionComplaint[] {
    const { definition } = this;
    this.keys();
    for (const { key, needs } of definition.milestones ?? [])
      this.needs(needs, `milestones/${key}/needs`, `milestone ${key}`);
    for (const seat of definition.seats)
      if (seat.filledBy !== undefined) this.seat(seat.filledBy, `seats/${seat.key}/filledBy`);
    this.policy(definition.escalation, 'escalation');
    this.policy(definition.acceptance, 'acceptance');
    this.clocks();
    this.programmeSeat(definition.acceptance.whileVacant, 'acceptance/whileVacant');
    this.cadence(definition.cadence, 'cadence');
    if (definition.endsOn !== undefined && !isDay(definition.endsOn))
      this.complain('date-cannot-be-computed', 'endsOn', 'The last day is not a day.');
    for (const step of definition.steps) this.step(step);
    this.cycles();
    return this.complaints;
  }

  private complain(code: DefinitionComplaint['code'], place: string, message: string): void {
    this.complaints.push({ code, place, message });
  }

  private keys(): void {
    const { key, seats, stages, steps, milestones = [] } = this.definition;
    if (!KEY.test(key))
      this.complain('key-malformed', 'key', `"${key}" is not a key: lower-case letters, digits, - and _.`);
    const lists = { seats, stages, 'steps and milestones': [...steps, ...milestones] };
    for (const [place, list] of Object.entries(lists)) {
      const seen = new Set<string>();
      for (const entry of list) {
        if (!KEY.test(entry.key))
          this.complain('key-malformed', `${place}/${entry.key}`, `"${entry.key}" is not a key.`);
        if (seen.has(entry.key))
          this.complain('key-used-twice', `${place}/${entry.key}`, `"${entry.key}" is used twice.`);
        seen.add(entry.key);
      }
    }
  }

  private step(step: StepDefinition): void {
    const place = `steps/${step.key}`;
    if (!this.definition.stages.some(({ key }) => key === step.stage))
      this.complain('stage-unknown', `${place}/stage`, `There is no stage "${step.stage}".`);
    this.actingSeat(step.responsible, `${place}/responsible`);
    this.actingSeat(step.accepts, `${place}/accepts`);
    for (const seat of step.contributors ?? []) this.seat(seat, `${place}/contributors`);
    for (const seat of step.whileVacant) this.actingSeat(seat, `${place}/whileVacant`);
    const last = step.whileVacant.at(-1) ?? step.responsible;
    if (!this.isOf(last, 'programme')) {
      this.complain(
        'vacancy-unanswered',
        `${place}/whileVacant`,
        'Name a seat of the programme last, so that somebody always has the step.',
      );
    }
    if (step.appoints !== undefined && !this.isOf(step.appoints, 'city'))
      this.complain('seat-unknown', `${place}/appoints`, `There is no seat "${step.appoints}" of the city.`);
    this.needs(step.needs, `${place}/needs`, `step ${step.key}`);
    this.due(step, `${place}/due`);
    if (step.cadence) this.cadence(step.cadence, `${place}/cadence`);
    if (step.escalation) this.policy(step.escalation, `${place}/escalation`);
    this.evidence(step, `${place}/evidence`);
    for (const back of step.mayReturnTo ?? []) {
      const target = this.steps.get(back);
      if (!target || target.repeats || target.perItem || !this.namesDirectly(step.needs, back)) {
        this.complain(
          'return-malformed',
          `${place}/mayReturnTo`,
          `"${back}" is not a step that this one needs directly.`,
        );
      }
    }
    if (step.repeats) {
      const { from, until } = step.repeats;
      if (!this.isPlain(from))
        this.complain('need-unknown', `${place}/repeats/from`, `There is no single step "${from}".`);
      if (until !== undefined && !this.isPlain(until))
        this.complain('need-unknown', `${place}/repeats/until`, `There is no single step "${until}".`);
    }
    if (step.perItem) {
      const list = this.steps.get(step.perItem.step)?.evidence.find(({ key }) => key === step.perItem?.evidence);
      if (list?.kind !== 'list')
        this.complain(
          'list-unknown',
          `${place}/perItem`,
          `Step "${step.perItem.step}" hands in no list "${step.perItem.evidence}".`,
        );
    }
  }

  private isPlain(key: string): boolean {
    const step = this.steps.get(key);
    return step !== undefined && !step.repeats && !step.perItem;
  }

  private namesDirectly(needs: Needs | undefined, key: string): boolean {
    if (needs === undefined) return false;
    if (typeof needs === 'string') return needs === key;
    return ('allOf' in needs ? needs.allOf : needs.anyOf).some((part) => this.namesDirectly(part, key));
  }

  private needs(needs: Needs | undefined, place: string, of: string): void {
    if (needs === undefined) return;
    if (typeof needs !== 'string') {
      const parts = 'allOf' in needs ? needs.allOf : needs.anyOf;
      if (parts.length === 0 && 'anyOf' in needs)
        this.complain('step-unreachable', place, `Any of nothing never comes: ${of} would never open.`);
      for (const part of parts) this.needs(part, place, of);
      return;
    }
    const step = this.steps.get(needs);
    if (!step && !this.milestones.has(needs))
      this.complain('need-unknown', place, `There is no step or milestone "${needs}".`);
    if (step?.repeats)
      this.complain('step-unreachable', place, `"${needs}" repeats and never ends: ${of} would never open.`);
  }

  private due(step: StepDefinition, place: string): void {
    const { due } = step;
    if (due.rule === 'on' && !isDay(due.day))
      this.complain('date-cannot-be-computed', place, 'The fixed day is not a day.');
    if (due.rule === 'event-day' && step.kind !== 'event')
      this.complain('date-cannot-be-computed', place, 'Only an event has a day of its own.');
    if (due.rule === 'before-quarter-end' && step.repeats?.every !== 'quarter') {
      this.complain(
        'date-cannot-be-computed',
        place,
        'Only a step that repeats each quarter is due before a quarter ends.',
      );
    }
    if (due.rule === 'before-quarter-end' && !(Number.isInteger(due.workingDays) && due.workingDays >= 0))
      this.complain('date-cannot-be-computed', place, 'The number of working days is a whole number from 0.');
    if (due.rule === 'after') {
      if (!Number.isInteger(due.amount) || due.amount < 0)
        this.complain('date-cannot-be-computed', place, 'The number of days or months is a whole number from 0.');
      this.anchor(step, due.anchor, `${place}/anchor`);
    }
  }

  private anchor(step: StepDefinition, anchor: Anchor, place: string): void {
    if (anchor.of === 'joining' || anchor.step === undefined) return;
    const target = this.steps.get(anchor.step);
    if (!target || target.repeats || target.perItem) {
      this.complain('date-cannot-be-computed', place, `There is no single step "${anchor.step}" to count from.`);
    } else if (anchor.of === 'event' && target.kind !== 'event' && target.kind !== 'appointment') {
      this.complain('date-cannot-be-computed', place, `"${anchor.step}" has no day of its own to count from.`);
    } else if (anchor.of === 'completion' && anchor.step === step.key) {
      this.complain('date-cannot-be-computed', place, 'A step cannot be due after its own completion.');
    }
  }

  private cadence(cadence: ProgrammeDefinition['cadence'], place: string): void {
    const fault = cadenceFault(cadence);
    if (fault === 'before')
      this.complain('cadence-malformed', `${place}/before`, 'Days before are whole numbers from 0, the largest first.');
    if (fault === 'afterWorkingDays')
      this.complain(
        'cadence-malformed',
        `${place}/afterWorkingDays`,
        'Days after are whole numbers from 1, the smallest first.',
      );
  }

  private clocks(): void {
    const { acceptance, hold } = this.definition;
    if (!rising([acceptance.workingDays]))
      this.complain('date-cannot-be-computed', 'acceptance/workingDays', 'An acceptance takes 1 working day or more.');
    if (!rising(acceptance.remindOnWorkingDays))
      this.complain(
        'cadence-malformed',
        'acceptance/remindOnWorkingDays',
        'Days after are whole numbers from 1, the smallest first.',
      );
    if (!rising([hold.maxWorkingDays]))
      this.complain('date-cannot-be-computed', 'hold/maxWorkingDays', 'A hold may last 1 working day or more.');
  }

  private policy({ rungs, repeats }: ProgrammeDefinition['escalation'], place: string): void {
    if (!rungs.every(({ afterWorkingDays }) => rising([afterWorkingDays])))
      this.complain(
        'rung-malformed',
        `${place}/rungs`,
        'A rung comes 1 working day or more after the one before it was delivered.',
      );
    for (const { seat } of rungs) this.actingSeat(seat, `${place}/rungs`);
    if (repeats && (rungs.length === 0 || !rising([repeats.times]) || !rising([repeats.everyWorkingDays])))
      this.complain(
        'rung-malformed',
        `${place}/repeats`,
        'The last rung repeats once or more, every 1 working day or more.',
      );
  }

  private evidence(step: StepDefinition, place: string): void {
    const namesPerson = step.evidence.some(
      (wanted) => wanted.kind === 'form' && wanted.fields.some(({ type }) => type === 'person'),
    );
    if (step.appoints !== undefined && !namesPerson)
      this.complain('evidence-malformed', place, 'An appointment needs a form with a person.');
    const seen = new Set<string>();
    for (const wanted of step.evidence) {
      if (seen.has(wanted.key) || !KEY.test(wanted.key))
        this.complain('evidence-malformed', `${place}/${wanted.key}`, `"${wanted.key}" is not a key of its own.`);
      seen.add(wanted.key);
      const fields = wanted.kind === 'form' ? wanted.fields : wanted.kind === 'list' ? wanted.columns : [];
      if (new Set(fields.map(({ key }) => key)).size !== fields.length)
        this.complain('evidence-malformed', `${place}/${wanted.key}`, 'A field is named twice.');
      if (wanted.kind === 'list' && wanted.minRows > wanted.maxRows)
        this.complain('evidence-malformed', `${place}/${wanted.key}`, 'More rows are wanted than allowed.');
      if (wanted.kind === 'decision' && wanted.options.length < 2)
        this.complain('evidence-malformed', `${place}/${wanted.key}`, 'A decision needs at least two options.');
    }
  }

  private isOf(seat: SeatKey, of: 'city' | 'programme'): boolean {
    return this.definition.seats.some((candidate) => candidate.key === seat && candidate.of === of);
  }

  private seat(seat: SeatKey, place: string): void {
    if (!this.isOf(seat, 'city') && !this.isOf(seat, 'programme'))
      this.complain('seat-unknown', place, `There is no seat "${seat}".`);
  }

  private programmeSeat(seat: SeatKey, place: string): void {
    if (!this.isOf(seat, 'programme'))
      this.complain('vacancy-unanswered', place, `"${seat}" is not a seat of the programme.`);
  }

  private actingSeat(seat: SeatKey, place: string): void {
    this.seat(seat, place);
    if (this.definition.seats.some(({ key, readOnly }) => key === seat && readOnly === true))
      this.complain('seat-read-only', place, `"${seat}" sees and never acts.`);
  }

  /** A step in a circle never opens; named once, at the step where the walk came back to itself. */
  private cycles(): void {
    const done = new Set<string>();
    const walk = (key: string, path: string[]): void => {
      if (done.has(key)) return;
      if (path.includes(key)) {
        const circle = [...path.slice(path.indexOf(key)), key];
        this.complain('needs-cycle', `steps/${key}/needs`, `These wait for each other: ${circle.join(' → ')}.`);
        return;
      }
      const step = this.steps.get(key);
      const before = [
        ...directNeeds(step?.needs ?? this.milestones.get(key)),
        ...(step?.repeats ? [step.repeats.from] : []),
        ...(step?.perItem ? [step.perItem.step] : []),
      ];
      for (const need of before) walk(need, [...path, key]);
      done.add(key);
    };
    for (const key of [...this.steps.keys(), ...this.milestones.keys()]) walk(key, []);
  }
}

function directNeeds(needs: Needs | undefined): string[] {
  if (needs === undefined) return [];
  if (typeof needs === 'string') return [needs];
  return ('allOf' in needs ? needs.allOf : needs.anyOf).flatMap(directNeeds);
}
