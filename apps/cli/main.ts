import { Command, Option } from 'commander';
import { addAdministrator, type NewAdministrator } from './acts/add-administrator';
import { exportPapers } from './acts/export-papers';
import { migrateDatabase } from './acts/migrate';
import { prepareTemporal } from './acts/prepare-temporal';
import { rebuildJourney } from './acts/rebuild';
import { endingOf } from './ending';

/** The acts, with what each prints. */
function commands(): Command {
  const citypath = new Command('citypath')
    .description('CityPath for administrators, configured by the same environment as its processes.')
    .option('--json', 'print the outcome as JSON')
    .exitOverride();
  citypath
    .command('migrate')
    .description('bring the database to the newest schema')
    .action(async () => {
      const { migrated } = await migrateDatabase();
      tell({ migrated }, migrated.length > 0 ? `Migrated: ${migrated.join(', ')}.` : 'The database is up to date.');
    });
  citypath
    .command('prepare-temporal')
    .description("give Temporal's namespace the search attributes of journeys")
    .action(async () => {
      const prepared = await prepareTemporal();
      const { added, keepsEndedRuns } = prepared;
      const attributes = added.length > 0 ? `Added: ${added.join(', ')}.` : 'Temporal has all search attributes.';
      tell(prepared, keepsEndedRuns ? attributes : `${attributes} It forgets ended runs within a month.`);
    });
  citypath
    .command('add-administrator')
    .description('add a first person who may add others')
    .option('--id <id>', 'an id to keep', 'p-administrator')
    .requiredOption('--family-name <name>')
    .requiredOption('--given-name <name>')
    .requiredOption('--address <address>', 'where letters go')
    .addOption(new Option('--language <language>').choices(['en', 'zh']).default('en'))
    .action(async (administrator: NewAdministrator) => {
      const outcome = await addAdministrator(administrator);
      tell(outcome, outcome.added ? `Added ${outcome.person}.` : `${outcome.person} was there already.`);
    });
  citypath
    .command('rebuild <journey>')
    .description('start the run of a journey again from its journal, for example 100rc-cn.yiwu')
    .action(async (journey: string) => {
      const rebuilt = await rebuildJourney(journey);
      const where = `after ${rebuilt.head} facts, generation ${rebuilt.generation}`;
      tell(
        rebuilt,
        rebuilt.runs ? `${journey} runs again, ${where}.` : `${journey} has ended, ${where}; nothing runs.`,
      );
    });
  citypath
    .command('export-papers <folder>')
    .description('copy every paper into a folder, held against its SHA-256, with a manifest of what each is')
    .action(async (folder: string) => {
      const exported = await exportPapers(folder);
      const { papers, bytes, damaged } = exported;
      const good = `${papers} papers (${Math.round(bytes / 1024)} KB) are in ${folder}.`;
      tell(exported, damaged.length === 0 ? good : `${good} Damaged: ${damaged.map(({ id }) => id).join(', ')}.`);
      if (damaged.length > 0) process.exitCode = 1;
    });

  const tell = (outcome: object, sentence: string): void => {
    process.stdout.write(`${citypath.opts().json === true ? JSON.stringify(outcome) : sentence}\n`);
  };
  return citypath;
}

commands()
  .parseAsync()
  .catch((error: unknown) => {
    const { exitCode, sentence } = endingOf(error);
    if (sentence !== null) process.stderr.write(`${sentence}\n`);
    process.exitCode = exitCode;
  });
