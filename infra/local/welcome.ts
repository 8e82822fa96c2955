import type { ComingLettersResponse, SessionResponse } from '@citypath/contracts';
import type { LocalSettings } from './settings';
import { type SignInPerson, signInPeople } from './sign-in-people';

const shownLetters = 5;

/** Prints where to look, as whom to sign in, and what happens next by itself. */
export async function welcome(
  { ports, given, mode }: LocalSettings,
  address: string,
  tookMs: number,
  say: (sentence: string) => void,
): Promise<void> {
  say('');
  say(`Ready after ${(tookMs / 1000).toFixed(1)} s.`);
  say(`  CityPath   ${address}   (its API: ${address}/api/docs)`);
  if (!given.smtpUrl)
    say(`  Inbox      http://127.0.0.1:${ports.inboxPage}   (every letter; none leaves this machine)`);
  if (!given.temporalAddress) say(`  Temporal   http://127.0.0.1:${ports.temporalPage}`);
  if (mode === 'local') await sayWhatIsOn(address, say);
  say('Ctrl-C stops everything; the next start goes on from there.');
}

async function sayWhatIsOn(address: string, say: (sentence: string) => void): Promise<void> {
  const people = managersFirst(await signInPeople(address));
  if (people.length === 0) {
    sayHowToBegin(say);
    return;
  }
  if (!(await letsOneBeAnybody(address))) {
    say('Sign in with your address: the letter that lets you in is in the inbox.');
    return;
  }
  say(`Sign in as   ${people.slice(0, 6).map(spokenPerson).join(' · ')}`);
  say('Next by itself:');
  const coming = await comingLetters(address, people);
  if (coming.length === 0) say('  nothing within thirty days');
  for (const { city, dueOn, sentence } of coming.slice(0, shownLetters))
    say(`  ${dueOn}, ${city.nameEn}: ${sentence.en}`);
  if (coming.length > shownLetters) say(`  and ${coming.length - shownLetters} more letters within thirty days`);
}

/** Only where the demonstration is. */
async function letsOneBeAnybody(address: string): Promise<boolean> {
  const response = await fetch(`${address}/api/v1/session`);
  return response.ok && ((await response.json()) as SessionResponse).signInAs;
}

/** Nobody can be signed in to add the first person. */
function sayHowToBegin(say: (sentence: string) => void): void {
  say('Nobody is here yet. Make the first administrator, in a second terminal, with your own names and address:');
  say('  npm run citypath -- add-administrator --given-name Wen --family-name Li --address li.wen@network.example');
  say('Then sign in with that address: the letter that lets you in is in the inbox.');
}

/** Managers first, then directors: they see every city and its letters, an evaluator sees none. */
function managersFirst(people: readonly SignInPerson[]): SignInPerson[] {
  const seats = ['manager', 'director'];
  const rank = ({ roles }: SignInPerson) =>
    Math.min(
      ...roles.map((role) => (role.role === 'programme' && seats.includes(role.seat) ? seats.indexOf(role.seat) : 9)),
    );
  return people.toSorted((left, right) => rank(left) - rank(right));
}

function spokenPerson({ person, roles }: SignInPerson): string {
  const [first] = roles;
  if (!first) return person.name;
  switch (first.role) {
    case 'administrator':
      return `${person.name}, administrator`;
    case 'programme':
      return `${person.name}, ${first.seatTitle.en}`;
    case 'city':
      return `${person.name}, ${first.seatTitle.en} of ${first.city.nameEn}`;
  }
}

async function comingLetters(
  address: string,
  people: readonly SignInPerson[],
): Promise<ComingLettersResponse['letters']> {
  const [reader] = people;
  const signedIn = await fetch(`${address}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ person: reader?.person.id }),
  });
  const cookie = signedIn.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  const response = await fetch(`${address}/api/v1/letters/coming`, { headers: { cookie } });
  if (!response.ok) return [];
  return ((await response.json()) as ComingLettersResponse).letters;
}
