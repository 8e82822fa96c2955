import type { Command } from 'commander';
import type { Tell } from '../tell';
import { doctor, exitCodeOf } from './doctor';
import { inWords } from './in-words';

/** `citypath doctor` */
export function addDoctor(citypath: Command, tell: Tell): void {
  citypath
    .command('doctor')
    .description('look at everything that CityPath needs, and say how to mend what is wrong')
    .action(async () => {
      const findings = await doctor();
      const exitCode = exitCodeOf(findings);
      tell({ ok: exitCode === 0, findings }, inWords(findings));
      process.exitCode = exitCode;
    });
}
