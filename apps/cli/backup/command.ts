import type { Command } from 'commander';
import type { Tell } from '../tell';
import { backUp, type BackupWishes } from './back-up';
import { backupInWords, restoredInWords } from './in-words';
import { restore } from './restore';

/** `citypath backup` and `citypath restore` */
export function addBackup(citypath: Command, tell: Tell): void {
  citypath
    .command('backup <folder>')
    .description('write all that the database holds at this moment into a new folder, with a manifest')
    .option('--by-copy', 'not by pg_dump, also where one of the server’s version is on the PATH')
    .action(async (folder: string, wishes: BackupWishes) => {
      const taken = await backUp(folder, wishes);
      tell(taken, backupInWords(taken));
    });
  citypath
    .command('restore <folder>')
    .description('fill an empty database from a backup, and say what has to follow')
    .action(async (folder: string) => {
      const restored = await restore(folder);
      tell(restored, restoredInWords(restored));
    });
}
