import type { AuditResponse, Text } from '@citypath/contracts';
import type { FactKind } from '@citypath/journey';
import type { HandActKind, PeopleActKind, TrailEntry, TrailFilter } from '@citypath/store';

/** What a person does to a journey, by the first fact of the act; null: only time and what follows cause it. */
const TO_JOURNEYS: Record<FactKind, Text | null> = {
  joined: { en: 'City taken into the programme', zh: '城市加入项目' },
  'seat-appointed': { en: 'Seat filled', zh: '任命职务' },
  'seat-handed-over': { en: 'Seat handed over', zh: '交接职务' },
  'seat-vacated': { en: 'Seat vacated', zh: '登记职务空缺' },
  'liaison-named': { en: 'Liaison named', zh: '指定联络员' },
  'step-submitted': { en: 'Handed in', zh: '提交' },
  'step-accepted': { en: 'Accepted', zh: '通过' },
  'step-returned': { en: 'Returned', zh: '退回' },
  'step-sent-back': { en: 'Sent back to an earlier step', zh: '退回至前一步骤' },
  'step-completed': { en: 'Recorded as done', zh: '登记完成' },
  'step-waived': { en: 'Waived', zh: '免除' },
  'step-skipped': { en: 'Skipped', zh: '跳过' },
  'step-reopened': { en: 'Reopened', zh: '重新开放' },
  'step-reassigned': { en: 'Given to another seat', zh: '转交其他职务' },
  'went-to-step': { en: 'Gone on at a step', zh: '转至步骤' },
  'restarted-from-step': { en: 'Restarted from a step', zh: '从步骤重新开始' },
  'act-undone': { en: 'Act undone', zh: '撤销操作' },
  'step-commented': { en: 'Commented', zh: '留言' },
  'step-acknowledged': { en: 'Taken on until a day', zh: '承诺办理期限' },
  'date-agreed': { en: 'Day agreed', zh: '商定期限' },
  'event-scheduled': { en: 'Meeting scheduled', zh: '安排会议' },
  'cadence-set': { en: 'Days of reminders set', zh: '设定提醒日' },
  'rung-reached': { en: 'Prepared letter released', zh: '放行信件' },
  'acceptance-rung-reached': { en: 'Prepared letter about an acceptance released', zh: '放行审核信件' },
  'rung-declined': { en: 'Prepared letter declined', zh: '不发出信件' },
  held: { en: 'Put on hold', zh: '暂停' },
  resumed: { en: 'Resumed', zh: '恢复' },
  withdrawn: { en: 'Withdrawn', zh: '退出项目' },
  finished: { en: 'Finished', zh: '结束历程' },
  readmitted: { en: 'Taken in again', zh: '重新纳入项目' },
  'calendar-adopted': { en: 'Calendar taken', zh: '采用工作日历' },
  'definition-adopted': { en: 'Version of the programme taken', zh: '采用项目新版本' },
  welcomed: null,
  'vacancy-noticed': null,
  'step-opened': null,
  'step-set-back': null,
  'due-moved': null,
  'event-called-off': null,
  'event-guests-changed': null,
  'reminder-fell-due': null,
  'overdue-fell-due': null,
  'acceptance-reminder-fell-due': null,
  'rung-prepared': null,
  'rung-left-unreleased': null,
  'rung-passed-over': null,
  'post-reported': null,
  'contact-lost': null,
  'contact-mended': null,
};

const TO_PEOPLE: Record<PeopleActKind, Text> = {
  added: { en: 'Person added', zh: '添加人员' },
  corrected: { en: 'Person corrected', zh: '更正人员资料' },
  'address-confirmed': { en: 'Address confirmed', zh: '确认邮箱' },
  'leave-set': { en: 'Leave set', zh: '设置休假' },
  'post-window-set': { en: 'Hours of letters set', zh: '设置收信时间' },
  'letters-held': { en: 'Letters of a person held or let go', zh: '暂缓或恢复个人信函' },
  'administrator-made': { en: 'Administrator made', zh: '授予系统管理员' },
  'administrator-withdrawn': { en: 'Administrator withdrawn', zh: '撤销系统管理员' },
  'seat-given': { en: 'Seat of the programme given', zh: '授予项目职务' },
  'seat-withdrawn': { en: 'Seat of the programme withdrawn', zh: '撤销项目职务' },
  exported: { en: 'Data of a person handed out', zh: '导出个人数据' },
  erased: { en: 'Person erased', zh: '删除个人信息' },
};

