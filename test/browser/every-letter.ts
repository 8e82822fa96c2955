import type { Day } from '@citypath/calendar';
import {
  asTest,
  digest,
  LETTER_KINDS,
  previewLetter,
  renderFor,
  signIn,
  watchLetter,
  type DigestEntry,
  type RenderedLetter,
  type WatchLetterFacts,
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
    [
      'watch',
      (one) =>
        watchLetter({
          ...{ language: one, isInBoth: language === null, reader: manager, findings: found(one), toldBefore: 2 },
          watchUrl: 'https://citypath.example/stuck#watch',
        }),
    ],
    ['test', (one) => asTest(previewLetter(journey, { ...asked, kind: 'reminder', standIn: manager }).write(one), one)],
  ];
  return [...ofKind, ...askedFor].map(([name, write]) => ({ name, letter: renderFor(language, write) }));
}

/** A busy morning, with something in each part of the digest. The holidays of its year are not published. */
function matters(language: 'en' | 'zh'): DigestEntry[] {
  const url = 'https://citypath.example/journeys/100rc-cn.yiwu/steps/asw_report';
  const said: [DigestEntry['section'], Day | null, Record<'en' | 'zh', [city: string, text: string]>][] = [
    [
      'overdue',
      '2027-02-24',
      {
        en: ['Deyang', 'Deyang: Strategy draft. Was due Wed 24 Feb (provisional). Hand in the document.'],
        zh: ['德阳市', '德阳市：战略草案。2月24日（周三，暂定）已到期。提交文件。'],
      },
    ],
    [
      'today',
      '2027-03-01',
      {
        en: ['Yiwu', 'Yiwu: Workshop report. Due Mon 1 Mar (provisional). Hand in the document.'],
        zh: ['义乌市', '义乌市：研讨会报告。3月1日（周一，暂定）到期。提交文件。'],
      },
    ],
    [
      'this-week',
      '2027-03-04',
      {
        en: ['Huangshi', 'Huangshi: Quarterly review Q1 2027. Due Thu 4 Mar (provisional). Report progress.'],
        zh: ['黄石市', '黄石市：季度评审（2027年第1季度）。3月4日（周四，暂定）到期。报告进展。'],
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
    isProvisional: dueOn !== null,
    city: words[language][0],
    text: words[language][1],
    url,
  }));
}

/** A bad night: a workflow that was ended, a page that is behind, a step that nobody carries on, letters that do not go. */
function found(language: 'en' | 'zh'): WatchLetterFacts['findings'] {
  const url = 'https://citypath.example/stuck#100rc-cn.yiwu';
  const said: [
    WatchLetterFacts['findings'][number]['kind'],
    Record<'en' | 'zh', [city: string | null, text: string]>,
  ][] = [
    [
      'workflow-missing',
      {
        en: [
          'Deyang',
          'Deyang goes on though its workflow was ended on Mon 1 Mar 2027, 02:14 UTC; what helps: “Rebuild the workflow from its journal”.',
        ],
        zh: [
          '德阳市',
          '德阳市的历程仍在进行，但其流程已于2027年3月1日（周一）02:14（UTC）终止；解决办法：“根据记录重建流程”。',
        ],
      },
    ],
    [
      'read-model-differs',
      {
        en: [
          'Yiwu',
          'What is shown of Yiwu is not what its journal says, seen since Mon 1 Mar 2027, 02:20 UTC; what helps: “Try again now: it is read anew from the journal”.',
        ],
        zh: [
          '义乌市',
          '义乌市显示的内容与记录不符，自2027年3月1日（周一）02:20（UTC）起发现；解决办法：“立即重试：根据记录重新读取”。',
        ],
      },
    ],
    [
      'letters-late',
      {
        en: [
          null,
          '12 letters are due since Mon 1 Mar 2027, 01:00 UTC and not posted; what helps: “Start the courier”.',
        ],
        zh: [null, '自2027年3月1日（周一）01:00（UTC）起有12封到期信函未寄出；解决办法：“启动投递进程”。'],
      },
    ],
  ];
  return said.map(([kind, words]) => ({ kind, city: words[language][0], sentence: words[language][1], url }));
}
