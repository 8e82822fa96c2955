import { letterPreviewResponse, testLetter, testLettersResponse, type TestLetterRequest } from '@citypath/contracts';
import { LETTER_KINDS } from '@citypath/letters';
import { House } from '../support/house';
import { takeOverYiwu, type Yiwu } from '../support/yiwu-on-its-way';

let house: House;
let yiwu: Yiwu;
beforeAll(async () => {
  house = await House.start();
  yiwu = await takeOverYiwu(house);
});
afterAll(() => house.stop());

const previews = () => `${yiwu.path}/letter-previews`;
const tests = () => `${yiwu.path}/test-letters`;
const preview = async (query: string) =>
  (await house.as(yiwu.people.manager)).read(letterPreviewResponse, `${previews()}${query}`);
const inMailbox = (address: string) =>
  house.inbox.messages().filter(({ envelopeTo, subject }) => envelopeTo.includes(address) && /Test|测试/.test(subject));

describe('looking at what a letter of a real city says', () => {
  test('the reminder that comes next: its day, its reader, its words in both languages', async () => {
    const shown = await preview('?step=asw_report');
    expect(shown).toMatchObject({ kind: 'reminder', language: 'zh', city: { key: 'yiwu' } });
    expect(shown.to.person).toMatchObject({ id: yiwu.people.cro });
    expect(shown.letters.en.text).toMatch(/^Dear Vice Mayor Xiong,\n\n“.+” is due on /);
    expect(shown.letters.zh.text).toMatch(/^Xiong Tao 副市长，您好：/);
    expect(shown.letters.both.subject).toBe(`${shown.letters.zh.subject} / ${shown.letters.en.subject}`);
    // It waits for the day on which it would come, and nothing was sent or recorded for being looked at.
    expect((await house.ledger()).filter(({ kind }) => kind === 'reminder')).toEqual([]);
  });

  test('every kind that a journey can cause', async () => {
    const { kinds, steps } = await preview('?kind=welcome');
    expect(kinds.map(({ kind }) => kind)).toEqual(LETTER_KINDS);
    expect(steps.map(({ ref }) => ref)).toContain('asw_report');
    for (const { kind, aboutStep } of kinds) {
      const shown = await preview(`?kind=${kind}&step=asw_report`);
      expect(shown).toMatchObject({ kind, step: aboutStep ? 'asw_report' : null });
      expect(shown.letters.en.html).toContain('<html');
    }
  });

  test('what is no kind and what is no step are refused by name', async () => {
    const manager = await house.as(yiwu.people.manager);
    expect(await manager.problemOf('GET', `${previews()}?kind=hello`)).toMatchObject({
      code: 'malformed-request',
      errors: [{ pointer: '/kind', code: 'key-malformed' }],
    });
    expect(await manager.problemOf('GET', `${previews()}?step=moon`)).toMatchObject({ code: 'step-unknown' });
  });

  test('the city itself does not see what is written to others', async () => {
    const officer = await house.as(yiwu.people.cro);
    expect(await officer.problemOf('GET', previews())).toMatchObject({ code: 'not-allowed' });
    const body = { kind: 'escalation', language: 'en' };
    expect(await officer.problemOf('POST', tests(), { body })).toMatchObject({ code: 'not-allowed' });
  });
});

describe('sending one to oneself', () => {
  const asked: TestLetterRequest = { kind: 'escalation', step: 'asw_report', language: 'both' };

  test('it goes to whoever asked, at once in the middle of the night, and says that it is a test', async () => {
    const manager = await house.as(yiwu.people.manager);
    const answer = await manager.send('POST', tests(), { body: asked });
    expect([answer.status, testLetter.parse(answer.body).status]).toEqual([201, 'waiting']);
    const midnight = new Date();
    midnight.setUTCHours(16, 30);
    await house.deliver(midnight);

    const [mail, ...more] = inMailbox(yiwu.addresses.manager);
    expect(more).toEqual([]);
    expect(mail!.subject).toBe('【测试】义乌市：研讨会报告 / [Test] Yiwu: Workshop report');
    expect(mail!.text).toMatch(/测试信函：[^]+Dear Li Wen,/);
    expect(inMailbox(yiwu.addresses.cro)).toEqual([]);
    const { letters } = await manager.read(testLettersResponse, '/test-letters');
    expect(letters[0]).toMatchObject({ status: 'accepted', subject: mail!.subject });
    // Its words name people: they are not kept.
    expect(await house.dataSource.query('SELECT body_text, body_html FROM test_letters')).toEqual([
      { body_text: null, body_html: null },
    ]);
  });

  test('the same key is the same letter, and another letter with it is refused', async () => {
    house.inbox.forget();
    const manager = await house.as(yiwu.people.manager);
    const key = 'twice-by-mistake';
    const [once, again] = [
      await manager.send('POST', tests(), { body: asked, key }),
      await manager.send('POST', tests(), { body: asked, key }),
    ];
    expect(testLetter.parse(again.body).id).toBe(testLetter.parse(once.body).id);
    expect(await manager.problemOf('POST', tests(), { body: { ...asked, language: 'en' }, key })).toMatchObject({
      code: 'idempotency-key-reused',
    });
    await house.deliver();
    expect(inMailbox(yiwu.addresses.manager)).toHaveLength(1);
  });

  test('everybody sees their own only', async () => {
    const director = await house.as(yiwu.people.director);
    expect(await director.read(testLettersResponse, '/test-letters')).toEqual({ letters: [] });
  });
});
