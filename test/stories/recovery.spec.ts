import path from 'node:path';
import { lettersResponse, machineryResponse, workflowViewResponse, type JoinRequest } from '@citypath/contracts';
import { emptyState, fold } from '@citypath/journey';
import { runningState } from '../faults/running-state';
import type { Caller } from '../support/caller';
import { House } from '../support/house';
import { momentInWords } from '../support/moment-in-words';
import { RestoredHouse } from '../support/restored-house';
import { until } from '../support/until';
import { addPerson, report, takeOverYiwu, type Yiwu } from '../support/yiwu-on-its-way';

/** A step that has no letters of its own: agreeing on its day is a fact and nothing more. */
const OTHER_STEP = 'leadership_group';
/** So many acts do not find room in one run: the journey goes on in another. */
const ACTS_OF_TWO_RUNS = 40;

interface Recovered {
  backupOf: string;
  facts: number;
  journeys: {
    journey: string;
    recovered: number;
    because: string | null;
    missing: { fromSeq: number; untilSeq: number } | null;
    unknownPeople: string[];
    lostWords: number;
    run: string;
  }[];
  runs: Record<string, number>;
  presumedSent: { id: string; journeyId: string; kind: string; seat: string }[] | null;
  wouldBePresumedSent: number | null;
}

let house: House;
let yiwu: Yiwu;
let restored: RestoredHouse;
let newcomer: string;
let runsOfHuangshi: number;
/** What the old database held in the end, which is gone. */
const lost = new Map<string, Awaited<ReturnType<House['factsOf']>>>();
/** Message-IDs, in the order in which the mail server took them. */
const taken = () => house.inbox.messages().map(({ messageId }) => messageId);
let takenBefore: ReturnType<typeof taken>;

const joining = (city: string, cro: string): JoinRequest => ({
  programme: '100rc-cn',
  city,
  joinedOn: null,
  takeover: true,
  seats: [{ seat: 'cro', person: cro, fromOn: null }],
  done: ['application', 'selection', 'grant', 'cro', 'asw_prep', 'asw'].map((step) => ({ step, happenedOn: null })),
});

const agreed = (dueOn: string) => ({ dueOn, reason: 'It was agreed.' });

/** Temporal does not keep the history of a journey any more. */
async function forgotten(workflowId: string): Promise<void> {
  const { workflow, workflowService } = house.temporal;
  const { TEMPORAL_NAMESPACE: namespace } = house.environment;
  await workflowService.deleteWorkflowExecution({ namespace, workflowExecution: { workflowId } });
  await until('it is forgotten', () =>
    workflow
      .getHandle(workflowId)
      .describe()
      .then(
        () => false,
        () => true,
      ),
  );
}

beforeAll(async () => {
  house = await House.start({ lettersAtOnce: true });
  yiwu = await takeOverYiwu(house);
  const administrator = await house.asAdministrator();
  const cityOf = (nameEn: string) => ({ nameEn, level: 'prefecture', country: 'CN', calendar: 'cn' });
  for (const name of ['Deyang', 'Huangshi', 'Bengbu'])
    await administrator.put('PUT', `/cities/${name.toLowerCase()}`, cityOf(name));
  for (const city of ['huangshi', 'bengbu']) await administrator.does('/journeys', joining(city, yiwu.people.cro));
  await house.deliver();
  const [officer, manager] = [await house.as(yiwu.people.cro), await house.as(yiwu.people.manager)];
  for (const city of ['yiwu', 'bengbu'])
    await officer.does(`/journeys/100rc-cn.${city}/steps/asw_report/submission`, report());

  // The reports wait for the manager, who has not been told yet.
  const { code } = await house.citypath('backup', path.join(house.folder, 'hourly'));
  expect(code).toBe(0);

  await house.deliver();
  await manager.does(`${yiwu.path}/steps/asw_report/return`, { comment: 'The list is missing.' });
  await house.deliver();
  // From here on it is another run, of another generation, that records.
  expect((await house.citypath('rebuild', yiwu.journeyId)).code).toBe(0);
  for (const city of ['yiwu', 'bengbu'])
    await manager.does(`/journeys/100rc-cn.${city}/steps/${OTHER_STEP}/date`, agreed('2099-03-02'));
  newcomer = await addPerson(house, {
    familyName: 'Bai',
    givenName: 'Lu',
    address: 'bai.lu@luoyang.example',
    language: 'zh',
  });
  await administrator.does('/journeys', joining('deyang', newcomer));
  await administrator.put('PUT', '/cities/luoyang', cityOf('Luoyang'));
  await administrator.does('/journeys', joining('luoyang', yiwu.people.cro));
  for (let acts = 0; acts < ACTS_OF_TWO_RUNS; acts += 1)
    await manager.does(`/journeys/100rc-cn.huangshi/steps/${OTHER_STEP}/date`, agreed(`2099-03-0${2 + (acts % 2)}`));
  const { runs } = await administrator.read(workflowViewResponse, '/journeys/100rc-cn.huangshi/workflow');
  runsOfHuangshi = runs.length;
  await manager.does('/journeys/100rc-cn.huangshi/withdrawal', { reason: 'The city leaves.' });
  await house.deliver();

  for (const city of ['bengbu', 'deyang', 'huangshi', 'luoyang', 'yiwu'])
    lost.set(city, await house.factsOf(`100rc-cn.${city}`));
  takenBefore = taken();
  await Promise.all([house.processes.api.stop(), house.processes.worker.stop()]);
  await forgotten('100rc-cn.bengbu');
  restored = await RestoredHouse.from(house, path.join(house.folder, 'hourly'));
  await restored.start();
});
afterAll(async () => {
  await restored.stop();
  await house.stop();
});