const BY_HAND: Record<HandActKind, Text> = {
  'letter-sent-now': { en: 'Letter sent at once', zh: '立即发送信函' },
  'letter-skipped': { en: 'Letter skipped', zh: '跳过信函' },
  'letter-unskipped': { en: 'Skip of a letter taken back', zh: '撤销跳过信函' },
  'letter-arrived': { en: 'Letter said to have arrived', zh: '确认信函送达' },
  'letter-not-arrived': { en: 'Letter said not to have arrived', zh: '确认信函未送达' },
  'import-started': { en: 'Cities imported', zh: '导入城市' },
  'bulk-act-started': { en: 'Many cities at once', zh: '批量操作' },
  'bulk-act-stopped': { en: 'Bulk act stopped', zh: '停止批量操作' },
  'bulk-act-resumed': { en: 'Bulk act gone on with', zh: '继续批量操作' },
  'import-undone': { en: 'Import taken back', zh: '撤销导入' },
  'import-letters-released': { en: 'Letters of an import let go', zh: '放行导入产生的信函' },
  'notice-entered': { en: 'Notice of holidays entered', zh: '登记放假通知' },
  'notice-taken-back': { en: 'Notice of holidays taken back', zh: '撤回放假通知' },
  'closure-entered': { en: 'Closure of a city hall entered', zh: '登记城市闭馆日' },
  'closure-taken-back': { en: 'Closure of a city hall taken back', zh: '撤回城市闭馆日' },
  'run-rebuilt': { en: 'Workflow rebuilt', zh: '重建流程' },
  'run-ended': { en: 'Workflow ended', zh: '终止流程' },
  'run-tried-again': { en: 'Tried again at once', zh: '立即重试' },
  'trail-exported': { en: 'Audit taken along as a file', zh: '导出操作记录' },
};

const UNNAMED: Text = { en: 'Act', zh: '操作' };

/** The source is told by the beginning: kinds of two sources may have the same word. */
const PREFIXES: Record<TrailEntry['source'], string> = { journey: '', person: 'person-', hand: 'by-hand-' };

/** The key by which one asks for acts of this kind, and its title. */
export function actOf(entry: TrailEntry): { act: string; title: Text } {
  if (entry.source === 'person') return { act: PREFIXES.person + entry.kind, title: TO_PEOPLE[entry.kind] };
  if (entry.source === 'hand') return { act: PREFIXES.hand + entry.kind, title: BY_HAND[entry.kind] };
  const kind = entry.facts[0]?.kind;
  return { act: kind ?? 'act', title: (kind === undefined ? null : TO_JOURNEYS[kind]) ?? UNNAMED };
}

/** The kinds that a key asks for; one that no act has finds none. */
export function kindAsked(act: string | undefined): TrailFilter['kind'] {
  if (act === undefined) return undefined;
  const source = (['person', 'hand'] as const).find((one) => act.startsWith(PREFIXES[one])) ?? 'journey';
  return { source, kinds: [act.slice(PREFIXES[source].length)] };
}

const GROUPS: [group: Text, source: TrailEntry['source'], titles: Record<string, Text | null>][] = [
  [{ en: 'Cities on their way', zh: '城市历程' }, 'journey', TO_JOURNEYS],
  [{ en: 'People', zh: '人员' }, 'person', TO_PEOPLE],
  [{ en: 'By hand: letters, imports, calendars, workflows', zh: '人工操作：信函、导入、日历、流程' }, 'hand', BY_HAND],
];

/** Everything that one may choose from. */
export const AUDIT_ACTS: AuditResponse['acts'] = GROUPS.map(([group, source, titles]) => ({
  group,
  acts: Object.entries(titles).flatMap(([kind, title]) =>
    title === null ? [] : [{ act: PREFIXES[source] + kind, title }],
  ),
}));
