import type { Command } from 'commander';
import type { Tell } from '../tell';
import { recoveredInWords } from './in-words';
import { recover, type RecoveryWishes } from './recover';

/** `citypath recover` */
export function addRecovery(citypath: Command, tell: Tell): void {
  citypath
    .command('recover')
    .description(
      'after a restore: bring back from Temporal’s histories what happened after the backup, and let letters go',
    )
    .option('--dry-run', 'only say what it would do')
    .action(async (wishes: RecoveryWishes) => {
      const recovered = await recover(wishes);
      tell(recovered, recoveredInWords(recovered));
      if (recovered.journeys.some(({ because }) => because !== null)) process.exitCode = 1;
    });
}
