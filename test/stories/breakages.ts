import type { Day } from '@citypath/calendar';
import type { StuckLine } from '@citypath/contracts';
import type { ProgrammeDefinition, StepDefinition } from '@citypath/journey';
import { resilientCitiesChina } from '@citypath/programmes';
import type { Caller } from '../support/caller';
import { reachingLeadership } from '../support/city-with-leadership';
import type { MailListener } from '../support/mail-listener';
import type { CityAtTheReport, NetworkInHand } from '../support/network-in-hand';

export const FIRST_DAY = '2026-09-14';
export const YIWU = '100rc-cn.yiwu';
/** Its sister, which nothing happens to. */
export const DEYANG = '100rc-cn.deyang';
export const MANAGER = 'p-manager';

/** Something that holds Yiwu up, how it is told on a day, and what the offered act does. */
interface Breakage {
  /** How the cities are taken over, where it is otherwise than with a report that is due on Friday. */
  takenOver?: { both?: Partial<CityAtTheReport>; yiwu?: Partial<CityAtTheReport> };
  breaks: (network: NetworkInHand, mailServer: MailListener) => Promise<void>;
  toldOn: Day;
  line: Pick<StuckLine, 'cause' | 'sinceOn' | 'nextOn' | 'sentence'> & { step: { ref: string } | null };
  /** What is offered first, and where. */
  offered: { act: string | null; page: string };
  mends: (network: NetworkInHand, manager: Caller) => Promise<void>;
  /** What comes to the sister in the course of things. */
  sister?: (network: NetworkInHand) => Promise<void>;
  /** The report was handed in before. */
  isHandedIn?: true;
}

/** Nobody does anything. */
const silence = (): Promise<void> => Promise.resolve();
const dated = (network: NetworkInHand) =>
  network.gives(YIWU, { kind: 'agree-date', step: 'asw_report', dueOn: '2026-11-20', reason: 't-1' }, MANAGER);

/** An edition with two steps more, the second of which needs the first. No act leads to one in which the first waits too: it would have to be shipped. */
const withSites = (listNeeds: string | undefined): ProgrammeDefinition => {
  const { needs: _, ...like } = resilientCitiesChina.steps.find(({ key }) => key === 'p1_actions')!;
  const list: StepDefinition = { ...like, key: 'site_list', title: { en: 'List of sites', zh: '地点清单' } };
  const plan: StepDefinition = { ...like, key: 'site_plan', title: { en: 'Plan of sites', zh: '地点规划' } };
  const sites = [
    { ...list, ...(listNeeds !== undefined && { needs: listNeeds }) },
    { ...plan, needs: 'site_list' },
  ];
  return { ...resilientCitiesChina, steps: [...resilientCitiesChina.steps, ...sites] };
};
const plansSites = (network: NetworkInHand, journey: string) =>
  network.gives(journey, { kind: 'complete', step: 'site_plan', happenedOn: null, reason: 't-1' }, MANAGER);

