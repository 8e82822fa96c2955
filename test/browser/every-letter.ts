import type { Day } from '@citypath/calendar';
import {
  asTest,
  digest,
  LETTER_KINDS,
  previewLetter,
  renderFor,
  signIn,
  type DigestEntry,
  type RenderedLetter,
} from '@citypath/letters';
import { yiwuToPreview } from '../support/yiwu-to-preview';

type Write = Parameters<typeof renderFor>[1];

/** Every letter there is, by name: of each kind that a journey causes, the digest, and those that people ask for. */
export function everyLetter(language: 'en' | 'zh' | null): { name: string; letter: RenderedLetter }[] {
  const { journey, hand, people } = yiwuToPreview();
  const asked = { step: 'asw_report', now: hand.now, publicUrl: 'https://citypath.example' };
  const [reader, manager] = people;
  if (!reader || !manager) throw new Error('Yiwu has nobody to read letters.');
  const ofKind = LETTER_KINDS.map((kind): [string, Write] => [
    kind,
    previewLetter(journey, { ...asked, kind, standIn: manager }).write,
  ]);
  const todayUrl = `${asked.publicUrl}/today`;
  const linkUrl = `https://citypath.example/sign-in/${'x'.repeat(43)}`;
  const askedFor: [string, Write][] = [
    [
      'digest',
      (one) =>
        digest({ language: one, isInBoth: language === null, reader, entries: matters(one), todayUrl, notice: null }),
    ],
    ['sign-in', (one) => signIn({ language: one, reader, linkUrl, code: '01234567', minutes: 15 })],
    ['test', (one) => asTest(previewLetter(journey, { ...asked, kind: 'reminder', standIn: manager }).write(one), one)],
  ];
  return [...ofKind, ...askedFor].map(([name, write]) => ({ name, letter: renderFor(language, write) }));
}

/** A busy morning, with something in each part of the digest. */
function matters(language: 'en' | 'zh'): DigestEntry[] {
  const url = 'https://citypath.example/journeys/100rc-cn.yiwu/steps/asw_report';
  const said: [DigestEntry['section'], Day | null, Record<'en' | 'zh', [city: string, text: string]>][] = [
    [
      'overdue',
      '2027-02-24',
      {
        en: ['Deyang', 'Deyang: Strategy draft. Was due Wed 24 Feb. Hand in the document.'],
        zh: ['德阳市', '德阳市：战略草案。2月24日（周三）已到期。提交文件。'],
      },
    ],
    [
      'today',
      '2027-03-01',
      {
        en: ['Yiwu', 'Yiwu: Workshop report. Due Mon 1 Mar. Hand in the document.'],
        zh: ['义乌市', '义乌市：研讨会报告。3月1日（周一）到期。提交文件。'],
      },
    ],
    [
      'this-week',
      '2027-03-04',
      {
        en: ['Huangshi', 'Huangshi: Quarterly review Q1 2027. Due Thu 4 Mar. Report progress.'],
        zh: ['黄石市', '黄石市：季度评审（2027年第1季度）。3月4日（周四）到期。报告进展。'],
      },
    ],
    [
      'coming',
      null,
      {
        en: ['Haiyan', 'Haiyan: Resilience Leadership Group. Date to be confirmed. Hand in the document.'],
        zh: ['海盐县', '海盐县：韧性领导小组。期限待定。提交文件。'],
      },
    ],
    [
      'news',
      null,
      {
        en: ['Yiwu', 'Yiwu: Agenda-Setting Workshop. Accepted on Fri 26 Feb.'],
        zh: ['义乌市', '义乌市：议程设定研讨会。2月26日（周五）已通过。'],
      },
    ],
  ];
  return said.map(([section, dueOn, words]) => ({
    section,
    dueOn,
    city: words[language][0],
    text: words[language][1],
    url,
  }));
}
