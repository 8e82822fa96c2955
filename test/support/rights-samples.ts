import { comingLettersResponse, type RightsRole } from '@citypath/contracts';
import { JOURNEYS, type Place, type RightsPeople } from './rights-people';
import type { House } from './house';
import { until } from './until';

/** What a route is asked with in one of the cities. */
export interface Sample {
  /** By the name of the path's parameter. */
  params: Record<string, string>;
  query?: string;
  /** Whose own thing this is, where rights reach to one's own. */
  ofRole?: RightsRole;
}

/** Of a step that the officer hands in and the steering committee accepts. */
const STEP = 'city_review';
const BULK_ACT = `b-${'d'.repeat(16)}`;
const IMPORT = `i-${'c'.repeat(16)}`;
const NO_ROWS = { rows: 0, ok: 0, warnings: 0, refused: 0, newCities: 0, newPeople: 0, knownPeople: 0, letters: [] };
const UNKNOWN_MARK = `m-${'0'.repeat(24)}`;
const UNKNOWN_SESSION = '00000000-0000-4000-8000-000000000000';

/** The beginnings of paths, the longest first, with what stands for their parameters. */
export type Samples = [beginning: string, sample: (place: Place) => Sample][];

/** What exists in both cities to be asked for: a paper, a letter, and an act of the administrator's. */
export async function rightsSamples(house: House, { somebody, inRole }: RightsPeople): Promise<Samples> {
  const papers = { here: `paper-${'a'.repeat(32)}`, 'next-door': `paper-${'b'.repeat(32)}` };
  for (const place of ['here', 'next-door'] as const) await putPaper(house, papers[place], JOURNEYS[place]);
  await putImport(house, inRole.manager);
  await putBulkAct(house, inRole.manager);
  const letters = await until('both officers have a letter', async () => {
    await house.deliver();
    const ledger = await house.ledger();
    const of = (place: Place, person: string) =>
      ledger.find(({ journeyId, recipient }) => journeyId === JOURNEYS[place] && recipient === person)?.id;
    const [here, nextDoor] = [of('here', inRole.responsible), of('next-door', inRole['other-city'])];
    return here !== undefined && nextDoor !== undefined && { here, 'next-door': nextDoor };
  });
  const coming = {
    here: await comingTo(house, JOURNEYS.here, inRole.responsible),
    'next-door': await comingTo(house, JOURNEYS['next-door'], inRole['other-city']),
  };
  const commands = {
    here: await commandOf(house, JOURNEYS.here),
    'next-door': await commandOf(house, JOURNEYS['next-door']),
  };
  return [
    // The pack is of the seat that the officer holds; to all other seats somebody else is appointed.
    ['/api/v1/journeys/{id}/seats/{seat}/pack', (place) => ({ params: { id: JOURNEYS[place], seat: 'cro' } })],
    [
      '/api/v1/journeys/{id}',
      (place) => ({
        params: {
          ...{ id: JOURNEYS[place], ref: STEP, seat: 'focal_point', upload: papers[place] },
          command: commands[place],
        },
      }),
    ],
    ['/api/v1/journeys', () => ({ params: {}, query: '?programme=100rc-cn' })],
    ['/api/v1/papers/{id}', (place) => ({ params: { id: papers[place] } })],
    [
      '/api/v1/letters/{id}',
      (place) => ({ params: { id: letters[place] }, ofRole: place === 'here' ? 'responsible' : 'other-city' }),
    ],
    [
      '/api/v1/letters/coming/{key}',
      (place) => ({ params: { key: coming[place] }, ofRole: place === 'here' ? 'responsible' : 'other-city' }),
    ],
    [
      '/api/v1/commands/{id}',
      (place) => ({ params: { id: commands[place] }, query: `?journey=${JOURNEYS[place]}`, ofRole: 'administrator' }),
    ],
    [
      '/api/v1/people/{person}/sessions',
      (place) => ({ params: { person: somebody[place], session: UNKNOWN_SESSION } }),
    ],
    ['/api/v1/people/{id}', (place) => ({ params: { id: somebody[place] } })],
    ['/api/v1/account/sessions/{session}', () => ({ params: { session: UNKNOWN_SESSION } })],
    ['/api/v1/cities/{key}', () => ({ params: { key: 'yiwu', mark: UNKNOWN_MARK } })],
    ['/api/v1/programmes/{key}', () => ({ params: { key: '100rc-cn', seat: 'evaluator' } })],
    ['/api/v1/bulk-acts/{id}', () => ({ params: { id: BULK_ACT } })],
    ['/api/v1/bulk-acts', () => ({ params: {}, query: '?programme=100rc-cn' })],
    ['/api/v1/imports/{id}', () => ({ params: { id: IMPORT, line: '1' } })],
    ['/api/v1/imports', () => ({ params: {}, query: '?programme=100rc-cn' })],
    ['/api/v1/sign-in/link/{token}', () => ({ params: { token: 'x'.repeat(43) } })],
    ['/api/v1/calendars/{key}', () => ({ params: { key: 'cn', mark: UNKNOWN_MARK } })],
  ];
}

