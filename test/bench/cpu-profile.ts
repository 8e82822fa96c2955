import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

interface CpuProfile {
  nodes: { id: number; callFrame: { functionName: string; url: string; lineNumber: number } }[];
  samples: number[];
  timeDeltas: number[];
}

/** The rooms and packages by which time is summed; the first that matches counts. */
const places: [name: string, path: RegExp][] = [
  ['rules (libs/journey, libs/calendar)', /libs\/(journey|calendar)\//],
  ['records (libs/store, apps/worker)', /libs\/store\/|apps\/worker\/|node_modules\/(typeorm|pg[^/]*)\//],
  ['workflow code and SDK in the sandbox', /workflow-bundle|workflows\/|@temporalio\/workflow/],
  ["Temporal's SDK", /@temporalio\/|protobufjs|@grpc\/|long\//],
  ['api', /apps\/api\/|@nestjs\/|express/],
];
const TOP = 12;

/** Where the processes that left their profiles in a folder spent their time, as lines to print. */
export function profileSummary(folder: string): string[] {
  const selfMs = new Map<string, number>();
  const placeMs = new Map<string, number>();
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.cpuprofile'))) {
    const profile = JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as CpuProfile;
    const frames = new Map(profile.nodes.map(({ id, callFrame }) => [id, callFrame]));
    profile.samples.forEach((id, index) => {
      const frame = frames.get(id);
      if (!frame || frame.functionName === '(root)') return;
      const ms = (profile.timeDeltas[index] ?? 0) / 1000;
      add(selfMs, nameOf(frame), ms);
      add(placeMs, placeOf(frame), ms);
    });
  }
  const waitingMs = placeMs.get(WAITING) ?? 0;
  placeMs.delete(WAITING);
  selfMs.delete(nameOf({ functionName: '(idle)', url: '', lineNumber: 0 }));
  const busyMs = [...placeMs.values()].reduce((sum, ms) => sum + ms, 0);
  const [first, ...others] = ranked(placeMs);
  return [
    `Busy ${Math.round(busyMs)} ms, idle ${Math.round(waitingMs)} ms over all threads of the process. Bound by: ` +
      [first, ...others]
        .filter((entry) => entry !== undefined)
        .map(([place, ms]) => `${place} ${share(ms, busyMs)}`)
        .join(', ') +
      '.',
    ...ranked(selfMs)
      .slice(0, TOP)
      .map(([name, ms]) => `  ${share(ms, busyMs).padStart(5)}  ${name}`),
  ];
}

const WAITING = 'waiting';

function placeOf({ functionName, url }: CpuProfile['nodes'][number]['callFrame']): string {
  if (functionName === '(idle)') return WAITING;
  if (functionName === '(garbage collector)') return 'garbage collection';
  if (url === '') return 'native code';
  return places.find(([, pattern]) => pattern.test(url))?.[0] ?? (url.startsWith('node:') ? 'Node' : 'other');
}

function nameOf({ functionName, url, lineNumber }: CpuProfile['nodes'][number]['callFrame']): string {
  const place = url === '' ? '' : ` ${url.split('/').slice(-3).join('/')}:${lineNumber + 1}`;
  return `${functionName || '(anonymous)'}${place}`;
}

function add(sums: Map<string, number>, key: string, ms: number): void {
  sums.set(key, (sums.get(key) ?? 0) + ms);
}

function ranked(sums: ReadonlyMap<string, number>): [string, number][] {
  return [...sums].sort(([, a], [, b]) => b - a);
}

function share(ms: number, ofMs: number): string {
  return `${((100 * ms) / ofMs).toFixed(1)} %`;
}