const recover = async (...more: string[]): Promise<Recovered & { code: number }> => {
  const { said, code } = await restored.citypath('recover', '--json', ...more);
  return { ...(JSON.parse(said) as Recovered), code };
};
const facts = (city: string) => restored.factsOf(`100rc-cn.${city}`);
const everything = async () => ({
  facts: await Promise.all([...lost.keys()].map(facts)),
  ledger: await restored.ledger(),
  restores: await restored.dataSource.query<unknown[]>('SELECT * FROM restores'),
});

describe('a database is restored from an hour ago, and before its recovery', () => {
  test('the restore says what follows, and where the recovery stands in it', () => {
    expect([restored.ended.code, restored.ended.complained]).toEqual([0, '']);
    expect(restored.ended.said).toContain('Until the recovery no letter goes and nothing is recorded.');
    expect(restored.ended.said).toMatch(/2\. citypath recover --dry-run: .*\n +3\. citypath recover: /);
  });

  test('no letter goes, though one is due that went an hour ago', async () => {
    const { settled } = await restored.deliver();
    expect(Object.values(settled).every((count) => count === 0)).toBe(true);
    expect(taken()).toEqual(takenBefore);
    expect(await restored.ledger()).toContainEqual(expect.objectContaining({ kind: 'to-accept', status: 'due' }));
  });

  test('the doctor and the page “why stuck” name it, with the command that mends it', async () => {
    const { said, code } = await restored.citypath('doctor', '--json');
    const { findings } = JSON.parse(said) as { findings: { part: string; state: string; mend: string }[] };
    expect(code).toBe(1);
    expect(findings.filter(({ state }) => state === 'wrong')).toMatchObject([
      { part: 'restore', mend: 'Run `citypath recover`.' },
    ]);
    const administrator = await restored.as('p-administrator');
    const machinery = await administrator.read(machineryResponse, '/stuck/machinery');
    const finding = machinery.findings.find(({ kind }) => kind === 'restore-unrecovered');
    const [restore] = await restored.dataSource.query<{ of: Date; on: Date }[]>(
      'SELECT backup_of AS of, restored_at AS on FROM restores',
    );
    const [of, on] = [momentInWords(restore!.of.toISOString()), momentInWords(restore!.on.toISOString())];
    expect(finding?.sentence).toEqual({
      en: `The records came back from a backup of ${of.en} on ${on.en}, and what happened in between is not in them: no letter goes and no act is recorded; nothing follows by itself; what helps: “Recover what followed from the histories”.`,
      zh: `数据已于${on.zh}从${of.zh}的备份恢复，其间发生的事项尚未补回：信函不会发出，办理的事项也无法记录；此后不会自动恢复；解决办法：“根据流程历史补回其后的事项”。`,
    });
    expect(finding?.mends.command).toBe('citypath recover');
    expect(machinery.findings.map(({ kind }) => kind)).not.toContain('outbox-stalled');
  });

  test('an act is taken by the running workflow and waits: it is recorded after the recovery', async () => {
    const officer = await restored.as(yiwu.people.cro);
    const body = report('With the list');
    const { status } = await officer.send('POST', `${yiwu.path}/steps/asw_report/submission`, { body });
    expect(status).toBe(202);
    expect(await facts('yiwu')).toHaveLength(lost.get('yiwu')!.length - 2);
  });

  test('a rebuild is refused by name: it would begin again from a journal that is an hour old', async () => {
    const before = await everything();
    const administrator = await restored.as('p-administrator');
    const asked = { body: { reason: 'It does not go on.' } };
    expect(await administrator.problemOf('POST', `${yiwu.path}/run/rebuild`, asked)).toMatchObject({
      status: 409,
      code: 'recovery-awaited',
    });
    for (const which of [yiwu.journeyId, '--every-journey']) {
      const { code, complained } = await restored.citypath('rebuild', which);
      expect([code, complained]).toEqual([1, expect.stringContaining('run `citypath recover` first')]);
    }
    expect(await everything()).toEqual(before);
    expect(
      await restored.dataSource.query(`SELECT 1 FROM hand_acts WHERE kind = 'run-rebuilt' UNION ALL
        SELECT 1 FROM journeys WHERE id = '${yiwu.journeyId}' AND generation <> 1`),
    ).toEqual([]);
  });

  test('tried dry, the recovery says what it would bring back, and changes nothing', async () => {
    const before = await everything();
    const told = await recover('--dry-run');
    expect(told).toMatchObject({ code: 1, presumedSent: null, wouldBePresumedSent: 2 });
    expect(told.journeys.map(({ journey, recovered, because }) => [journey, recovered, because])).toEqual([
      ['100rc-cn.bengbu', 0, 'history-gone'],
      ['100rc-cn.deyang', lost.get('deyang')!.length, null],
      ['100rc-cn.huangshi', ACTS_OF_TWO_RUNS + 1, null],
      ['100rc-cn.luoyang', 0, 'city-unknown'],
      // Not what its run has taken in since: it records that itself.
      ['100rc-cn.yiwu', 2, null],
    ]);
    expect(await everything()).toEqual(before);
    expect((await restored.citypath('recover', '--dry-run')).said).toMatch(/^Nothing was changed\. /);
  });
});

