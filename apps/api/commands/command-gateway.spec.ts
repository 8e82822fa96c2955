import type { Fact } from '@citypath/journey';
import type { Journal, Texts } from '@citypath/store';
import { JOURNAL_DISAGREES, JOURNEY_MOVED, type ActRequest, type ActResult } from '@citypath/workflows/messages';
import { ApplicationFailure, WorkflowNotFoundError } from '@temporalio/common';
import { WorkflowUpdateFailedError } from '@temporalio/client';
import type { DryRunResponse } from '@citypath/contracts';
import type { DryRuns } from '../dry-runs/dry-runs';
import { ProblemError } from '../problems/problem-error';
import { journeyOf, manager, MONDAY, told } from '../spec/yiwu';
import { CommandGateway } from './command-gateway';
import type { Asked, GivenAct } from './given-act';
import type { JourneyRuns } from './journey-runs';

type Recorded = { journeyId: string; commandHash: string; facts: Fact[] } | null;

/** A gateway with a journal that remembers what the run took, and a run that does as it is told. */
class House {
  recorded: Recorded = null;
  readonly requests: ActRequest[] = [];
  readonly texts: unknown[] = [];
  disagreed = false;
  looked = { seen: 'as-shown' } as DryRunResponse;
  run: (request: ActRequest) => Promise<ActResult | null> = (request) => Promise.resolve(this.taken(request));

  readonly gateway = new CommandGateway(
    { ofCommand: () => Promise.resolve(this.recorded) } as Partial<Journal> as Journal,
    {
      put: (_journey: string, bodies: unknown[]) => {
        this.texts.push(...bodies);
        return Promise.resolve(bodies.map((_body, index) => `t-${index}`));
      },
    } as Partial<Texts> as Texts,
    {
      act: (_journey: string, request: ActRequest) => {
        this.requests.push(request);
        return this.run(request);
      },
      endedInDisagreement: () => Promise.resolve(this.disagreed),
    } as Partial<JourneyRuns> as JourneyRuns,
    { now: () => MONDAY },
    { of: () => Promise.resolve(this.looked) } as Partial<DryRuns> as DryRuns,
  );

  taken({ stamp }: ActRequest, commandHash = stamp.hash): ActResult {
    const fact = { kind: 'step-skipped', seq: 9, commandHash } as Fact;
    this.recorded = { journeyId: '100rc-cn.yiwu', commandHash, facts: [fact] };
    return { repeated: false, facts: [fact], head: 12 };
  }
}

const given: GivenAct = {
  act: 'skip',
  target: { kind: 'step', ref: 'asw_report' },
  journey: journeyOf(told().state),
  actor: manager,
  onBehalfOf: null,
  idempotencyKey: 'key-00000001',
};
const asking = (reason: string): Asked => ({
  body: { reason },
  texts: { reason, comment: undefined },
  command: (ref) => ({ kind: 'skip', step: 'asw_report', reason: ref('reason') }),
});

const failing = (error: Error) => () => Promise.reject(error);
const updateFailed = (type: string, detail?: unknown) =>
  new WorkflowUpdateFailedError('failed', ApplicationFailure.nonRetryable('x', type, ...(detail ? [detail] : [])));
const problem = (code: string) => expect.objectContaining({ code }) as ProblemError;

it('keeps the words first, and sends the command with references, under the id of actor, journey and key', async () => {
  const house = new House();
  const answer = await house.gateway.give(given, asking('No report is needed.'));
  expect(house.texts).toEqual(['No report is needed.']);
  const [request] = house.requests;
  expect(request!.command).toEqual({ kind: 'skip', step: 'asw_report', reason: 't-0' });
  expect(request!.stamp).toMatchObject({ by: 'p-manager', onBehalfOf: null });
  expect(answer).toMatchObject({ kind: 'recorded', replayed: false, body: { commandId: request!.stamp.id, head: 9 } });
});

it('the same key and body again is the same answer; nothing is sent or kept', async () => {
  const house = new House();
  const first = await house.gateway.give(given, asking('a'));
  const second = await house.gateway.give(given, asking('a'));
  expect(second.body).toEqual(first.body);
  expect(second).toMatchObject({ replayed: true });
  expect([house.requests.length, house.texts.length]).toEqual([1, 1]);
});

