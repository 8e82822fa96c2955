import { Command, InvalidArgumentError, Option } from 'commander';
import { addAdministrator, type AdministratorOutcome, type WishedAdministrator } from './acts/add-administrator';
import { exportPapers } from './acts/export-papers';
import { migrateDatabase } from './acts/migrate';
import { prepareTemporal } from './acts/prepare-temporal';
import { rebuildEveryJourney, rebuildJourney } from './acts/rebuild';
import { addBackup } from './backup/command';
import { addDoctor } from './doctor/command';
import { addBulk } from './bulk/command';
import { endingOf } from './ending';
import { addAct } from './give/command';
import { addJourneys } from './journeys/command';
import { addRecovery } from './recovery/command';
import { addRun } from './runs/command';
import type { Tell } from './tell';
import { addUndo } from './undo/command';

/** The acts, with what each prints. */
function commands(): Command {
  const citypath = new Command('citypath')
    .description('CityPath for administrators, configured by the same environment as its processes.')
    .option('--json', 'print the outcome as JSON')
    .exitOverride();
  const tell: Tell = (outcome, words) => {
    process.stdout.write(`${citypath.opts().json === true ? JSON.stringify(outcome) : words}\n`);
  };
  addDoctor(citypath, tell);
  addBackup(citypath, tell);
  addRecovery(citypath, tell);
  addJourneys(citypath, tell);
  addAct(citypath, tell);
  addBulk(citypath, tell);
  addUndo(citypath, tell);
  addRun(citypath, tell);
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
    .description('make somebody an administrator, who may add others: the one with this address, or a new person')
    .requiredOption('--address <address>', 'where letters go, also the one that signs in', mailAddress)
    .option('--family-name <name>', 'of a new person')
    .option('--given-name <name>', 'of a new person')
    .addOption(
      new Option('--language <language>', 'of pages and letters of a new person').choices(['en', 'zh']).default('en'),
    )
    .option('--id <id>', 'a name for the records to keep; one is made unless given')
    .action(async (wish: WishedAdministrator) => {
      const outcome = await addAdministrator(wish);
      tell(outcome, administratorInWords(outcome));
    });
  citypath
    .command('rebuild [journey]')
    .description('start the run of a journey again from its journal, for example 100rc-cn.yiwu')
    .option('--every-journey', 'of all of them, as after Temporal itself came back from a backup')
    .action(async (journey: string | undefined, { everyJourney }: { everyJourney?: true }) => {
      if ((journey === undefined) !== (everyJourney === true))
        citypath.error('Name a journey, or say --every-journey.', { code: 'citypath.which' });
      if (journey === undefined) {
        const rebuilt = await rebuildEveryJourney();
        const running = rebuilt.filter(({ runs }) => runs).length;
        tell({ rebuilt }, `${running} of ${rebuilt.length} journeys run again; the others have ended.`);
        return;
      }
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

  return citypath;
}

function mailAddress(given: string): string {
  if (!/^[^\s<>@,;]+@[^\s<>@,;]+\.[^\s<>@,;]+$/.test(given)) throw new InvalidArgumentError('It is no mail address.');
  return given;
}

function administratorInWords({ name, address, outcome }: AdministratorOutcome): string {
  const said = {
    added: `${name} was added and is an administrator.`,
    'made-administrator': `${name}, who was known already, is an administrator now.`,
    'was-administrator': `${name} was an administrator already.`,
  }[outcome];
  return `${said} To sign in, type ${address} on the sign-in page: the letter comes at once.`;
}

commands()
  .parseAsync()
  .catch((error: unknown) => {
    const { exitCode, sentence } = endingOf(error);
    if (sentence !== null) process.stderr.write(`${sentence}\n`);
    process.exitCode = exitCode;
  });
