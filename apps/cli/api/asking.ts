import type { Language } from '@citypath/store';
import { Option, type Command } from 'commander';

/** As whom the api is asked, and in which language the outcome is told. */
export interface Asking {
  as?: string | null;
  language: Language;
}

/** Gives a command of the api the two options that each of them has. */
export function asking(command: Command): Command {
  return command
    .option('--as <address>', 'as this person; the only administrator unless given')
    .addOption(new Option('--language <language>', 'of the sentences').choices(['en', 'zh']).default('en'));
}
