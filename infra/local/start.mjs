/**
 * `npm start`: brings up everything from a fresh clone, with any Node ≥ 20 and nothing installed.
 * This script only prepares (Node, packages, build, Temporal's program); `up.ts` then runs the house.
 */

import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from './bootstrap/build.mjs';
import { ensureDependencies } from './bootstrap/dependencies.mjs';
import { localSettings } from './bootstrap/environment.mjs';
import { whenLauncherDies } from './bootstrap/launcher.mjs';
import { suitableNode } from './bootstrap/node.mjs';
import { environmentOf } from './bootstrap/run.mjs';
import { giveUp, PlainFault } from './bootstrap/say.mjs';
import { temporalCli } from './bootstrap/temporal-cli.mjs';

async function start() {
  if (process.platform === 'win32')
    throw new PlainFault('CityPath runs on Linux and macOS; on Windows, start it inside WSL.');
  const settings = localSettings(process.argv.slice(2), process.env);
  if (process.env.npm_lifecycle_event === 'start') whenLauncherDies(() => process.kill(process.pid, 'SIGTERM'));
  const node = await suitableNode();
  if (node !== process.execPath) return startUnder(node);
  // While we only prepare, Ctrl-C simply ends us (and what we run: see run.mjs); later the house stops in order.
  const leave = () => process.exit(130);
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, leave);
  await ensureDependencies(node);
  await ensureBuilt(node);
  const temporalProgram = settings.given.temporalAddress ? undefined : await temporalCli();
  for (const signal of signals) process.off(signal, leave);
  const { up } = createRequire(import.meta.url)('./dist/up.js');
  await up({ ...settings, temporalProgram });
}

/** Runs this script again under another Node, and stays only to pass signals on and to hand back its exit code. */
function startUnder(node) {
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: environmentOf(node),
  });
  // Ctrl-C reaches the whole terminal group, so the child has it already.
  process.on('SIGINT', () => undefined);
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
}

start().catch(giveUp);
