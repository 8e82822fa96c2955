import { cityPageResponse, historyResponse } from '@citypath/contracts';
import { atAGlance } from '../support/at-a-glance';
import { asProblem, type Answer, type Caller } from '../support/caller';
import { House } from '../support/house';
import { addPerson, report, takeOverYiwu, type Yiwu } from '../support/yiwu-on-its-way';
import { badRequests, newPerson, returning, submission, type BadRequest } from './bad-requests';

let house: House;
let yiwu: Yiwu;
let administrator: Caller;
let officer: Caller;
let manager: Caller;
/** The officer of another city of the same programme. */
let neighbour: Caller;
beforeAll(async () => {
  house = await House.start({ lettersAtOnce: true });
  yiwu = await takeOverYiwu(house);
  [administrator, officer, manager] = [
    await house.asAdministrator(),
    await house.as(yiwu.people.cro),
    await house.as(yiwu.people.manager),
  ];
  const person = await addPerson(house, { ...newPerson, givenName: 'Jun', address: 'wu.jun@deyang.example' });
  for (const [key, nameEn] of [
    ['deyang', 'Deyang'],
    ['huzhou', 'Huzhou'],
  ])
    await administrator.put('PUT', `/cities/${key}`, { nameEn, level: 'prefecture', country: 'CN', calendar: 'cn' });
  const seats = [{ seat: 'cro', person, fromOn: null }];
  await administrator.does('/journeys', {
    programme: '100rc-cn',
    city: 'deyang',
    joinedOn: null,
    takeover: true,
    seats,
  });
  neighbour = await house.as(person);
});
afterAll(() => house.stop());

const headOf = async () => (await house.factsOf(yiwu.journeyId)).length;

describe('what cannot be is refused by name, and leaves nothing', () => {
  const whoIs = (by: BadRequest['by']): Caller =>
    by === undefined ? officer : { stranger: house.stranger, neighbour, manager, administrator }[by];

  test.each(Object.entries(badRequests))('%s', async (_, { by, to, send, status, code, field }) => {
    const before = await headOf();
    const problem = await whoIs(by).problemOf('POST', to, send);
    expect(problem).toMatchObject({ status, code, type: `urn:citypath:problem:${code}` });
    expect(problem.detail).toMatch(/^\S.{10,}[.。]$/s);
    if (field) {
      const [pointer, fieldCode] = field;
      expect(problem.errors).toContainEqual({
        pointer,
        code: fieldCode,
        detail: expect.stringMatching(/\S/) as string,
      });
    }
    expect(await headOf()).toBe(before);
  });

  test('a city whose joining was refused may join after all', async () => {
    await administrator.does('/journeys', { programme: '100rc-cn', city: 'huzhou', joinedOn: null });
  });

  test('in the reader’s language', async () => {
    const asked = { body: { evidence: {} } };
    expect((await officer.problemOf('POST', submission, asked)).detail).toMatch(/[\u4e00-\u9fff]/);
    expect((await manager.problemOf('POST', submission, asked)).detail).toMatch(/^[\x20-\x7e]+$/);
  });
});

