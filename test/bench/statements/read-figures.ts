import { Caller } from '../../support/caller';
import type { House } from '../../support/house';
import { putBulkAct, putImport } from '../../support/rights-samples';
import { pdf } from '../../support/sample-files';
import { Sender } from '../../support/sender';
import type { Yiwu } from '../../support/yiwu-on-its-way';
import { plain, type Figure } from '../figure';
import { API, BOARD } from './clients';
import { ReadingApi } from './reading-api';
import type { StatementProxy } from './statement-proxy';

/** What reads ask of Temporal, of which there is none. */
export async function readFigures(house: House, yiwu: Yiwu, proxy: StatementProxy): Promise<Figure[]> {
  const files = new Sender(await house.as(yiwu.people.manager), `${yiwu.path}/steps/p1_actions`);
  const ofBulkAct = { id: await putBulkAct(house, yiwu.people.manager) };
  const ofImport = { id: await putImport(house, yiwu.people.manager) };
  const paper = await files.sent('actions.pdf', pdf(), 'inventory');
  const api = await ReadingApi.start(house.environment);
  try {
    const [letter] = await house.ledger();
    const caller = await Caller.signedIn(api.url, yiwu.people.manager);
    proxy.takeStatements();
    await caller.send('GET', BOARD);
    const first = proxy.takeStatements(API).length;
    const ofJourney = { id: yiwu.journeyId };
    const administrator = await house.asAdministrator();
    // Who may read everything.
    const routes = await api.readAll(administrator.person ?? '', {
      values: {
        '/api/v1/journeys/{id}': ofJourney,
        '/api/v1/journeys/{id}/history': ofJourney,
        '/api/v1/journeys/{id}/forecast': ofJourney,
        '/api/v1/journeys/{id}/letter-previews': ofJourney,
        '/api/v1/journeys/{id}/steps/{ref}/draft': { ...ofJourney, ref: 'p1_actions' },
        '/api/v1/journeys/{id}/steps/{ref}/deadline.ics': { ...ofJourney, ref: 'p1_actions' },
        '/api/v1/journeys/{id}/steps/{ref}/prepared-letter': { ...ofJourney, ref: 'p1_actions' },
        '/api/v1/papers/{id}': { id: paper.id },
        '/api/v1/letters/{id}': { id: letter?.id ?? '' },
        '/api/v1/calendars/{key}': { key: 'cn' },
        '/api/v1/cities/{key}/closures': { key: 'yiwu' },
        '/api/v1/journeys/{id}/seats/{seat}/pack': { ...ofJourney, seat: 'cro' },
        '/api/v1/programmes/{key}': { key: '100rc-cn' },
        '/api/v1/programmes/{key}/outline': { key: '100rc-cn' },
        '/api/v1/people/{id}': { id: yiwu.people.mayor },
        '/api/v1/people/{id}/export': { id: yiwu.people.mayor },
        '/api/v1/people/{person}/sessions': { person: yiwu.people.mayor },
        '/api/v1/bulk-acts/{id}': ofBulkAct,
        '/api/v1/bulk-acts/{id}/journeys': ofBulkAct,
        '/api/v1/imports/{id}': ofImport,
        '/api/v1/imports/{id}/rows': ofImport,
        '/api/v1/imports/{id}/refused': ofImport,
      },
      queries: {
        '/api/v1/journeys': '?programme=100rc-cn',
        '/api/v1/board-export': '?programme=100rc-cn',
        '/api/v1/bulk-acts': '?programme=100rc-cn',
        '/api/v1/imports': '?programme=100rc-cn',
        '/api/v1/imports/template': '?programme=100rc-cn',
      },
    });
    const visits = api.visitsToTemporal;
    // What asks Temporal on purpose has to be noticed, or the figure says nothing.
    await api.askWhetherReady();
    if (api.visitsToTemporal === visits) throw new Error('Nobody noticed that the api asked Temporal.');
    return [
      plain('  first list of a new api process, definitions and calendars included', String(first)),
      {
        what: `Calls to Temporal by ${routes.length} read routes, with no Temporal there`,
        figure: visits === 0 ? 'none' : String(visits),
        target: 'none',
        met: visits === 0,
      },
    ];
  } finally {
    await api.stop();
  }
}
