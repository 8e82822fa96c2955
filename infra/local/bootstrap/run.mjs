/** Runs other programs. */

import { spawn } from 'node:child_process';
import { delimiter, dirname } from 'node:path';
import { PlainFault } from './say.mjs';
import { checkout } from './places.mjs';

/** The environment in which `node` and everything started through npm is this Node. */
export function environmentOf(node, environment = process.env) {
  return { ...environment, PATH: `${dirname(node)}${delimiter}${environment.PATH ?? ''}` };
}

/**
 * Runs a program to its end and gives what it printed. When it fails, the fault tells the end of its output.
 * With `show` its output goes to the terminal instead.
 */
export function run(program, args, { cwd = checkout, env = process.env, show = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env,
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
    });
    // What we started must not go on without us: the next start would begin the same work beside it.
    const endToo = () => child.kill();
    process.once('exit', endToo);
    let output = '';
    const keep = (chunk) => (output = (output + chunk).slice(-200_000));
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.on('error', (error) => reject(new PlainFault(`${program} could not be started: ${error.message}`)));
    child.on('close', (code, signal) => {
      process.off('exit', endToo);
      if (code === 0) resolve(output);
      else
        reject(new PlainFault(`${[program, ...args].join(' ')} failed (${signal ?? code}).\n${lastLines(output, 40)}`));
    });
  });
}

/** Runs npm under the given Node: the npm that started us, or the one on the PATH. */
export function runNpm(node, args, options = {}) {
  const env = environmentOf(node, options.env);
  const npm = process.env.npm_execpath;
  return npm?.endsWith('.js') ? run(node, [npm, ...args], { ...options, env }) : run('npm', args, { ...options, env });
}

/** The first line that a program prints about its version, or undefined where there is no such program. */
export async function versionOf(program, args) {
  try {
    return (await run(program, args)).trim().split('\n')[0];
  } catch {
    return undefined;
  }
}

function lastLines(text, count) {
  return text.trimEnd().split('\n').slice(-count).join('\n');
}
