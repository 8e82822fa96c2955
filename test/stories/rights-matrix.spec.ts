import {
  rightsResponse,
  type RightsReach,
  type RightsResponse,
  type RightsRole,
  type RightsRow,
} from '@citypath/contracts';
import { Caller, type Answer } from '../support/caller';
import { House } from '../support/house';
import { rightsPeople, type Place, type RightsPeople } from '../support/rights-people';
import { requestFor, rightsSamples, type Sample, type Samples } from '../support/rights-samples';

/** What answers that hide say of a thing that one may not see: the same as of one that is not there. */
const HIDING = ['journey-unknown', 'programme-unknown', 'not-found', 'paper-unknown', 'command-unknown'];

const DRY_RUN = '/dry-run';

let house: House;
let people: RightsPeople;
let samples: Samples;
let matrix: RightsResponse;
let routes: { method: string; path: string }[];
/** The addresses of acts at which they are only looked at. */
let dryRuns: { method: string; path: string }[];
const browsers = new Map<RightsRole, Caller>();

beforeAll(async () => {
  house = await House.start();
  people = await rightsPeople(house);
  samples = await rightsSamples(house, people);
  matrix = await (await house.asAdministrator()).read(rightsResponse, '/rights');
  const description = (await (await fetch(`${house.apiUrl}/api/openapi.json`)).json()) as {
    paths: Record<string, Record<string, unknown>>;
  };
  const described = Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => ({ method: method.toUpperCase(), path })),
  );
  dryRuns = described.filter(({ path }) => path.endsWith(DRY_RUN));
  routes = described.filter(({ path }) => !path.endsWith(DRY_RUN));
});
afterAll(() => house.stop());

const rows = () => matrix.features.flatMap((feature) => feature.rows);
const nameOf = ({ method, path }: { method: string; path: string }) => `${method} ${path}`;

test('the matrix and the description of the api have the same routes', () => {
  expect(rows().map(nameOf).sort()).toEqual(routes.map(nameOf).sort());
  expect(routes.length).toBeGreaterThan(60);
});

test('every route answers every role as the matrix says, in the own city and in another one', async () => {
  const wrong: string[] = [];
  for (const row of rows()) {
    const complaints = await Promise.all(
      matrix.roles.map(async ({ role }, index) => {
        const found: (string | null)[] = [];
        // One after the other: some acts end what else is signed in of the same person.
        for (const place of placesFor(role)) {
          found.push(await holdAgainst(row, row.reaches[index] ?? 'no', role, place));
        }
        return found;
      }),
    );
    wrong.push(...complaints.flat().filter((complaint) => complaint !== null));
  }
  expect(wrong).toEqual([]);
});

test('whoever may do an act may look at it beforehand, and nobody else', async () => {
  const wrong: string[] = [];
  expect(dryRuns.length).toBeGreaterThan(20);
  for (const { path } of dryRuns) {
    const act = rows().find((row) => row.method === 'POST' && `${row.path}${DRY_RUN}` === path);
    if (act === undefined) throw new Error(`${path} is the dry run of nothing.`);
    for (const [index, { role }] of matrix.roles.entries()) {
      for (const place of placesFor(role)) {
        const complaint = await holdAgainst({ ...act, path }, act.reaches[index] ?? 'no', role, place);
        if (complaint !== null) wrong.push(complaint);
      }
    }
  }
  expect(wrong).toEqual([]);
});

test('there is a sample for every parameter of every route', () => {
  const without = rows().filter(({ path }) => {
    try {
      requestFor(samples, path, 'here');
      return false;
    } catch {
      return true;
    }
  });
  expect(without.map(nameOf)).toEqual([]);
});

/** @returns what is wrong with the answer; null: it is as the matrix says */
async function holdAgainst(row: RightsRow, reach: RightsReach, role: RightsRole, place: Place): Promise<string | null> {
  const { url, sample } = requestFor(samples, row.path, place);
  const expected = expectedOf(row, reach, role, place, sample);
  const answer = await ask(row.method, url, role);
  const found = verdictOf(answer);
  const said = `${answer.status} ${codeOf(answer)}`.trim();
  return found === expected ? null : `${nameOf(row)}, ${role}, ${place}: ${found} and not ${expected} (${said})`;
}

/** `broken`: a fault of ours, whoever asks. */
type Verdict = 'allowed' | 'denied' | 'broken';

/** Of another city the matrix says what its people may do here. */
function placesFor(role: RightsRole): Place[] {
  return role === 'other-city' ? ['here'] : ['here', 'next-door'];
}

function expectedOf(row: RightsRow, reach: RightsReach, role: RightsRole, place: Place, sample: Sample): Verdict {
  // A list lets in whoever is signed in, and is cut: sight.spec.ts looks at what comes.
  if (row.cuts && !row.path.includes('{')) return role === 'nobody' ? 'denied' : 'allowed';
  switch (reach) {
    case 'everywhere':
    case 'programme':
      return 'allowed';
    case 'city':
      return place === 'here' ? 'allowed' : 'denied';
    case 'own':
      return isAnothers(row, sample, role) ? 'denied' : 'allowed';
    case 'no':
      return 'denied';
  }
}

/** What is asked for by an id belongs to somebody; all else of one's own is found by who asks. */
function isAnothers({ path }: RightsRow, { ofRole }: Sample, role: RightsRole): boolean {
  return /^\/api\/v1\/(letters(\/coming)?|commands|people)\/\{/.test(path) && ofRole !== role;
}

function verdictOf(answer: Answer): Verdict {
  if (answer.status === 500) return 'broken';
  if (answer.status === 401) return 'denied';
  if (answer.status === 403) return 'denied';
  if (answer.status !== 404) return 'allowed';
  // To HEAD there is no body: a problem is known by its type.
  const hides = answer.body === '' ? isProblem(answer) : HIDING.includes(codeOf(answer));
  return hides ? 'denied' : 'allowed';
}

function isProblem({ headers }: Answer): boolean {
  return headers.get('content-type')?.startsWith('application/problem+json') ?? false;
}

function codeOf({ body }: Answer): string {
  return typeof body === 'object' && body !== null && 'code' in body ? String(body.code) : '';
}

/** Whose letter it is, is found by the letter alone: asked rightly, since it changes nothing of one that arrived. */
const ASKED_RIGHTLY = /\/letters\/[^/]+\/seen$/;

/** Nothing is really done: what is allowed is then refused for a field that nobody expects. */
async function ask(method: string, url: string, role: RightsRole): Promise<Answer> {
  const who = await browserOf(role, method);
  if (url === '/events' && role !== 'nobody') return answerOfStream(who, url);
  const writes = method !== 'GET' && method !== 'HEAD';
  const body = ASKED_RIGHTLY.test(url) ? {} : { programme: '100rc-cn', unexpected: true };
  return who.send(method, url, writes ? { body } : { key: null });
}

/** Writes may end sessions: each comes from a browser of its own. */
async function browserOf(role: RightsRole, method: string): Promise<Caller> {
  if (role === 'nobody') return house.stranger;
  const known = browsers.get(role);
  if (known && method === 'GET') return known;
  const browser = await Caller.signedIn(house.apiUrl, people.inRole[role]);
  browsers.set(role, browser);
  return browser;
}

/** A stream never ends; that it opens is the answer. */
async function answerOfStream(who: Caller, url: string): Promise<Answer> {
  const closing = new AbortController();
  await who.stream(url, closing.signal);
  closing.abort();
  return { status: 200, headers: new Headers(), body: null };
}