describe('odd but honest text is stored and shown unharmed', () => {
  const odd = {
    markup: '<script>alert("1")</script> & <b>bold</b>',
    chinese: '义乌市韧性领导小组（第二次会议）——纪要，第1稿',
    'all sorts': 'naïve 🏙️ «quotes» \\ "double" \'single\' %00 ${x} {{y}} O’Brien; DROP TABLE journal;--',
    lines: 'first line\nsecond line\n\tindented',
  };

  test.each(Object.entries(odd))('%s in a comment: on the page, in history, and in the letter', async (_, comment) => {
    await officer.does(submission, report());
    await manager.does(returning, { comment });

    const page = await officer.read(cityPageResponse, yiwu.path);
    expect(page.steps.find(({ ref }) => ref === 'asw_report')!.rounds.at(-1)).toMatchObject({ comment });
    const { entries } = await officer.read(historyResponse, `${yiwu.path}/history`);
    expect(entries.find(({ kind }) => kind === 'step-returned')).toMatchObject({ words: comment });

    house.inbox.forget();
    await house.deliver();
    const letter = house.inbox.messages().find((mail) => atAGlance(mail).includes('已退回'))!;
    expect(letter.text).toContain(comment.split('\n').map((line) => `> ${line}`.trimEnd())[0]);
    expect(letter.html).not.toContain('<script');
    expect(letter.html).not.toContain('<b>bold');
  });

  test('a title with markup and a name in Chinese', async () => {
    const title = '<img src=x onerror=alert(1)> 研讨会报告';
    await officer.does(submission, report(title));
    await manager.does(returning, { comment: 'Once more.' });
    const page = await officer.read(cityPageResponse, yiwu.path);
    const round = page.steps.find(({ ref }) => ref === 'asw_report')!.rounds.at(-1);
    expect(round).toMatchObject({ handedIn: { report: { title } } });

    const named = await addPerson(house, {
      ...newPerson,
      language: 'zh',
      familyName: '吴',
      givenName: '明',
      nameZh: '吴明',
      address: 'wu.ming@city.example',
    });
    await manager.does(`${yiwu.path}/seats/focal_point/appointment`, { person: named, fromOn: null });
    const { seats } = await officer.read(cityPageResponse, yiwu.path);
    expect(seats.find(({ seat }) => seat === 'focal_point')).toMatchObject({ holder: { id: named, nameZh: '吴明' } });
  });

  test('a name of 200 characters', async () => {
    const familyName = '长'.repeat(200);
    const id = await addPerson(house, { ...newPerson, familyName, address: 'long.name@city.example' });
    const people = (await house.stranger.send('GET', '/session/people')).body as {
      people: { person: { id: string; name: string } }[];
    };
    expect(people.people.find(({ person }) => person.id === id)!.person.name).toContain(familyName);
  });
});

describe('a command is done once', () => {
  const liaison = `/journeys/100rc-cn.yiwu/seats/cro/liaison`;
  const give = (who: Caller, key: string, person: string | null): Promise<Answer> =>
    who.send('POST', liaison, { body: { person }, key });

  test('the same key and body: the same answer, and nothing new; another body: refused', async () => {
    const [first, second] = [await addPerson(house, numbered(1)), await addPerson(house, numbered(2))];
    const answer = await give(manager, 'same-key-1', first);
    const head = await headOf();
    const again = await give(manager, 'same-key-1', first);
    expect([answer.status, again.status]).toEqual([200, 200]);
    expect(again.body).toEqual(answer.body);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    const other = asProblem(await give(manager, 'same-key-1', second));
    expect(other).toMatchObject({ status: 422, code: 'idempotency-key-reused' });
    expect(await headOf()).toBe(head);
  });

  test('both at once are done once', async () => {
    const head = await headOf();
    const person = await addPerson(house, numbered(3));
    const answers = await Promise.all([give(manager, 'same-key-2', person), give(manager, 'same-key-2', person)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers[0].body).toEqual(answers[1].body);
    expect(await headOf()).toBe(head + 1);
  });

  test('another person’s equal key is another command', async () => {
    const head = await headOf();
    const [first, second] = [await addPerson(house, numbered(4)), await addPerson(house, numbered(5))];
    expect((await give(manager, 'same-key-3', first)).status).toBe(200);
    expect((await give(administrator, 'same-key-3', second)).status).toBe(200);
    expect(await headOf()).toBe(head + 2);
  });

  test('a refused command is judged anew', async () => {
    const path = `${yiwu.path}/steps/asw_report/acceptance`;
    const refusal = asProblem(await manager.send('POST', path, { body: {}, key: 'judged-anew' }));
    expect(refusal).toMatchObject({ status: 409, code: 'step-not-submitted' });
    await officer.does(submission, report());
    await manager.does(path, {}, 'judged-anew');
  });

  const numbered = (number: number) =>
    ({ ...newPerson, givenName: `No ${number}`, address: `no.${number}@yiwu.example` }) as const;
});
