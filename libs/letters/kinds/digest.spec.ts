import { renderFor } from '../render/render-letter';
import { digest, type DigestEntry } from './digest';
import { xiong } from './letter-builders';

const SECTIONS = ['overdue', 'today', 'this-week', 'coming', 'news'] as const;
const TEXTS = {
  en: 'Huangshi: Quarterly review Q3 2026 of the working group. Was due Mon 26 Oct, 3 working days ago. Hand in the review.',
  zh: '湖北省黄石市：工作组季度评审（2026年第3季度）。10月26日（周一）已到期，距今3个工作日。提交季度评审报告。',
};
const entries = (language: 'en' | 'zh'): DigestEntry[] =>
  Array.from({ length: 100 }, (_, row) => ({
    section: SECTIONS[row % SECTIONS.length]!,
    dueOn: '2026-10-26',
    isProvisional: false,
    city: language === 'zh' ? '湖北省黄石市' : 'Huangshi',
    text: TEXTS[language],
    url: `https://citypath.example/journeys/100rc-cn.huangshi/steps/quarterly_review@2026-Q${row}`,
  }));

test.each([
  { reads: 'English', language: 'en' as const, hidden: ['And 60 more: they stand on the page.'] },
  { reads: 'Chinese', language: 'zh' as const, hidden: ['另有60项，请登录后查看。'] },
  {
    reads: 'nobody knows which language',
    language: null,
    hidden: ['另有75项，请登录后查看。', 'And 75 more: they stand on the page.'],
  },
])(
  'a hundred matters for somebody who reads $reads stay below 40 kB, and the rest is counted',
  ({ language, hidden }) => {
    const { html, text } = renderFor(language, (one) =>
      digest({
        language: one,
        isInBoth: language === null,
        reader: xiong,
        entries: entries(one),
        todayUrl: 'https://citypath.example/today',
        notice: null,
      }),
    );
    expect(Buffer.byteLength(html)).toBeLessThan(40_000);
    for (const sentence of hidden) expect(text).toContain(sentence);
  },
);
