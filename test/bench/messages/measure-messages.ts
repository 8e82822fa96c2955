import type { ForetoldLetter } from '@citypath/post';
import { atMost, plain, rounded, type Measured } from '../figure';
import { measurement } from '../measurement';
import { yearScript } from '../year/year-script';
import { dayOf, yearOfPost } from './year-of-post';

const YEAR = 2027;
/** As many as a programme of the size of this product's has, joining over a month. */
const CITIES = 40;
const WEEKS_OF_JOINING = 4;
/** Those who run the programme, for all its cities. */
const PROGRAMME = ['p-manager', 'p-director'];

/** Counts the messages that a reference year's people get, a digest as one, and the digests of one person's day. */
function measureMessages(): Measured {
  const script = yearScript(YEAR);
  const { letters, steps } = yearOfPost([script]);
  const messages = letters.filter(isMessage);
  const joining = Array.from({ length: WEEKS_OF_JOINING }, (_, week) => yearScript(YEAR, week));
  const programme = yearOfPost(Array.from({ length: CITIES / WEEKS_OF_JOINING }, () => joining).flat());
  const ofProgramme = programme.letters.filter(isMessage);
  const toItself = ofProgramme.filter(({ to }) => PROGRAMME.includes(to ?? ''));
  const digests = messages.filter(({ fate }) => fate.kind === 'digest');
  return {
    figures: [
      atMost('Messages posted per step of the reference year', messages.length / steps, 3),
      plain(
        `  … of ${CITIES} cities of one programme; to those who run it`,
        `${rounded(ofProgramme.length / programme.steps)}; ${rounded(toItself.length / programme.steps)}`,
      ),
      plain('  messages, steps', `${messages.length}, ${steps}`),
      plain('  digests among them, letters in these', `${digests.length}, ${countOf(letters, 'digest')}`),
      plain('  letters that fell due', `${letters.length} (${rounded(letters.length / steps)} a step)`),
      plain(
        '  merged, cancelled, suppressed, still held',
        (['merged', 'cancelled', 'suppressed', 'waits'] as const).map((kind) => countOf(letters, kind)).join(', '),
      ),
      atMost('Digests per person-day, the most', most(digests), 1),
      plain('  messages on one day to one person, the most', String(most(messages))),
    ],
    notes: [
      `By the kind of letter that a message carries: ${inWords(messages.map(({ letter }) => letter.kind))}.`,
      `By person: ${inWords(messages.map(({ to }) => to ?? 'nobody'))}.`,
      'Steps are those that opened, each quarterly review being one. Messages are all mail to anybody, from the welcome to the last thanks; invitations and urgent letters count, a digest is one.',
      `The year of ${YEAR}: its ${script.commands.length} commands at their moments, with clock, post rules and morning reports in memory; everybody takes letters from 09:00 to 17:30 in Asia/Shanghai, and all mail arrives.`,
      'One city alone, so that nobody shares a digest among several, but where more are named: these join over four weeks and share those who run the programme. What is done at the same moment is posted in one round.',
    ],
  };
}

/** Of a digest only the letter that carries it is a message. */
function isMessage({ letter, fate }: ForetoldLetter): boolean {
  return fate.kind === 'goes' || (fate.kind === 'digest' && fate.carriedBy === letter.id);
}

function countOf(letters: readonly ForetoldLetter[], kind: ForetoldLetter['fate']['kind']): number {
  return letters.filter(({ fate }) => fate.kind === kind).length;
}

/** How many somebody got on the day on which anybody got the most. */
function most(messages: readonly ForetoldLetter[]): number {
  const days = messages.map(({ to, fate }) => `${to ?? ''} ${'at' in fate ? dayOf(fate.at) : ''}`);
  return Math.max(0, ...counted(days).map(([, count]) => count));
}

function inWords(names: readonly string[]): string {
  return counted(names)
    .sort(([, a], [, b]) => b - a)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ');
}

function counted(names: readonly string[]): [string, number][] {
  return [...Map.groupBy(names, (name) => name)].map(([name, same]) => [name, same.length]);
}

measurement(() => Promise.resolve(measureMessages()));
