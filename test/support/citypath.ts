import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Instant } from '@citypath/calendar';
import { checkout } from './checkout';

const execute = promisify(execFile);

/** How an act of the command line ended. */
export interface Ended {
  said: string;
  complained: string;
  code: number;
}

/**
 * Runs `citypath`, as an administrator does, in this environment and no other.
 * @param standsAt its clock stands at this instant
 */
export async function citypath(
  environment: Record<string, string | undefined>,
  args: readonly string[],
  standsAt: Instant | null = null,
): Promise<Ended> {
  const program = path.join(checkout, 'apps', 'cli', 'dist', 'main.js');
  const clock = path.join(checkout, 'test/dist/support/standing-clock.js');
  const before = standsAt === null ? [] : ['--require', clock];
  const own = standsAt === null ? {} : { CITYPATH_TEST_STANDS_AT: standsAt };
  const env = { PATH: process.env['PATH'], ...own, ...environment };
  try {
    const { stdout, stderr } = await execute(process.execPath, [...before, program, ...args], { env });
    return { said: stdout, complained: stderr, code: 0 };
  } catch (error) {
    const { stdout, stderr, code } = error as { stdout: string; stderr: string; code: number };
    return { said: stdout, complained: stderr, code };
  }
}
