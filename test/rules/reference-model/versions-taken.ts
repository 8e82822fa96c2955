import { NAMES, VERSIONS, type StepName, type Version } from './four-steps';
import { BLANK, type Paper } from './paper';

/** What becomes of steps that a version lacks or calls otherwise: its new name, or null: it is let go. */
export function mappingTo(from: Version, to: Version): Partial<Record<StepName, string | null>> {
  return Object.fromEntries(
    NAMES.flatMap((name) => {
      const [was, is] = [VERSIONS[from].steps[name]?.called, VERSIONS[to].steps[name]?.called];
      return was === undefined || was === is ? [] : [[name, is ?? null]];
    }),
  );
}

/** Let go is only what nobody has given anything, and the former name of a step is no step's any more. */
export function mayTake(paper: Paper, version: Version): boolean {
  return Object.entries(mappingTo(paper.version, version)).every(([name, called]) =>
    called === null ? !isGivenSomething(paper, name as StepName) : !paper.formerNames.includes(called),
  );
}

/** What a step has goes with it under its new name. */
export function takeVersion(paper: Paper, version: Version): void {
  const mapping = mappingTo(paper.version, version);
  for (const name of Object.keys(mapping) as StepName[]) {
    paper.formerNames.push(VERSIONS[paper.version].steps[name]?.called ?? name);
    const { rounds } = paper.steps[name];
    if (mapping[name] === null) paper.steps[name] = { ...BLANK, rounds, roundsBefore: rounds };
  }
  // What acts of before would bring back has another name by now, or is not there.
  if (Object.keys(mapping).length > 0) for (const act of paper.acts) act.overtakenBy.push('clock');
  paper.version = version;
}

/** Work, a day, a word or a decision; what was begun and set back may have been given something then. */
function isGivenSomething({ steps, cadence }: Paper, name: StepName): boolean {
  const { status, agreed, seat, ownedUntilOn, rounds, roundsBefore } = steps[name];
  const isFresh = (status === 'open' || status === 'waiting') && rounds - roundsBefore === (status === 'open' ? 1 : 0);
  return !isFresh || agreed || seat !== null || ownedUntilOn !== null || cadence?.steps[name] !== undefined;
}