/** One of each cause that lies with people. */
export const BREAKAGES: Record<string, Breakage> = {
  'mail to the officer comes back': {
    breaks: (_, mailServer) => {
      mailServer.knowsNot('xiong@yiwu.example');
      return silence();
    },
    toldOn: '2026-09-17',
    line: {
      cause: 'contact-lost',
      step: { ref: 'asw_report' },
      sinceOn: FIRST_DAY,
      nextOn: '2026-09-18',
      sentence: {
        en: 'Yiwu waits for the address of Xiong Tao to be mended: since Mon 14 Sep letters do not reach Xiong Tao, who has Workshop report, due on Fri 18 Sep (in 1 working day); until then nobody above is told; you can choose “Correct the address of Xiong Tao”.',
        zh: '义乌市等待更正Xiong Tao的联系方式：自9月14日（周一）起信件无法送达Xiong Tao，其负责的“研讨会报告”应于9月18日（周五）前完成（还有1个工作日）；更正之前不会向上级上报；您可以选择“更正Xiong Tao的邮箱地址”。',
      },
    },
    offered: { act: null, page: '/people/p-xiong?form=details' },
    mends: async (_, manager) => {
      const details = { familyName: 'Xiong', givenName: 'Tao', language: 'zh', address: 'xiong.tao@yiwu.example' };
      await manager.put('PUT', '/people/p-xiong', details);
    },
  },
  'nobody hands the report in, and everybody above was told': {
    breaks: silence,
    toldOn: '2026-11-02',
    line: {
      cause: 'ladder-ended',
      step: { ref: 'asw_report' },
      sinceOn: FIRST_DAY,
      nextOn: null,
      sentence: {
        en: 'Yiwu waits for Xiong Tao to hand in Workshop report, wanted since Mon 14 Sep, due on Fri 18 Sep, 27 working days ago; everybody above was told, the last on Fri 9 Oct, and nothing follows by itself; you can choose “Agree another day: Workshop report”.',
        zh: '义乌市等待Xiong Tao提交“研讨会报告”，自9月14日（周一）起待办，应于9月18日（周五）前完成，已逾期27个工作日；各级均已告知，最后一次为10月9日（周五），此后不会自动跟进；您可以选择“商定新期限：研讨会报告”。',
      },
    },
    offered: { act: 'agree-date', page: `/journeys/${YIWU}/steps/asw_report?act=agree-date` },
    mends: dated,
  },
  'nobody accepts the report': {
    breaks: (network) =>
      network.gives(
        YIWU,
        { kind: 'submit', step: 'asw_report', evidence: { text: 't-1', keys: ['report'] } },
        'p-xiong',
      ),
    toldOn: '2026-09-22',
    line: {
      cause: 'acceptance-overdue',
      step: { ref: 'asw_report' },
      sinceOn: FIRST_DAY,
      nextOn: null,
      sentence: {
        en: 'Yiwu waits for Li Wen to accept Workshop report, handed in on Mon 14 Sep, due on Sun 20 Sep, 2 working days ago; nothing follows by itself; you can choose “Accept: Workshop report”.',
        zh: '义乌市等待Li Wen审核“研讨会报告”，该内容于9月14日（周一）提交，应于9月20日（周日）前审核，已逾期2个工作日；此后不会自动跟进；您可以选择“通过研讨会报告”。',
      },
    },
    offered: { act: 'accept', page: `/journeys/${YIWU}/steps/asw_report?act=accept` },
    mends: (network) => network.gives(YIWU, { kind: 'accept', step: 'asw_report' }, MANAGER),
    isHandedIn: true,
  },
  'the officer left, and nobody follows': {
    breaks: (network) => network.gives(YIWU, { kind: 'vacate', seat: 'cro', on: FIRST_DAY }, MANAGER),
    toldOn: '2026-09-16',
    line: {
      cause: 'vacancy',
      step: { ref: 'asw_report' },
      sinceOn: FIRST_DAY,
      nextOn: '2026-09-17',
      sentence: {
        en: 'Yiwu waits for somebody to be appointed Chief Resilience Officer: the seat is vacant, and Li Wen has Workshop report, wanted since Mon 14 Sep, due on Fri 18 Sep (in 2 working days); on Thu 17 Sep Li Wen is reminded of Workshop report; you can choose “Appoint the Chief Resilience Officer”.',
        zh: '义乌市等待任命首席韧性官：该职务空缺，暂由Li Wen负责“研讨会报告”，自9月14日（周一）起待办，应于9月18日（周五）前完成（还有2个工作日）；9月17日（周四）提醒Li Wen办理“研讨会报告”；您可以选择“任命首席韧性官”。',
      },
    },
    offered: { act: 'appoint', page: `/journeys/${YIWU}#seats` },
    mends: (network) => network.gives(YIWU, { kind: 'appoint', seat: 'cro', person: 'p-xiong', fromOn: null }, MANAGER),
  },
  'the report is late, and nobody has said anything': {
    breaks: silence,
    toldOn: '2026-09-22',
    line: {
      cause: 'overdue',
      step: { ref: 'asw_report' },
      sinceOn: FIRST_DAY,
      nextOn: '2026-09-23',
      sentence: {
        en: 'Yiwu waits for Xiong Tao to hand in Workshop report, wanted since Mon 14 Sep, due on Fri 18 Sep, 3 working days ago; on Wed 23 Sep Xiong Tao is told that Workshop report is late; you can choose “Agree another day: Workshop report”.',
        zh: '义乌市等待Xiong Tao提交“研讨会报告”，自9月14日（周一）起待办，应于9月18日（周五）前完成，已逾期3个工作日；9月23日（周三）告知Xiong Tao“研讨会报告”已逾期；您可以选择“商定新期限：研讨会报告”。',
      },
    },
    offered: { act: 'agree-date', page: `/journeys/${YIWU}/steps/asw_report?act=agree-date` },
    mends: dated,
  },
  'the city is on hold for somebody who is waited for': {
    breaks: (network) =>
      network.gives(YIWU, { kind: 'hold', awaiting: 't-1', reason: 't-1', untilOn: '2026-10-30' }, MANAGER),
    toldOn: '2026-09-16',
    line: {
      cause: 'on-hold',
      step: null,
      sinceOn: FIRST_DAY,
      nextOn: '2026-10-30',
      sentence: {
        en: 'Yiwu is on hold since Mon 14 Sep; on Fri 30 Oct it resumes by itself; you can choose “Resume the journey”.',
        zh: '义乌市自9月14日（周一）起暂停；10月30日（周五）自动恢复；您可以选择“恢复历程”。',
      },
    },
    offered: { act: 'resume', page: `/journeys/${YIWU}#whole` },
    mends: (network) => network.gives(YIWU, { kind: 'resume', reason: 't-1' }, MANAGER),
  },
  'a letter to the mayor’s office is prepared, and nobody releases it': {
    takenOver: { both: { definition: reachingLeadership, seats: [{ seat: 'mayors_office', person: 'p-office' }] } },
    breaks: silence,
    toldOn: '2026-09-21',
    line: {
      cause: 'to-release',
      step: { ref: 'asw_report' },
      sinceOn: '2026-09-20',
      nextOn: '2026-09-22',
      sentence: {
        en: 'Yiwu waits for Li Wen to release or decline the letter to Office Mayor, prepared on Sun 20 Sep: Xiong Tao has Workshop report, due on Fri 18 Sep, 2 working days ago; on Tue 22 Sep Sorkin Lauren is asked to release a letter about Workshop report; you can choose “Release the letter”.',
        zh: '义乌市等待Li Wen决定是否放行致Office Mayor的信件，该信于9月20日（周日）拟好：Xiong Tao负责的“研讨会报告”应于9月18日（周五）前完成，已逾期2个工作日；9月22日（周二）请Sorkin Lauren放行关于“研讨会报告”的信件；您可以选择“放行此信”。',
      },
    },
    offered: { act: 'release-rung', page: `/journeys/${YIWU}/steps/asw_report?act=release-rung` },
    mends: (network) => network.gives(YIWU, { kind: 'release-rung', step: 'asw_report' }, MANAGER),
  },
  'nobody has agreed a day for the report': {
    takenOver: { yiwu: { reportOn: null } },
    breaks: silence,
    toldOn: '2026-09-16',
    line: {
      cause: 'to-be-confirmed',
      step: { ref: 'asw_report' },
      sinceOn: FIRST_DAY,
      nextOn: null,
      sentence: {
        en: 'Yiwu waits for a day to be set for Workshop report, which Xiong Tao has since Mon 14 Sep; nothing follows by itself; you can choose “Agree another day: Workshop report”.',
        zh: '义乌市等待确定“研讨会报告”的日期，该步骤自9月14日（周一）起由Xiong Tao负责；此后不会自动跟进；您可以选择“商定新期限：研讨会报告”。',
      },
    },
    offered: { act: 'agree-date', page: `/journeys/${YIWU}/steps/asw_report?act=agree-date` },
    mends: dated,
  },
  'an edition came with two steps that wait for each other': {
    takenOver: { both: { definition: withSites(undefined) }, yiwu: { definition: withSites('site_plan') } },
    breaks: silence,
    toldOn: '2026-09-16',
    line: {
      cause: 'never-met',
      step: { ref: 'site_list' },
      sinceOn: null,
      nextOn: null,
      sentence: {
        en: 'Yiwu waits for what never comes: List of sites opens only after Plan of sites, which will not open; nothing follows by itself; you can choose “Record as done: Plan of sites”.',
        zh: '义乌市等待的条件无法满足：“地点清单”须在“地点规划”之后开放，而后者不会再开放；此后不会自动跟进；您可以选择“登记完成：地点规划”。',
      },
    },
    offered: { act: 'complete', page: `/journeys/${YIWU}/steps/site_plan?act=complete` },
    mends: (network) => plansSites(network, YIWU),
    sister: (network) => plansSites(network, DEYANG),
  },
};
