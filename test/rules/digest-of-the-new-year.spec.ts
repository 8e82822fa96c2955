import type { Language } from '@citypath/calendar';
import { digest, digestFacts, renderFor, type NeedInDigest } from '@citypath/letters';
import { layOver } from '@citypath/calendar';
import { resilientCitiesChina } from '@citypath/programmes';
import { china } from '../support/china';
import { yiwuToPreview } from '../support/yiwu-to-preview';

/** Yiwu's report is due before New Year, Deyang's after it; China has not published the holidays of the new year. */
const needs: NeedInDigest[] = [
  need('yiwu', 'Yiwu', '义乌市', '2026-12-31'),
  need('deyang', 'Deyang', '德阳市', '2027-01-06'),
];

test('a digest marks the days that may still move, in its lines and once with the reason, in HTML and text', () => {
  const english = written('en', china);
  expect(english.text).toContain('Yiwu: Workshop report. Due Thu 31 Dec. Hand in the document.');
  expect(english.text).toContain('Deyang: Workshop report. Due Wed 6 Jan 2027 (provisional). Hand in the document.');
  expect(english.text).toContain('Provisional: the holidays of that year are not published yet, and the day may move.');
  const chinese = written('zh', china);
  expect(chinese.text).toContain('义乌市：研讨会报告。12月31日（周四）到期。提交文件。');
  expect(chinese.text).toContain('德阳市：研讨会报告。2027年1月6日（周三，暂定）到期。提交文件。');
  expect(chinese.text).toContain('暂定：当年放假安排尚未公布，日期可能变动。');
  expect(english.html.match(/provisional/gi)).toHaveLength(2);
  expect(chinese.html.match(/暂定/g)).toHaveLength(2);
});

test('and no day once the year is published', () => {
  const published = layOver(china, [{ kind: 'year-published', year: 2027 }]);
  for (const language of ['en', 'zh'] as const) {
    const { text, html } = written(language, published);
    expect(text + html).not.toMatch(/provisional|暂定/i);
  }
});

function written(language: Language, calendar: typeof china) {
  const [reader] = yiwuToPreview().people;
  if (!reader) throw new Error('Yiwu has nobody to read letters.');
  const sources = {
    letters: [],
    needs,
    definitions: new Map([['as-pinned', resilientCitiesChina]]),
    calendars: new Map([['as-pinned', calendar]]),
  };
  return renderFor(language, (one) =>
    digest(
      digestFacts(sources, {
        reader: { ...reader, language },
        language: one,
        now: '2026-12-25T01:00:00.000Z',
        publicUrl: 'https://citypath.example',
      }),
    ),
  );
}

function need(key: string, nameEn: string, nameZh: string, dueOn: string): NeedInDigest {
  return {
    journeyId: `100rc-cn.${key}`,
    kind: 'to-do',
    stepRef: 'asw_report',
    title: null,
    dueOn,
    todayOn: '2026-12-25',
    onHold: false,
    definitionHash: 'as-pinned',
    calendarHash: 'as-pinned',
    city: { key, nameEn, nameZh },
  };
}
