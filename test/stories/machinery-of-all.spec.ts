import { House } from '../support/house';
import { MachineryFound } from '../support/machinery-found';
import { momentInWords } from '../support/moment-in-words';
import { MailListener } from '../support/mail-listener';
import { ownTemporal, type OwnServer } from '../support/own-servers';
import { SisterCities } from '../support/sister-cities';
import { until } from '../support/until';

let temporal: OwnServer;
let listener: MailListener;
let house: House;
let cities: SisterCities;
let machinery: MachineryFound;

beforeAll(async () => {
  [temporal, listener] = [await ownTemporal(), await MailListener.open()];
  house = await House.start({ temporalAddress: temporal.address, smtpUrl: listener.url, lettersAtOnce: true });
  cities = await SisterCities.takenOver(house, () => listener.taken.map(({ messageId }) => messageId));
  machinery = await MachineryFound.by(house);
});
afterAll(async () => {
  await house.stop();
  await listener.stop();
  await temporal.remove();
});

/** Mended: nothing is wrong any more, and both cities go on alike. */
async function asSisters(dueOn: string): Promise<void> {
  await machinery.nothing();
  await cities.goOnAlike(dueOn);
}

test('letters that nobody posts are told, until a courier does', async () => {
  const [letters] = await house.dataSource.query<[{ at: string }[], number]>(
    `UPDATE letters SET due_at = now() - interval '1 hour', not_before = NULL WHERE status IN ('due', 'held')
     RETURNING to_char(due_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI') AS at`,
  );
  const [since, count] = [momentInWords(letters[0]!.at), letters.length];
  expect(count).toBeGreaterThan(1);
  expect((await machinery.found('outbox-stalled')).sentence).toEqual({
    en: `${count} letters are not posted since ${since.en} though the time has come: nobody is reminded and nobody is told of a delay; they go by themselves once the courier runs; what helps: “Start the courier”.`,
    zh: `自${since.zh}起有${count}封到期信函未寄出：提醒和延误通报均未送达；投递进程运行后自动寄出；解决办法：“启动投递进程”。`,
  });
  await house.processes.courier.start();
  await machinery.nothing();
  await house.processes.courier.stop();
  expect(listener.taken).toHaveLength(count);
  await asSisters('2027-03-01');
});

test('a mail server that says “later” to many letters is told with its words, until it takes them', async () => {
  const { manager, director } = cities.yiwu.people;
  const asking = await house.as(manager);
  await cities.both(({ path, people: { cro, mayor } }) =>
    asking.does(`${path}/steps/asw_report/comments`, {
      comment: 'Who prints it?',
      audience: 'everyone',
      mentions: [cro, mayor, director],
    }),
  );
  listener.treatRecipientsInTurn({ at: 'recipient', answer: 450, words: '4.7.1 Greylisted' });
  await house.deliver();
  const finding = await machinery.found('mail-refusing');
  const since = momentInWords(finding.sinceAt!);
  expect(finding.sentence).toEqual({
    en: `The mail server puts off 6 letters since ${since.en} (“450 4.7.1 Greylisted”); they are tried again by themselves; what helps: “Look at the mail server”.`,
    zh: `自${since.zh}起邮件服务器暂不接收6封信函（“450 4.7.1 Greylisted”）；系统会自动重试；解决办法：“检查邮件服务器”。`,
  });
  listener.treatRecipientsInTurn();
  // A minute later, which is when a courier comes back to them.
  await house.deliver(new Date(Date.now() + 61_000));
  await asSisters('2027-03-02');
});

test('no worker: told as soon as work waits that nobody takes, and over once one runs', async () => {
  await house.processes.worker.stop();
  const administrator = await house.asAdministrator();
  const city = { nameEn: 'Huangshi', level: 'prefecture', country: 'CN', calendar: 'cn' };
  await administrator.put('PUT', '/cities/huangshi', city);
  const joining = administrator.send('POST', '/journeys', {
    body: { programme: '100rc-cn', city: 'huangshi', joinedOn: null },
  });
  const finding = await machinery.found('no-worker');
  await joining;
  const since = momentInWords(finding.sinceAt!);
  expect(finding.sentence).toEqual({
    en: `No worker takes work since ${since.en}: no journey moves by itself and no act is recorded; everything goes on by itself once one runs; what helps: “Start the worker”.`,
    zh: `自${since.zh}起没有工作进程处理任务：历程不会自动推进，办理的事项也无法记录；工作进程运行后一切自动继续；解决办法：“启动工作进程”。`,
  });
  await house.processes.worker.start();
  await until('Huangshi has joined', async () => (await house.factsOf('100rc-cn.huangshi')).length > 0);
  await asSisters('2027-03-03');
});

test('Temporal away: told, and over once it is started again', async () => {
  await temporal.kill();
  const finding = await machinery.found('temporal-away');
  const since = momentInWords(finding.sinceAt!);
  expect(finding.sentence).toEqual({
    en: `Temporal does not answer since ${since.en}: nothing moves by itself and no act is taken; everything goes on by itself once it is back; what helps: “Start Temporal again”.`,
    zh: `Temporal 自${since.zh}起没有响应：历程不会自动推进，也无法办理任何事项；恢复后一切自动继续；解决办法：“重新启动 Temporal”。`,
  });
  await temporal.startAgain();
  await asSisters('2027-03-04');
});

test('after all of it both cities go on to the same end', async () => {
  await cities.handIn();
  await cities.expectSameToTheEnd();
  await machinery.nothing();
});
