import { cityPageResponse, historyResponse, type StepComment } from '@citypath/contracts';
import { atAGlance } from '../support/at-a-glance';
import type { Caller } from '../support/caller';
import { House } from '../support/house';
import { addPerson, takeOverYiwu, type Yiwu } from '../support/yiwu-on-its-way';

let house: House;
let yiwu: Yiwu;
let officer: Caller;
let manager: Caller;
let director: Caller;
let comments: string;
beforeAll(async () => {
  house = await House.start();
  yiwu = await takeOverYiwu(house);
  [officer, manager, director] = [
    await house.as(yiwu.people.cro),
    await house.as(yiwu.people.manager),
    await house.as(yiwu.people.director),
  ];
  comments = `${yiwu.path}/steps/asw_report/comments`;
  await house.deliver();
});
afterAll(() => house.stop());

async function commentsSeenBy(reader: Caller): Promise<StepComment[]> {
  const page = await reader.read(cityPageResponse, yiwu.path);
  return page.steps.find(({ ref }) => ref === 'asw_report')!.comments;
}

/** The letters that the mail server took since the last look: to whom, and what a list of mails shows. */
async function newLetters(): Promise<string[]> {
  house.inbox.forget();
  await house.deliver();
  const role = (address: string) => Object.entries(yiwu.addresses).find(([, known]) => known === address)?.[0];
  return house.inbox.messages().map((mail) => `${role(mail.envelopeTo[0] ?? '')}: ${atAGlance(mail)}`);
}

describe('a question is a comment that mentions somebody', () => {
  test('the officer gets it as a letter, in her language, with a button to the step', async () => {
    const { commenting } = await manager.read(cityPageResponse, yiwu.path);
    expect(commenting?.audiences).toEqual(['everyone', 'programme']);
    expect(commenting?.askable.map(({ person }) => person.id).sort()).toEqual(
      [yiwu.people.cro, yiwu.people.mayor, yiwu.people.director].sort(),
    );
    const comment = 'Of which year are the figures?\n<b>Thank you</b>';
    await manager.does(comments, { comment, audience: 'everyone', mentions: [yiwu.people.cro] });
    expect(await newLetters()).toEqual(['cro: 义乌市：研讨会报告 | Li Wen 向您提问。']);
    const [letter] = house.inbox.messages();
    expect(letter!.text).toContain('> Of which year are the figures?\n> <b>Thank you</b>');
    expect(letter!.text).toContain(`${house.apiUrl}/journeys/${yiwu.journeyId}/steps/asw_report?at=comments`);
    expect(await commentsSeenBy(officer)).toMatchObject([
      {
        words: comment,
        waitsForReader: true,
        asked: [{ party: { person: { id: yiwu.people.cro } }, answered: false }],
      },
    ]);
  });

  test('answered on the step, nobody waits any more; a word to nobody in particular is no letter', async () => {
    await officer.does(comments, { comment: '2026年的数据。', audience: 'everyone' });
    expect(await newLetters()).toEqual([]);
    expect(await commentsSeenBy(officer)).toMatchObject([
      { waitsForReader: false, asked: [{ answered: true }] },
      { by: { id: yiwu.people.cro }, asked: [], words: '2026年的数据。' },
    ]);
  });

  test('answered before it was posted, the letter is not sent', async () => {
    await manager.does(comments, { comment: 'And the map?', audience: 'everyone', mentions: [yiwu.people.cro] });
    await officer.does(comments, { comment: '见附件。', audience: 'everyone' });
    expect(await newLetters()).toEqual([]);
    expect((await house.ledger()).filter(({ kind }) => kind === 'question').map(({ reason }) => reason)).toContain(
      'question-answered',
    );
  });

  test('the same request sent twice asks once', async () => {
    const body = { comment: 'Who prints it?', audience: 'everyone', mentions: [yiwu.people.director] };
    const first = await officer.does(comments, body, 'one-question');
    const second = await officer.does(comments, body, 'one-question');
    expect(second.head).toBe(first.head);
    expect(await newLetters()).toEqual(['director: Yiwu: Workshop report | A question from Xiong Tao.']);
  });
});

