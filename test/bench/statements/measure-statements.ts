import { House } from '../../support/house';
import { takeOverYiwu } from '../../support/yiwu-on-its-way';
import type { Measured } from '../figure';
import { measurement } from '../measurement';
import { commandFigures } from './command-figures';
import { listFigures } from './list-figures';
import { readFigures } from './read-figures';
import { StatementProxy } from './statement-proxy';

/** Statements of the list of cities and of commands, counted on the wire; and what reads ask of Temporal. */
async function measureStatements(): Promise<Measured> {
  const clusterUrl = process.env['CITYPATH_TEST_DATABASE_URL'];
  if (!clusterUrl) throw new Error('CITYPATH_TEST_DATABASE_URL names no PostgreSQL: run `npm run bench`.');
  const proxy = await StatementProxy.open(clusterUrl);
  const house = await House.start({ postgresUrl: proxy.url });
  try {
    const yiwu = await takeOverYiwu(house);
    const commands = await commandFigures(house, yiwu, proxy);
    const lists = await listFigures(house, yiwu, proxy);
    const reads = await readFigures(house, yiwu, proxy);
    return {
      figures: [...lists, ...commands, ...reads],
      notes: [
        `Counted on the wire between the processes and PostgreSQL; BEGIN, COMMIT, SAVEPOINT and the like are not counted.`,
        `The board and what needs the manager, first pages: all cities counted and filtered, each with an officer of its own. Who asks (the session) is one of the statements.`,
      ],
    };
  } finally {
    await house.stop();
    await proxy.close();
  }
}

measurement(measureStatements);
