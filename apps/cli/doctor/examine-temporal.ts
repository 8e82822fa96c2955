import { temporalStanding, type TemporalSettings, type TemporalStanding } from '@citypath/runtime';
import { journeyAttributes } from '@citypath/workflows/messages';
import { examineClock } from './examine-clock';
import { away, ok, unseen, wrong, type Finding, type Part } from './finding';

const OTHERS = ['namespace', 'search attributes', 'worker', 'Temporal clock'] as const satisfies Part[];
const KEEPS_AT_LEAST_DAYS = 30;

/** Temporal: whether it is there, and its namespace as journeys need it, and whether a worker asks for work. */
export async function examineTemporal(
  settings: (TemporalSettings & { temporalTaskQueue: string }) | null,
): Promise<Finding[]> {
  const hidden = (parts: readonly Part[], why: string) => parts.map((part) => unseen(part, why));
  if (settings === null) return hidden(['Temporal', ...OTHERS], 'TEMPORAL_ADDRESS cannot be read.');
  const { temporalAddress: address, temporalNamespace: name, temporalTaskQueue: queue } = settings;
  const attributes = journeyAttributes('', '', 'active').map(({ key }) => key.name);
  let standing: TemporalStanding;
  try {
    standing = await temporalStanding(settings, queue, attributes);
  } catch {
    const mend = 'Start the Temporal server, and look whether TEMPORAL_ADDRESS names its host and port.';
    return [away('Temporal', `Nothing answers at ${address}.`, mend), ...hidden(OTHERS, 'Temporal cannot be reached.')];
  }
  const { version, namespace, clock } = standing;
  const there = ok('Temporal', `Temporal ${version} answers at ${address}.`);
  if (namespace === null)
    return [
      there,
      wrong(
        'namespace',
        `There is no namespace ${name}.`,
        `Create it: \`temporal operator namespace create --namespace ${name} --retention 30d\`; ` +
          'then run `citypath prepare-temporal`. Or name another in TEMPORAL_NAMESPACE.',
      ),
      ...hidden(OTHERS.slice(1), 'The namespace is missing.'),
    ];
  const { keepsDays, lacks, polled } = namespace;
  return [
    there,
    keepsDays >= KEEPS_AT_LEAST_DAYS
      ? ok('namespace', `${name} is there and keeps ended runs for ${Math.floor(keepsDays)} days.`)
      : wrong(
          'namespace',
          `${name} forgets ended runs after ${keepsDays} days.`,
          'Run `citypath prepare-temporal`: with 30 days one can still see what happened.',
        ),
    lacks.length === 0
      ? ok('search attributes', `All ${attributes.length} are there.`)
      : wrong('search attributes', `Missing: ${lacks.join(', ')}.`, 'Run `citypath prepare-temporal`.'),
    worker(queue, polled),
    clock === null
      ? unseen('Temporal clock', 'The server does not let us read it.')
      : examineClock('Temporal clock', clock),
  ];
}

function worker(queue: string, { workflows, activities }: { workflows: boolean; activities: boolean }): Finding {
  if (workflows && activities) return ok('worker', `A worker takes work from ${queue}.`);
  const what = workflows ? 'records' : activities ? 'workflows' : 'work';
  return away(
    'worker',
    `No worker takes ${what} from the task queue ${queue}: no journey moves, and no command is answered.`,
    'Start the worker (apps/worker), with the same TEMPORAL_NAMESPACE and TEMPORAL_TASK_QUEUE as here.',
  );
}
