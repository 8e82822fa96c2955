import { addDays, dayAt, provisionalFrom } from '@citypath/calendar';
import type { BulkDryRunResponse, BulkDryRunRow, LetterChange, Party } from '@citypath/contracts';
import { judge, type Command } from '@citypath/journey';
import { foretell, foretellActs, goesAt, type ForetoldLetter } from '@citypath/post';
import { Texts } from '@citypath/store';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import { asAfter } from '../dry-runs/as-after';
import { inOneSentence } from '../dry-runs/in-one-sentence';
import { letterChanges, type Compared } from '../dry-runs/letter-changes';
import { stepChanges } from '../dry-runs/step-changes';
import { takenBack, writtenOf } from '../dry-runs/taken-back';
import { whatIsFinal } from '../dry-runs/what-is-final';
import { directoryOf, type KnownJourney } from '../journeys/journey-reader';
import { Names } from '../journeys/names';
import { DaysAhead } from '../letters/days-ahead';
import { messageOf } from '../letters/foretell-letters';
import { DAYS_AHEAD } from '../letters/letter-foreseen';
import { writeAhead } from '../letters/message-to-come';
import { ProblemError } from '../problems/problem-error';
import type { Reader } from '../session/reader';
import { PUBLIC_URL } from '../tokens';
import type { Against, AskedOfEach } from './bulk-asking';
import { refusalInWords } from './bulk-in-words';
import { seenOf, type Chosen } from './bulk-selection';

/** The days ahead of so many cities are played within seconds. */
const MOST_LOOKED_AT = 500;
const MOST_MESSAGES = 20;

/**
 * Tries an act dry on many journeys together: the rules judge each, and the days ahead are played once with all of it,
 * since one letter tells a person of all cities.
 */
@Injectable()
export class BulkDryRun {
  constructor(
    private readonly daysAhead: DaysAhead,
    private readonly texts: Texts,
    private readonly clock: Clock,
    @Inject(PUBLIC_URL) private readonly publicUrl: string,
  ) {}

  /** @throws ProblemError bulk-act-of-too-many */
  async of(reader: Reader, asked: AskedOfEach, chosen: readonly Chosen[]): Promise<BulkDryRunResponse> {
    if (chosen.length > MOST_LOOKED_AT)
      throw new ProblemError('bulk-act-of-too-many', { params: { most: MOST_LOOKED_AT } });
    const now = this.clock.now();
    const stamp = { id: 'dry-run', hash: 'dry-run', by: reader.person, onBehalfOf: null };
    const refusals = new Map<string, Against>();
    const commands = new Map<string, Command>();
    for (const { journey } of chosen) {
      const { against, command: commandOf } = asked.of(journey);
      // No words are kept: each stands under its own name.
      const command = commandOf((name) => name);
      const judged = judge(journey.context, journey.state, command, { ...stamp, now });
      const refusal = against ?? (judged.kind === 'refused' ? judged.refusal : null);
      if (refusal === null) commands.set(journey.row.id, command);
      else refusals.set(journey.row.id, refusal);
    }
    const acting = chosen.flatMap(({ journey }) => {
      const command = commands.get(journey.row.id);
      return command ? [{ journey, command }] : [];
    });
    const willing = acting.map(({ journey }) => journey);

    const back = acting.flatMap(({ journey, command }) => takenBack(command, journey));
    const around = await this.daysAhead.around(willing, now, [], back);
    const untilOn = willing
      .map(({ context }) => addDays(dayAt(context.calendar, now), DAYS_AHEAD))
      .sort()
      .at(-1);
    const acts = acting.map(({ journey: { row }, command }) => {
      return { journeyId: row.id, command, stamp, at: now, together: true as const };
    });
    const before = untilOn === undefined ? [] : foretell(around.today, untilOn);
    const foretold = untilOn === undefined ? null : foretellActs(around.today, acts, untilOn);
    if (foretold?.kind === 'refused') throw new Error(`Judged alone it was not refused: ${foretold.refusal.code}.`);
    const after = foretold?.letters ?? [];
    const doneOf = new Map(willing.map(({ row }, index) => [row.id, foretold?.done[index]]));
    const journeys = new Map(around.journeys);
    for (const { row } of willing) {
      const done = doneOf.get(row.id);
      if (done) journeys.set(row.id, asAfter(row, done));
    }
    const compared: Compared = {
      ...around,
      // What an act does to the programme itself, its letters are told by.
      journeys,
      before,
      after,
      words: new Map([
        ...(await writtenOf(this.texts, around.endedFacts)),
        ...Object.entries(asked.texts).map(([name, words]): [string, string] => [name, String(words)]),
      ]),
      publicUrl: this.publicUrl,
    };
    const [was, is] = [byJourney(before), byJourney(after)];
    const rows = chosen.map(({ journey }): BulkDryRunRow => {
      const { id, city } = journey.row;
      const { calendar } = journey.context;
      const done = doneOf.get(id);
      const common = {
        journeyId: id,
        city: { key: city.key, nameEn: city.nameEn, nameZh: city.nameZh },
        provisionalFromOn: provisionalFrom(calendar),
      };
      const refusal = refusals.get(id);
      if (refusal || !done) {
        const words = refusal ? refusalInWords(journey, refusal) : null;
        return { ...common, seen: null, refusal: words, sentence: null, steps: [], letters: [], final: [] };
      }
      const names = new Names(
        done.context.definition,
        directoryOf(around.people)(journey.row.programmeKey),
        done.state,
      );
      const steps = stepChanges(journey, done, names, now);
      const letters = letterChanges({
        ...compared,
        before: was.get(id) ?? [],
        after: is.get(id) ?? [],
        wordless: true,
      });
      return {
        ...common,
        seen: seenOf(journey),
        refusal: null,
        sentence: inOneSentence(steps.length, letters),
        steps,
        letters: letters.map(({ words: _, ...letter }) => letter),
        final: whatIsFinal(asked.act, letters, steps, dayAt(calendar, now)),
      };
    });
    const messages = messagesAtOnce(compared, willing, this.publicUrl, now);
    return summedUp(rows, messages);
  }
}