describe('recovered', () => {
  let outcome: Awaited<ReturnType<typeof recover>>;
  const of = (id: string) => outcome.journeys.find(({ journey }) => journey === id);
  beforeAll(async () => {
    outcome = await recover();
  });

  test('each fact is there as it was, or is listed by its journey', async () => {
    // What followed stands in the histories of more than one of its runs.
    expect(runsOfHuangshi).toBeGreaterThan(1);
    for (const city of ['deyang', 'huangshi']) expect(await facts(city)).toEqual(lost.get(city));
    expect((await facts('yiwu')).slice(0, lost.get('yiwu')!.length)).toEqual(lost.get('yiwu'));
    expect(outcome.code).toBe(1);
    expect(outcome.journeys.filter(({ because }) => because !== null)).toMatchObject([
      { journey: '100rc-cn.bengbu', because: 'history-gone', missing: null, run: 'is-rebuilt' },
      {
        journey: '100rc-cn.luoyang',
        because: 'city-unknown',
        missing: { fromSeq: 1, untilSeq: lost.get('luoyang')!.length },
        run: 'is-not-there',
      },
    ]);
    // What no history holds is told: the words of the reason and of the comment, and who came to be known since.
    expect(of(yiwu.journeyId)).toMatchObject({ lostWords: 2, unknownPeople: [], run: 'goes-on' });
    expect(of('100rc-cn.deyang')).toMatchObject({ unknownPeople: [newcomer], run: 'goes-on' });
    expect(of('100rc-cn.huangshi')).toMatchObject({ run: 'has-ended' });
  });

  test('whatever was due by then is presumed sent, what went before the backup included', async () => {
    const ledger = await restored.ledger();
    expect(ledger.filter(({ status }) => status === 'due' || status === 'held')).toEqual([]);
    expect(outcome.presumedSent?.map(({ journeyId, kind }) => `${journeyId} ${kind}`).sort()).toEqual(
      ledger
        .filter(({ status }) => status === 'presumed-sent')
        .map(({ journeyId, kind }) => `${journeyId} ${kind}`)
        .sort(),
    );
    const kinds = outcome.presumedSent?.filter(({ journeyId }) => journeyId === yiwu.journeyId);
    expect(kinds?.map(({ kind }) => kind).sort()).toEqual(['returned', 'to-accept']);
  });

  test('the run stands where its journal stands, and has recorded what it took in meanwhile', async () => {
    const all = await until('the act of the time between is recorded', async () => {
      const now = await facts('yiwu');
      return now.length > lost.get('yiwu')!.length ? now : null;
    });
    expect(all.at(-1)).toMatchObject({ kind: 'step-submitted', step: 'asw_report', round: 2 });
    expect(await runningState(house, yiwu.journeyId)).toEqual(fold(emptyState(yiwu.journeyId), all));
  });

  test('no letter goes twice: all that goes is what that act has caused', async () => {
    await restored.deliver();
    const since = taken().slice(takenBefore.length);
    expect(taken().slice(0, takenBefore.length)).toEqual(takenBefore);
    const letters = (await restored.ledger()).filter(({ status }) => status === 'accepted' || status === 'merged');
    expect(letters.filter(({ messageId }) => since.includes(messageId ?? ''))).toMatchObject([
      { journeyId: yiwu.journeyId, kind: 'to-accept', round: 2 },
    ]);
    expect(since).toHaveLength(1);
  });

  test('every open journey goes on: one that was recovered, one that joined since, one whose history is gone', async () => {
    const manager = await restored.as(yiwu.people.manager);
    for (const city of ['yiwu', 'deyang', 'bengbu'])
      await manager.does(`/journeys/100rc-cn.${city}/steps/${OTHER_STEP}/date`, agreed('2099-04-01'));
    const administrator = await restored.as('p-administrator');
    await until('nothing is wrong any more', async () => {
      const { findings } = await administrator.read(machineryResponse, '/stuck/machinery');
      return findings.length === 0;
    });
  });

  test('a second recovery is refused, and everybody signs in anew', async () => {
    const { code, complained } = await restored.citypath('recover');
    expect([code, complained]).toEqual([
      1,
      'No restored backup waits for its recovery: there is nothing to recover. Nothing was changed.\n',
    ]);
  });

  describe('the page “Letters”', () => {
    let manager: Caller;
    beforeAll(async () => {
      manager = await restored.as(yiwu.people.manager);
    });

    test('lists what is presumed sent, in both languages', async () => {
      const { letters } = await manager.read(lettersResponse, '/letters?state=unknown&city=yiwu');
      expect(letters.map(({ kind, status }) => `${kind} ${status}`).sort()).toEqual([
        'returned presumed-sent',
        'to-accept presumed-sent',
      ]);
      const { en, zh } = letters[0]!.statusSentence;
      expect(en.split('; somebody')[0]).toBe(
        'presumed sent: the records came back from a backup, and it may have gone before; it is not posted again by itself',
      );
      expect(zh.split('；')[0]).toBe('推定已发送：数据已从备份恢复，此信可能在恢复前发出，系统不会自动重发');
    });

    test('and one that somebody sends from there goes once more, and says so itself', async () => {
      const { letters } = await manager.read(lettersResponse, '/letters?state=unknown&city=bengbu');
      const [letter] = letters;
      expect(letter).toMatchObject({ kind: 'to-accept', recipient: { id: yiwu.people.manager } });
      expect(letter?.may).toEqual({ sendNow: true, skip: false, unskip: false, settle: true });
      expect((await manager.send('POST', `/letters/${letter!.id}/send-now`, {})).status).toBe(200);
      await restored.deliver();
      expect(taken()).toHaveLength(takenBefore.length + 2);
      const [sent] = (await restored.ledger()).filter(({ id }) => id === letter!.id);
      expect(sent).toMatchObject({ status: 'accepted', againAt: expect.any(String) as unknown });
    });
  });
});
