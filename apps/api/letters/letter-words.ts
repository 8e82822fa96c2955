import type { Text } from '@citypath/contracts';
import type { LetterKind } from '@citypath/journey';
import type { HoldReason } from '@citypath/post';
import type { LetterStatus } from '@citypath/store';

const KINDS: Record<LetterKind, Text> = {
  welcome: { en: 'Welcome', zh: '欢迎' },
  'step-opened': { en: 'A step opened', zh: '步骤开放' },
  reminder: { en: 'Reminder', zh: '提醒' },
  overdue: { en: 'Overdue', zh: '逾期通知' },
  escalation: { en: 'Escalation', zh: '上报' },
  'to-accept': { en: 'To accept', zh: '待审核' },
  accepted: { en: 'Accepted', zh: '已通过' },
  returned: { en: 'Returned', zh: '已退回' },
  vacancy: { en: 'Vacancy', zh: '职务空缺' },
  'seat-taken-over': { en: 'Seat taken over', zh: '职务接任' },
  thanks: { en: 'Thanks', zh: '致谢' },
  question: { en: 'Question', zh: '提问' },
  'dates-moved': { en: 'Dates moved', zh: '期限变动' },
  'to-release': { en: 'To release', zh: '待放行信件' },
  'rung-passed-over': { en: 'Passed over', zh: '越级告知' },
  'contact-lost': { en: 'Contact lost', zh: '联系中断' },
  invitation: { en: 'Invitation', zh: '会议邀请' },
  'invitation-cancelled': { en: 'Meeting cancelled', zh: '会议取消' },
};

const STATUSES: Record<LetterStatus, Text> = {
  due: { en: 'due, goes with the next post', zh: '待发' },
  held: { en: 'held', zh: '暂缓发送' },
  posting: { en: 'being posted', zh: '发送中' },
  accepted: { en: 'taken by the mail server', zh: '邮件服务器已接收' },
  refused: { en: 'refused by the mail server', zh: '被邮件服务器拒收' },
  bounced: { en: 'came back: it could not be delivered', zh: '已退信：无法送达' },
  unknown: { en: 'not known whether it was taken; it is not posted again', zh: '是否送达不明，不再重发' },
  'presumed-sent': {
    en: 'presumed sent: the records came back from a backup, and it may have gone before; it is not posted again by itself',
    zh: '推定已发送：数据已从备份恢复，此信可能在恢复前发出，系统不会自动重发',
  },
  merged: { en: 'said in another letter', zh: '已并入另一封信' },
  cancelled: { en: 'not sent', zh: '未发送' },
  suppressed: { en: 'not sent', zh: '未发送' },
};

/** Why a letter was not sent: the codes of cancellations and of the post rules. */
const REASONS: Record<string, Text> = {
  submitted: { en: 'the step was handed in before', zh: '步骤已先行提交' },
  decided: { en: 'it was accepted or returned before', zh: '已先行审核' },
  settled: { en: 'the step was settled before', zh: '步骤已先行办结' },
  'set-back': { en: 'the journey was restarted from an earlier step', zh: '历程已从更早的步骤重新开始' },
  undone: { en: 'what caused it was undone', zh: '相关操作已撤销' },
  'date-moved': { en: 'the date moved', zh: '期限已变更' },
  'question-answered': { en: 'the question was answered before', zh: '问题已先行答复' },
  acknowledged: { en: 'its owner has said until when they own it', zh: '负责人已承诺办理期限' },
  'contact-mended': { en: 'letters reach the person again', zh: '收件人已恢复联系' },
  'never-invited': { en: 'the person had not been invited yet', zh: '此前尚未发出邀请' },
  'seat-filled': { en: 'the seat was filled', zh: '职务已有人担任' },
  'seat-changed': { en: 'the seat passed to somebody else', zh: '职务已移交他人' },
  reassigned: { en: 'the step was given to another seat', zh: '步骤已转交其他职务' },
  'let-go': { en: 'the step was let go with a new version of the programme', zh: '步骤已随项目新版本取消' },
  'on-hold': { en: 'the journey is on hold', zh: '历程已暂停' },
  'journey-on-hold': { en: 'the journey is on hold', zh: '历程已暂停' },
  closed: { en: 'the journey has ended', zh: '历程已结束' },
  'journey-closed': { en: 'the journey has ended', zh: '历程已结束' },
  'step-not-waiting': { en: 'nothing waited for it any more', zh: '已无需办理' },
  'round-over': { en: 'its round was over', zh: '该轮已结束' },
  'day-passed': { en: 'its day had passed', zh: '日期已过' },
  'seat-empty': { en: 'nobody holds the seat', zh: '该职务无人担任' },
  'person-unknown': { en: 'the person is not known', zh: '收件人不明' },
  'person-erased': { en: 'the person was erased', zh: '收件人信息已删除' },
  skipped: { en: 'somebody decided that it need not go', zh: '经人工决定不发送' },
  'address-bounced': { en: 'mail to the address came back', zh: '邮件被退回，地址可能有误' },
  'no-address': { en: 'the person has no mail address', zh: '收件人没有电子邮件地址' },
};

/** Why a letter waits. */
const HOLDS: Record<HoldReason, Text> = {
  'outside-window': { en: 'it is not the time of day for letters to this person', zh: '不在收件人的收信时段' },
  'day-off': { en: 'it is no working day for this person', zh: '收件人今天不上班' },
  'on-leave': { en: 'the person is on leave and nobody stands in', zh: '收件人休假，无人代理' },
  'letters-held': { en: 'the letters of this person are held', zh: '该收件人的信函已设为暂缓' },
  gathering: { en: 'it goes with what else falls due this morning', zh: '将与今早到期的其他事项一并发送' },
  'many-at-once': {
    en: 'an act upon many cities caused it; what else that causes goes with it',
    zh: '由批量操作产生，待全部办完后合并发送',
  },
  'after-digest': { en: 'today’s digest has gone, the next one brings it', zh: '今日汇总已发出，将随下一次汇总发送' },
  'cap-reached': { en: 'the person got enough letters today', zh: '收件人今日信函已达上限' },
  throttled: { en: 'the mail host gets no more letters this minute', zh: '该邮件服务商本分钟内的投递量已达上限' },
};

/** What a letter is called; a digest is one of its letters, with the words of all. */
export function kindTitle(kind: LetterKind, isDigest = false): Text {
  return isDigest ? { en: 'Digest', zh: '汇总信' } : KINDS[kind];
}

/** Every kind of letter, in the order of a city's way. */
export function letterKinds(): { kind: string; title: Text }[] {
  return Object.entries(KINDS).map(([kind, title]) => ({ kind, title }));
}

export function statusText(status: LetterStatus): Text {
  return STATUSES[status];
}

/** @param code of a cancellation or of the post rules; one that is not known here stands for itself */
export function reasonText(code: string): Text {
  return REASONS[code] ?? { en: code, zh: code };
}

/** @param code of the post rules; one that is not known here stands for itself */
export function holdText(code: string): Text {
  return (HOLDS as Record<string, Text | undefined>)[code] ?? { en: code, zh: code };
}