/** @throws Error that names the route when the table has nothing for one of its parameters */
export function requestFor(samples: Samples, path: string, place: Place): { url: string; sample: Sample } {
  const [, make] = samples.find(([beginning]) => path.startsWith(beginning)) ?? [];
  const sample: Sample = make?.(place) ?? { params: {} };
  const url = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = sample.params[name];
    if (value === undefined)
      throw new Error(`No sample for {${name}} of ${path}: add one in test/support/rights-samples.ts.`);
    return encodeURIComponent(value);
  });
  // A caller's paths begin behind /api/v1; the others are two steps up.
  const fromApi = url.startsWith('/api/v1') ? url.replace('/api/v1', '') : `/../..${url}`;
  return { url: `${fromApi}${sample.query ?? ''}`, sample };
}

/** The key of a letter that will fall due for somebody. */
async function comingTo(house: House, journeyId: string, person: string): Promise<string> {
  const administrator = await house.asAdministrator();
  const { letters } = await administrator.read(comingLettersResponse, '/letters/coming');
  const letter = letters.find((each) => each.journeyId === journeyId && each.to.person?.id === person);
  if (!letter) throw new Error(`No letter of ${journeyId} will come to ${person}.`);
  return letter.key;
}

async function putPaper(house: House, id: string, journeyId: string): Promise<void> {
  await house.dataSource.query(
    `INSERT INTO papers (id, journey_id, step_ref, round, evidence_key, name, version, kind, size_bytes, sha256,
       by_person, uploaded_at, scanned)
     VALUES ($1, $2, $3, 1, 'decisions', 'decisions.pdf', 1, 'pdf', 1, $4, null, now(), false)`,
    [id, journeyId, STEP, '0'.repeat(64)],
  );
}

/** An import that was looked at, and of which nothing was begun. @returns its id */
export async function putImport(house: House, byPerson: string): Promise<string> {
  await house.dataSource.query(
    `INSERT INTO imports (id, programme_key, file_name, by_person, status, header, remarks, mapping, totals, created_at)
     VALUES ($1, '100rc-cn', 'cities.csv', $2, 'checked', '[]', '[]', '{"columns":{},"dayOrder":"ask"}', $3, now())`,
    [IMPORT, byPerson, JSON.stringify(NO_ROWS)],
  );
  return IMPORT;
}

/** An act upon many cities that is done. @returns its id */
export async function putBulkAct(house: House, byPerson: string): Promise<string> {
  await house.dataSource.query(
    `INSERT INTO bulk_acts (id, programme_key, by_person, act, details, request_hash, status, runs, created_at, ended_at)
     VALUES ($1, '100rc-cn', $2, 'hold', '{}', 'h', 'done', 1, now(), now())`,
    [BULK_ACT, byPerson],
  );
  return BULK_ACT;
}

/** The id of something that the administrator did to the journey. */
async function commandOf(house: House, journeyId: string): Promise<string> {
  const facts = await house.factsOf(journeyId);
  const fact = facts.find(({ by }) => by === 'p-administrator');
  if (!fact) throw new Error(`The administrator did nothing to ${journeyId}.`);
  return fact.commandId;
}
