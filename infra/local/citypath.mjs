/**
 * `npm run citypath -- …`: the command line for administrators, on the house that `npm start` runs from this folder.
 * DATABASE_URL and TEMPORAL_ADDRESS name other servers, as they do for the house itself.
 */

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { localSettings } from './bootstrap/environment.mjs';
import { suitableNode } from './bootstrap/node.mjs';
import { checkout } from './bootstrap/places.mjs';
import { environmentOf } from './bootstrap/run.mjs';
import { giveUp, PlainFault } from './bootstrap/say.mjs';

async function citypath(args) {
  const settings = localSettings([], process.env);
  const program = join(checkout, 'apps', 'cli', 'dist', 'main.js');
  if (!existsSync(program)) throw new PlainFault('Nothing is built yet: `npm start` once, or `npm run build`.');
  const node = await suitableNode();
  const env = { ...ofTheHouse(settings), ...environmentOf(node), ...addresses(settings) };
  process.exitCode = spawnSync(node, [program, ...args], { stdio: 'inherit', env }).status ?? 1;
}

/** What `house.ts` gives to the processes of the house where the environment names nothing else. */
function ofTheHouse({ dataFolder, ports }) {
  return {
    MAIL_FROM: 'CityPath <letters@citypath.example>',
    PUBLIC_URL: `http://127.0.0.1:${ports.web}`,
    PAPERS_FOLDER: join(dataFolder, 'papers'),
    UPLOADS_FOLDER: join(dataFolder, 'uploads'),
  };
}

function addresses({ dataFolder, given, ports, mode }) {
  return {
    DATABASE_URL: given.databaseUrl ?? localDatabase(dataFolder, ports.postgres),
    TEMPORAL_ADDRESS: given.temporalAddress ?? `127.0.0.1:${ports.temporal}`,
    SMTP_URL: given.smtpUrl ?? `smtp://127.0.0.1:${ports.smtp}`,
    PORT: String(ports.web),
    CITYPATH_MODE: mode,
  };
}

/** The first start makes the owner's password and keeps it beside the data. */
function localDatabase(dataFolder, port) {
  const file = join(dataFolder, 'postgres.password');
  if (!existsSync(file)) throw new PlainFault('There is no house here yet: begin with `npm start`.');
  return `postgres://citypath:${readFileSync(file, 'utf8')}@127.0.0.1:${port}/citypath`;
}

citypath(process.argv.slice(2)).catch(giveUp);
