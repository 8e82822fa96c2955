import type { JourneyStatus, Sign } from '@citypath/contracts';
import { bilingual } from './language';

/** The states of a step and of a journey, in one word each. */
export const signWords = bilingual(
  {
    sign: {
      done: 'done',
      open: 'open',
      late: 'late',
      submitted: 'handed in',
      'on-hold': 'on hold',
      waiting: 'waiting',
      'not-needed': 'not needed',
    } satisfies Record<Sign, string>,
    presumed: 'presumed done',
    lateBy: (days: number) => `late by ${days} ${days === 1 ? 'working day' : 'working days'}`,
    lateByShort: (days: number) => `late ${days} wd`,
    waived: 'waived',
    skipped: 'skipped',
    dayNotKnown: 'date not known',
    provisional: 'provisional',
    markedProvisional: (day: string) => `${day} (provisional)`,
    provisionalWhy: (year: string) =>
      `The holidays of ${year} are not published yet: the day may move, or turn out to be a day off.`,
    toldToTheTop: 'everybody above was told',
    journey: {
      active: 'on its way',
      'on-hold': 'on hold',
      completed: 'completed',
      withdrawn: 'withdrawn',
    } satisfies Record<JourneyStatus, string>,
  },
  {
    sign: {
      done: '已完成',
      open: '待办',
      late: '逾期',
      submitted: '已提交',
      'on-hold': '暂停',
      waiting: '未开始',
      'not-needed': '无需办理',
    },
    presumed: '视为已完成',
    lateBy: (days: number) => `逾期${days}个工作日`,
    lateByShort: (days: number) => `逾期${days}工作日`,
    waived: '已免除',
    skipped: '已跳过',
    dayNotKnown: '日期不详',
    provisional: '暂定',
    markedProvisional: (day: string) => day.replace(/）$/, '，暂定）'),
    provisionalWhy: (year: string) => `${year}年放假安排尚未公布，日期可能变动或遇放假。`,
    toldToTheTop: '已逐级上报完毕',
    journey: { active: '进行中', 'on-hold': '暂停', completed: '已完成', withdrawn: '已退出' },
  },
);