function byJourney(letters: readonly ForetoldLetter[]): Map<string, ForetoldLetter[]> {
  return Map.groupBy(letters, ({ letter }) => letter.journeyId);
}

/** What goes today and would not have gone, message by message: a digest once. */
function messagesAtOnce(
  compared: Compared,
  willing: readonly KnownJourney[],
  publicUrl: string,
  now: string,
): BulkDryRunResponse['messages'] {
  const known = new Set(compared.before.filter((one) => goesAt(one) !== null).map(({ letter }) => letter.id));
  const chosen = new Set(willing.map(({ row }) => row.id));
  const messages = new Map<string, BulkDryRunResponse['messages'][number]>();
  for (const one of compared.after) {
    const { letter, fate, to } = one;
    const journey = compared.journeys.get(letter.journeyId);
    const at = goesAt(one);
    if (!journey || at === null || to === null || known.has(letter.id) || !chosen.has(letter.journeyId)) continue;
    if (dayAt(journey.context.calendar, at) !== dayAt(journey.context.calendar, now as typeof at)) continue;
    const carrier = fate.kind === 'digest' ? fate.carriedBy : letter.id;
    const reader = compared.people.find(({ id }) => id === to);
    const message = messageOf(one, { letters: compared.after, facts: compared.facts });
    if (messages.has(carrier) || !reader || message === null || message.letters.length === 0) continue;
    const { row, context, state } = journey;
    const names = new Names(context.definition, directoryOf(compared.people)(row.programmeKey), state);
    const { subject, text } = writeAhead(message, reader, compared, publicUrl);
    const party: Party = { ...names.party(letter), person: names.person(to) };
    messages.set(carrier, { to: party, letters: message.letters.length, subject, text });
  }
  return [...messages.values()];
}

function summedUp(rows: BulkDryRunRow[], messages: BulkDryRunResponse['messages']): BulkDryRunResponse {
  const letters = rows.flatMap((row) => row.letters);
  const steps = rows.flatMap((row) => row.steps);
  const count = (change: LetterChange['change']) => letters.filter((letter) => letter.change === change).length;
  const people = eachOnce(letters.map(({ to }) => to));
  const totals = {
    journeys: rows.length,
    refused: rows.filter(({ refusal }) => refusal !== null).length,
    steps: steps.length,
    dates: steps.filter(({ before, after }) => before.dueOn !== after.dueOn && after.dueOn !== null).length,
    letters: { cancelled: count('cancelled'), moved: count('moved'), added: count('added') },
    people: people.length,
  };
  const would = totals.journeys - totals.refused;
  const changes = inOneSentence(steps.length, letters);
  return {
    sentence: {
      en: `${would} of ${totals.journeys} ${totals.journeys === 1 ? 'city takes' : 'cities take'} it. ${changes.en}`,
      zh: `${totals.journeys}个城市中有${would}个可以办理。${changes.zh}`,
    },
    totals,
    journeys: rows,
    messages: messages.slice(0, MOST_MESSAGES),
    moreMessages: Math.max(0, messages.length - MOST_MESSAGES),
    people,
  };
}

function eachOnce(parties: Party[]): Party[] {
  return [...new Map(parties.map((party) => [party.person?.id ?? party.seat, party])).values()];
}