it('the same key with another body is refused, recorded or still under way', async () => {
  const house = new House();
  await house.gateway.give(given, asking('a'));
  await expect(house.gateway.give(given, asking('b'))).rejects.toEqual(problem('idempotency-key-reused'));
  const busy = new House();
  busy.run = (request) => Promise.resolve(busy.taken(request, 'hash of the first attempt'));
  await expect(busy.gateway.give(given, asking('b'))).rejects.toEqual(problem('idempotency-key-reused'));
});

it("another person's equal key, and another journey's, are other commands", async () => {
  const house = new House();
  house.run = (request) => Promise.resolve({ ...house.taken(request), facts: [] });
  const journey = { ...given.journey, row: { ...given.journey.row, id: '100rc-cn.deyang' } };
  for (const each of [given, { ...given, actor: { ...manager, person: 'p-other' } }, { ...given, journey }]) {
    house.recorded = null;
    await house.gateway.give(each, asking('a'));
  }
  expect(new Set(house.requests.map(({ stamp }) => stamp.id)).size).toBe(3);
});

it('taken but not recorded in time is pending', async () => {
  const house = new House();
  house.run = () => Promise.resolve(null);
  await expect(house.gateway.give(given, asking('a'))).resolves.toMatchObject({
    kind: 'pending',
    body: { status: 'pending', journeyId: '100rc-cn.yiwu' },
  });
});

describe('what keeps the journey from answering', () => {
  it.each([
    [
      'a refusal of the rules',
      updateFailed('step-not-open', { code: 'step-not-open', field: '/step' }),
      'step-not-open',
    ],
    ['a run that the journal left behind', updateFailed(JOURNAL_DISAGREES), 'journal-disagrees'],
    ['a run that is gone', new WorkflowNotFoundError('x', '100rc-cn.yiwu', undefined), 'workflow-missing'],
    ['Temporal away', new ProblemError('temporal-away'), 'temporal-away'],
  ])('%s is told as such', async (_what, error, code) => {
    const house = new House();
    house.run = failing(error);
    await expect(house.gateway.give(given, asking('a'))).rejects.toEqual(problem(code));
  });

  it('a run that is gone because the journal disagreed says so', async () => {
    const house = new House();
    house.disagreed = true;
    house.run = failing(new WorkflowNotFoundError('x', '100rc-cn.yiwu', undefined));
    await expect(house.gateway.give(given, asking('a'))).rejects.toEqual(problem('journal-disagrees'));
  });

  it('a journey that has ended is no run that is missing', async () => {
    const house = new House();
    house.run = failing(new WorkflowNotFoundError('x', '100rc-cn.yiwu', undefined));
    const { journey } = given;
    const ended = { ...given, journey: { ...journey, state: { ...journey.state, status: 'completed' as const } } };
    await expect(house.gateway.give(ended, asking('a'))).rejects.toEqual(problem('journey-closed'));
  });

  it('what nobody foresaw stays what it is', async () => {
    const house = new House();
    const bug = new TypeError('x is not a function');
    house.run = failing(bug);
    await expect(house.gateway.give(given, asking('a'))).rejects.toBe(bug);
  });
});

describe('an act that was looked at beforehand', () => {
  it('is only looked at where that is asked: nothing is kept, and nothing is given to the journey', async () => {
    const house = new House();
    const answer = await house.gateway.give({ ...given, dry: true }, asking('No report is needed.'));
    expect(answer).toEqual({ kind: 'dry', body: { seen: 'as-shown' } });
    expect([house.texts, house.requests]).toEqual([[], []]);
  });

  it('is done to the journey as it was looked at, and to no other', async () => {
    const house = new House();
    await house.gateway.give({ ...given, seen: 'as-shown' }, asking('No report is needed.'));
    expect(house.requests).toMatchObject([{ onlyAtHead: given.journey.state.head }]);
  });

  it('is refused where it would do something else by now, and nothing is kept', async () => {
    const house = new House();
    const late = house.gateway.give({ ...given, seen: 'as-shown-yesterday' }, asking('No report is needed.'));
    await expect(late).rejects.toEqual(problem('preview-outdated'));
    expect([house.texts, house.requests]).toEqual([[], []]);
  });

  it('is refused by the journey itself where that has gone on in the same moment', async () => {
    const house = new House();
    house.run = failing(updateFailed(JOURNEY_MOVED));
    const late = house.gateway.give({ ...given, seen: 'as-shown' }, asking('No report is needed.'));
    await expect(late).rejects.toEqual(problem('preview-outdated'));
  });
});