describe('a comment for the programme only', () => {
  const SECRET = 'Between us: the city is short of money.';

  test('asks somebody of the programme, and stays invisible to the city everywhere', async () => {
    await manager.does(comments, { comment: SECRET, audience: 'programme', mentions: [yiwu.people.director] });
    expect(await newLetters()).toEqual(['director: Yiwu: Workshop report | A question from Li Wen.']);
    expect((await commentsSeenBy(director)).map(({ words }) => words)).toContain(SECRET);

    const seats = [officer, await house.as(yiwu.people.mayor)];
    for (const ofCity of seats) {
      const paths = [yiwu.path, `${yiwu.path}/history?limit=200`, '/letters?limit=200', '/letters/coming'];
      for (const path of [...paths, '/journeys?programme=100rc-cn', `${yiwu.path}/forecast`]) {
        const { body } = await ofCity.send('GET', path);
        expect(JSON.stringify(body)).not.toContain(SECRET);
        expect(JSON.stringify(body)).not.toContain('programme only');
      }
      const { entries } = await ofCity.read(historyResponse, `${yiwu.path}/history?limit=200`);
      const commented = entries.filter(({ kind }) => kind === 'step-commented');
      const all = await manager.read(historyResponse, `${yiwu.path}/history?limit=200`);
      expect(commented.length).toBe(all.entries.filter(({ kind }) => kind === 'step-commented').length - 1);
    }
    const question = (await house.ledger()).find(({ recipient, kind }) => {
      return kind === 'question' && recipient === yiwu.people.director;
    });
    expect((await officer.send('GET', `/letters/${question!.id}`)).status).toBe(404);
  });

  test('is not for somebody of the city to write, nor to be asked in', async () => {
    expect(
      await officer.problemOf('POST', comments, { body: { comment: 'Hidden', audience: 'programme' } }),
    ).toMatchObject({ status: 403, code: 'not-allowed' });
    const body = { comment: 'Hidden', audience: 'programme', mentions: [yiwu.people.cro] };
    expect(await manager.problemOf('POST', comments, { body })).toMatchObject({
      status: 422,
      code: 'mention-not-of-programme',
    });
  });
});

test('whoever holds no seat here can neither comment nor be asked', async () => {
  const id = await addPerson(house, {
    familyName: 'Passer',
    givenName: 'By',
    address: 'passer@elsewhere.example',
    language: 'en',
  });
  const passer = await house.as(id);
  const { status } = await passer.send('POST', comments, { body: { comment: 'Hello', audience: 'everyone' } });
  expect([403, 404]).toContain(status);
  const body = { comment: 'Do you know?', audience: 'everyone', mentions: [id] };
  expect(await manager.problemOf('POST', comments, { body })).toMatchObject({
    code: 'mention-not-in-seat',
    errors: [{ pointer: '/mentions/0' }],
  });
});

test('a comment is words, and not too many of them', async () => {
  for (const comment of ['', '   ', 'x'.repeat(4001), 'a\u0000b']) {
    const body = { comment, audience: 'everyone' };
    expect(await manager.problemOf('POST', comments, { body })).toMatchObject({ status: 422 });
  }
});

describe('a waiver is asked for with proof', () => {
  const step = () => `${yiwu.path}/steps/cro_funding_end`;
  const asking = { reason: '该职位已依法转为常设职位。', proof: '义政发〔2026〕12号文件' };

  test('returned, the mayor’s office hears that it was not granted, and why', async () => {
    const mayor = await house.as(yiwu.people.mayor);
    await mayor.does(`${step()}/waiver-request`, asking);
    const [letter] = await newLetters();
    expect(letter).toMatch(/^manager: Yiwu: End of the officer's funding \| Waiver to decide by /);
    const page = await manager.read(cityPageResponse, yiwu.path);
    const wanted = page.now.find(({ step: ref }) => ref === 'cro_funding_end')!;
    const titles = wanted.acts.filter(({ main }) => main).map(({ title }) => title.en);
    expect(titles).toEqual([
      "Grant the waiver: End of the officer's funding",
      "Do not grant it: End of the officer's funding",
    ]);
    await manager.does(`${step()}/return`, { comment: 'Please name the decree.' });
    expect(await newLetters()).toEqual([expect.stringMatching(/^mayor: 义乌市：首席韧性官资助到期 \| 未同意免除/)]);
  });

  test('granted, the step is waived, and who asked is told', async () => {
    const mayor = await house.as(yiwu.people.mayor);
    await mayor.does(`${step()}/waiver-request`, asking);
    await manager.does(`${step()}/acceptance`, { comment: 'Granted.' });
    const subjects = await newLetters();
    expect(subjects).toEqual([expect.stringMatching(/^mayor: 义乌市：首席韧性官资助到期 \| .+已同意免除。$/)]);
    const shown = (await mayor.read(cityPageResponse, yiwu.path)).steps.find(({ ref }) => ref === 'cro_funding_end')!;
    expect(shown).toMatchObject({ settledAs: 'waived', settledBecause: asking.reason });
    expect(shown.rounds).toMatchObject([
      { round: 1, outcome: 'returned', waiver: asking, comment: 'Please name the decree.' },
      { round: 2, outcome: 'waived', waiver: asking, comment: 'Granted.' },
    ]);
    const { entries } = await mayor.read(historyResponse, `${yiwu.path}/history?limit=200`);
    expect(entries.map(({ sentence }) => sentence.en)).toEqual(
      expect.arrayContaining([
        "Li Wen granted the waiver of End of the officer's funding.",
        expect.stringMatching(/^Li Wen did not grant the waiver of End of the officer's funding; it is with /),
      ]),
    );
  });

  test('a step that the programme does not let anybody off is refused by name', async () => {
    const path = `${yiwu.path}/steps/asw_report/waiver-request`;
    expect(await officer.problemOf('POST', path, { body: asking })).toMatchObject({
      status: 422,
      code: 'step-not-waivable',
    });
  });
});
