import { renderFor } from '../render/render-letter';
import { said, sorkin, xiong } from './letter-builders';
import { watchLetter, type FindingInLetter, type WatchLetterFacts } from './watch-letter';

const watchUrl = 'https://citypath.example/stuck#watch';
const facts = (change: Partial<WatchLetterFacts>): WatchLetterFacts => ({
  ...{ language: 'en', reader: sorkin, isInBoth: false, findings: [], toldBefore: 0, watchUrl },
  ...change,
});
const finding = (kind: FindingInLetter['kind'], city: string | null, sentence: string): FindingInLetter => ({
  ...{ kind, city, sentence },
  url: `https://citypath.example/stuck#${city?.toLowerCase() ?? 'watch'}`,
});

test('what was found stands grouped, each with where it is mended', () => {
  const findings = [
    finding('letters-late', null, '3 letters are due and not posted.'),
    finding('read-model-differs', 'Deyang', 'What is shown of Deyang is not what its journal says.'),
    finding('workflow-missing', 'Yiwu', 'Yiwu goes on though its workflow was ended.'),
  ];
  expect(said(watchLetter(facts({ findings, toldBefore: 1 })))).toBe(`The watch found 3 things: Deyang and Yiwu
~ Yiwu goes on though its workflow was ended.
Dear Lauren Sorkin,
The watch over all cities found what follows. You are told of it for the first time, with what helps.
One thing that you were told of before is still there.
Workflows
- Yiwu goes on though its workflow was ended. <https://citypath.example/stuck#yiwu>
Records
- What is shown of Deyang is not what its journal says. <https://citypath.example/stuck#deyang>
Letters
- 3 letters are due and not posted. <https://citypath.example/stuck#watch>
[See what the watch found]`);
});

test('the same in Chinese', () => {
  const findings = [finding('step-adrift', '义乌市', '义乌市的“研讨会报告”已无人跟进。')];
  expect(said(watchLetter(facts({ language: 'zh', findings, toldBefore: 2 })))).toBe(`巡检发现1个问题：义乌市
~ 义乌市的“研讨会报告”已无人跟进。
Lauren Sorkin，您好：
巡检发现以下问题，均为首次告知您；每一项都附有解决办法。
此前已告知您的问题中，仍有2个没有解决。
步骤
- 义乌市的“研讨会报告”已无人跟进。 <https://citypath.example/stuck#义乌市>
[查看巡检结果]`);
});

test('where nothing is of a city the subject names none', () => {
  const findings = [finding('letters-late', null, '3 letters are due and not posted.')];
  expect(watchLetter(facts({ findings })).subject).toBe('The watch found 1 thing');
  expect(watchLetter(facts({ language: 'zh', findings })).subject).toBe('巡检发现1个问题');
});

test.each([
  { language: 'en' as const, hidden: ['And 9960 more: they stand on the page.'] },
  { language: null, hidden: ['另有9980项，请登录后查看。', 'And 9980 more: they stand on the page.'] },
])('ten thousand at once ($language) stay below 40 kB, and the rest is counted', ({ language, hidden }) => {
  const sentence =
    'The workflow of Huangshi that runs since Mon 1 Mar 2027, 02:14 UTC holds something else than its journal: somebody reset it, or the records were restored; what helps: “Rebuild the workflow from its journal”.';
  const findings = Array.from({ length: 10_000 }, (_, row) => finding('run-differs', `Huangshi ${row}`, sentence));
  const { html, text, subject } = renderFor(language, (one) =>
    watchLetter(facts({ language: one, isInBoth: language === null, reader: xiong, findings })),
  );
  expect(Buffer.byteLength(html)).toBeLessThan(40_000);
  for (const line of hidden) expect(text).toContain(line);
  expect(subject).toContain('10000 cities');
});
