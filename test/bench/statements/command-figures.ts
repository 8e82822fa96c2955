import type { Caller } from '../../support/caller';
import type { House } from '../../support/house';
import { report, type Yiwu } from '../../support/yiwu-on-its-way';
import { atMost, plain, type Figure } from '../figure';
import { API, WORKER } from './clients';
import type { StatementProxy } from './statement-proxy';

const MOST_STATEMENTS = 8;

/** What a command costs from the request to its answer. */
export async function commandFigures(house: House, { path, people }: Yiwu, proxy: StatementProxy): Promise<Figure[]> {
  const officer = await house.as(people.cro);
  const manager = await house.as(people.manager);
  const step = `${path}/steps/asw_report`;
  // The first look at a city fetches the definition and the calendar that it is pinned to, once in an api's life.
  await officer.send('GET', path);
  const given: [what: string, statements: string[]][] = [];
  const give = async (what: string, by: Caller, where: string, body: object): Promise<void> => {
    proxy.takeStatements();
    await by.does(where, body);
    given.push([what, proxy.takeStatements(API, WORKER)]);
  };
  await give('submit', officer, `${step}/submission`, report());
  await give('return', manager, `${step}/return`, { comment: 'Please add the participants.' });
  await give('submit again', officer, `${step}/submission`, report('Workshop report, again'));
  await give('accept', manager, `${step}/acceptance`, {});
  await give('hand over', manager, `${path}/seats/cro/hand-over`, { person: people.mayor, fromOn: null });
  const joined = await join(house, people.cro, proxy);
  return [
    ...countedAtMost(`A command (${given.map(([what]) => what).join(', ')}), SQL statements of api and worker`, given),
    plain('  each', given.map(([, statements]) => statements.length).join(', ')),
    ...countedAtMost('  a city joins: SQL statements of api and worker', [['join', joined]]),
  ];
}

/** The most statements of several commands; where they are too many, they are shown. */
function countedAtMost(what: string, given: readonly [what: string, statements: string[]][]): Figure[] {
  const [most = []] = given.map(([, statements]) => statements).sort((a, b) => b.length - a.length);
  const figure = atMost(what, most.length, MOST_STATEMENTS);
  if (figure.met === true) return [figure];
  return [figure, ...most.map((statement) => plain(`    ${statement.replace(/\s+/g, ' ').slice(0, 90)}`, ''))];
}

async function join(house: House, focalPoint: string, proxy: StatementProxy): Promise<string[]> {
  const administrator = await house.asAdministrator();
  const city = { nameEn: 'Newcomer', level: 'prefecture', country: 'CN', calendar: 'cn' };
  await administrator.put('PUT', '/cities/newcomer', city);
  proxy.takeStatements();
  const seats = [{ seat: 'focal_point', person: focalPoint, fromOn: null }];
  const joining = { programme: '100rc-cn', city: 'newcomer', joinedOn: null, takeover: false, seats, done: [] };
  await administrator.does('/journeys', joining);
  return proxy.takeStatements(API, WORKER);
}
