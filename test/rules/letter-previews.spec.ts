import { allSteps, forecastLetters } from '@citypath/journey';
import { isAboutStep, LETTER_KINDS, previewLetter, renderLetter } from '@citypath/letters';
import { yiwuToPreview } from '../support/yiwu-to-preview';

const { journey, hand, people } = yiwuToPreview();
const asked = { now: hand.now, publicUrl: 'https://citypath.example', standIn: people[1]! };
const preview = (kind: (typeof LETTER_KINDS)[number], step = 'asw_report') =>
  previewLetter(journey, { ...asked, kind, step });

test.each(LETTER_KINDS)('a letter of kind %s can be looked at for steps of every kind, in both languages', (kind) => {
  const byKind = Map.groupBy(allSteps(journey.context, journey.state), ({ definition }) => definition.kind);
  const steps = [...byKind.values()].map(([first]) => first!.ref);
  for (const step of isAboutStep(kind) ? steps : ['asw_report']) {
    const { write } = preview(kind, step);
    const english = renderLetter(write('en'), 'en');
    const chinese = renderLetter(write('zh'), 'zh');
    expect(english.text).not.toMatch(/undefined|null|NaN|\[object|\p{Script=Han}/u);
    const ownWords = chinese.text.replace(/https:\S+|[\w.-]+@[\w.]+|Xiong Tao|Li Wen|Lauren Sorkin|CityPath/g, '');
    expect(ownWords.match(/[A-Za-z]{2,}/g) ?? []).toEqual([]);
    expect(english.subject).toContain('Yiwu');
    expect(chinese.subject).toContain('义乌市');
    expect(Buffer.byteLength(english.html) + Buffer.byteLength(chinese.html)).toBeLessThan(40_000);
  }
});

test('what comes by itself is shown on its day, to the one who gets it', () => {
  const reminder = preview('reminder');
  expect(reminder).toMatchObject({ isForeseen: true, seat: 'cro', reader: 'p-cro' });
  expect(renderLetter(reminder.write('en'), 'en').text).toContain(
    'due on Mon 15 Mar 2027 (provisional), in 7 working days',
  );
});

test('what only follows an act is shown as if it happened now, and nothing of it stays', () => {
  const before = JSON.stringify(journey.state);
  const returned = preview('returned');
  expect(returned).toMatchObject({ isForeseen: false, at: hand.now });
  expect(renderLetter(returned.write('en'), 'en').text).toContain('> Here stands what somebody wrote.');
  expect(JSON.stringify(journey.state)).toBe(before);
});

test('a successor is told on how many mornings letters come: what falls due on one comes as one', () => {
  const { write } = preview('seat-taken-over');
  const mornings = new Set(
    forecastLetters(journey.context, journey.state, hand.now, '2027-03-31')
      .filter(({ seat }) => seat === 'cro')
      .map(({ on }) => on),
  );
  expect(write('en').afterwards[0]).toContain(`now come to you: ${mornings.size} in the next 30 days`);
  expect(write('zh').afterwards[0]).toContain(`未来30天内共${mornings.size}封`);
});

test('a seat that nobody holds: somebody stands in as the reader', () => {
  const empty = { ...journey, programmeSeats: { director: 'p-director' } };
  const { reader, write } = previewLetter(empty, { ...asked, kind: 'vacancy', step: 'asw_report' });
  expect(reader).toBeNull();
  expect(write('en').greeting).toBe('Dear Li Wen,');
});
