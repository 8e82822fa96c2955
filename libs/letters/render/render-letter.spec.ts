import { letterFacts, stepFacts, xiong } from '../kinds/letter-builders';
import { reminder } from '../kinds/reminder';
import { returned } from '../kinds/returned';
import { renderFor, renderLetter } from './render-letter';

const back = (comment: string) =>
  renderLetter(returned({ ...stepFacts('en'), comment, backTo: null, isWaiver: false }), 'en');

test('a whole letter as a terminal shows it', () => {
  expect(renderLetter(reminder({ ...stepFacts('en'), demonstration: true }), 'en').text).toMatchInlineSnapshot(`
    "Demonstration: deadlines planned by CityPath, not reported by the city.

    Dear Vice Mayor Xiong,

    “Workshop report” is due on Mon 26 Oct 2026, in 3 working days.

    (20 working days from 21 Sep; 25–27 Sep and 1–7 Oct are holidays; Sat 10 Oct is a make-up working day.)

    Hand in the document:
    https://citypath.example/journeys/100rc-cn.yiwu/steps/asw_report

    If nothing happens, Li Wen (Programme manager) is told on Thu 29 Oct 2026.

    --
    Put the day into my calendar:
    https://citypath.example/journeys/100rc-cn.yiwu/steps/asw_report?at=details
    You get this as Chief Resilience Officer of Yiwu in 100 Resilient Cities · China.
    Questions go to Li Wen (Programme manager).
    Not you any more? Tell us who:
    https://citypath.example/journeys/100rc-cn.yiwu
    "
  `);
});

test('the same letter in Chinese: a space between the scripts, nothing of English left', () => {
  const zh = renderLetter(reminder({ ...stepFacts('zh'), demonstration: true }), 'zh');
  expect(zh.text).toMatchInlineSnapshot(`
    "演示：本信中的期限由 CityPath 拟定，并非该市上报。

    Xiong Tao 副市长，您好：

    “研讨会报告”的期限是2026年10月26日（周一），还有3个工作日。

    （9月21日之后第20个工作日；9月25日至27日、10月1日至7日放假；10月10日（周六）调休上班。）

    提交文件：
    https://citypath.example/journeys/100rc-cn.yiwu/steps/asw_report

    如果届时仍无进展，将于2026年10月29日（周四）告知项目经理李文。

    --
    将期限加入日历：
    https://citypath.example/journeys/100rc-cn.yiwu/steps/asw_report?at=details
    您收到此信，是因为您在“全球100韧性城市 · 中国”中担任义乌市首席韧性官。
    如有疑问，请联系项目经理李文。
    如果这项工作已转由他人负责，请告诉我们接任者是谁：
    https://citypath.example/journeys/100rc-cn.yiwu
    "
  `);
  expect(zh.html).toMatch(/^<!doctype html>\n<html [^>]*lang="zh-CN"/);
});

test('markup in a comment is shown, never run', () => {
  const { html, text } = back('<script>alert("x")</script> & <b>bold</b>\nsecond line');
  expect(html).toContain(
    '&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &lt;b&gt;bold&lt;/b&gt;<br/>second line</blockquote>',
  );
  expect(html).not.toContain('<script');
  expect(text).toContain('> <script>alert("x")</script> & <b>bold</b>\n> second line');
});

test('control characters and marks that turn the direction of text are taken out', () => {
  const { html, text } = back('a\u0000b\u001b[31mc\u202etxt.exe\u2028next\u0007');
  expect(text).toContain('> ab[31mctxt.exe\n> next');
  expect(html).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u202e\u2028]/);
});

test('a name with a line end in it cannot add a header to the mail', () => {
  const city = { en: 'Yiwu\r\nBcc: everybody@example.com', zh: '义乌市' };
  expect(renderLetter(reminder({ ...stepFacts('en'), city }), 'en').subject).toBe(
    'Yiwu Bcc: everybody@example.com: Workshop report',
  );
});

test('a name of 300 characters stays whole in the letter and leaves the subject readable', () => {
  const long = '韧'.repeat(300);
  const facts = { ...letterFacts('zh'), ...stepFacts('zh'), reader: { ...xiong, zhName: long, titleZh: null } };
  const { subject, html } = renderLetter(reminder({ ...facts, city: { en: 'Yiwu', zh: long } }), 'zh');
  expect(subject).toBe(`${'韧'.repeat(59)}…：研讨会报告`);
  expect(html).toContain(`${long}，您好：`);
});

test('an address with quotes cannot leave its attribute', () => {
  const facts = stepFacts('en', { url: 'https://citypath.example/"onmouseover="x' });
  expect(renderLetter(reminder(facts), 'en').html).toContain(
    'href="https://citypath.example/&quot;onmouseover=&quot;x"',
  );
});

test('who reads which language is not known: the letter says everything in both, one after the other', () => {
  const { subject, text, html } = renderFor(null, (language) => reminder(stepFacts(language)));
  expect(subject).toBe('义乌市：研讨会报告 / Yiwu: Workshop report');
  expect(text).toMatch(
    /^\(English below\)\n\nXiong Tao 副市长，您好：\n[^]+\n=+\n\nDear Vice Mayor Xiong,\n[^]+not know which one you read/,
  );
  expect(html).toMatch(
    /<html[^>]* lang="zh-CN"[^]+<div lang="zh-CN"[^>]*>[^]+您好[^]+<div lang="en"[^>]*>[^]+Dear Vice Mayor Xiong/,
  );
  expect(html.match(/class="button"/g)).toHaveLength(2);
});

test('where the language is known, the letter is in that one only', () => {
  const letter = renderFor('en', (language) => reminder(stepFacts(language)));
  expect(letter).toEqual(renderLetter(reminder(stepFacts('en')), 'en'));
  expect(letter.html).not.toMatch(/\p{Script=Han}/u);
});

test('a list of mails shows what is wanted beside the subject, or what the letter chose', () => {
  const chosen = reminder(stepFacts('en'));
  expect(renderLetter(chosen, 'en').html).toMatch(/mso-hide:all">Due Mon 26 Oct\.(\u00a0\u200c)+</);
  const { preview: _, ...others } = chosen;
  expect(renderLetter(others, 'en')).toMatchObject({
    preview: '“Workshop report” is due on Mon 26 Oct 2026, in 3 working days.',
    html: expect.stringContaining('mso-hide:all">“Workshop report” is due on') as string,
  });
});

test('a digest of sixty stays small, and each line leads to its step', () => {
  const entries = Array.from({ length: 60 }, (_, row) => ({
    text: `Yiwu: Workshop report of the quarterly review ${row}, was due Mon 26 Oct, 3 working days ago`,
    url: `https://citypath.example/journeys/100rc-cn.yiwu/steps/quarterly_review@2026-Q${row}`,
  }));
  const digest = {
    ...reminder(stepFacts('en')),
    paragraphs: ['Sixty things wait for you.', { group: 'Overdue', entries }],
  };
  const { html, text } = renderLetter(digest, 'en');
  expect(Buffer.byteLength(html)).toBeLessThan(40_000);
  expect(text).toContain(`Overdue\n- ${entries[0]!.text}\n  ${entries[0]!.url}\n- `);
  expect(html).toContain(`href="${entries[59]!.url}"`);
});
