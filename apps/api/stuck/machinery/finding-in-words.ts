import type { Day, Instant } from '@citypath/calendar';
import type { MachineryFinding, Text } from '@citypath/contracts';
import { maskAddresses } from '@citypath/runtime';
import { assertNever } from '../../assert-never';
import { cityText } from '../../journeys/names';
import { dayText, sentence } from '../../journeys/words';
import type { HowEnded, JourneyTrouble, Trouble } from './trouble';

/** A trouble of the machinery as an administrator is told of it: one sentence, and what mends it. */
export function findingInWords(trouble: Trouble): MachineryFinding {
  const journey = 'journey' in trouble ? trouble.journey : null;
  const said = saidOf(trouble);
  const mends = mendsOf(trouble);
  return {
    id: [trouble.kind, journey?.id ?? ''].join(':'),
    kind: trouble.kind,
    journeyId: journey?.id ?? null,
    city: journey?.city ?? null,
    sinceAt: trouble.sinceAt,
    sentence: sentence(`${said.en}; what helps: “${mends.title.en}”.`, `${said.zh}；解决办法：“${mends.title.zh}”。`),
    mends,
  };
}

function saidOf(trouble: Trouble): Text {
  const since = sinceText(trouble.sinceAt);
  switch (trouble.kind) {
    case 'temporal-away':
      return {
        en: `Temporal does not answer since ${since.en}: nothing moves by itself and no act is taken; everything goes on by itself once it is back`,
        zh: `Temporal 自${since.zh}起没有响应：历程不会自动推进，也无法办理任何事项；恢复后一切自动继续`,
      };
    case 'no-worker':
      return {
        en: `no worker takes work since ${since.en}: no journey moves by itself and no act is recorded; everything goes on by itself once one runs`,
        zh: `自${since.zh}起没有工作进程处理任务：历程不会自动推进，办理的事项也无法记录；工作进程运行后一切自动继续`,
      };
    case 'restore-unrecovered': {
      const backupOf = sinceText(trouble.backupOf);
      return {
        en: `the records came back from a backup of ${backupOf.en} on ${since.en}, and what happened in between is not in them: no letter goes and no act is recorded; nothing follows by itself`,
        zh: `数据已于${since.zh}从${backupOf.zh}的备份恢复，其间发生的事项尚未补回：信函不会发出，办理的事项也无法记录；此后不会自动恢复`,
      };
    }
    case 'outbox-stalled':
      return {
        en: `${lettersText(trouble.letters).en} not posted since ${since.en} though the time has come: nobody is reminded and nobody is told of a delay; they go by themselves once the courier runs`,
        zh: `自${since.zh}起有${trouble.letters}封到期信函未寄出：提醒和延误通报均未送达；投递进程运行后自动寄出`,
      };
    case 'mail-refusing': {
      const cause = causeText(trouble.cause);
      return {
        en: `the mail server puts off ${lettersText(trouble.letters, false).en} since ${since.en}${cause.en}; they are tried again by themselves`,
        zh: `自${since.zh}起邮件服务器暂不接收${trouble.letters}封信函${cause.zh}；系统会自动重试`,
      };
    }
    default:
      return trouble.journey === null ? manyText(trouble.journeys) : ofJourney(trouble, since);
  }
}

function ofJourney(trouble: JourneyTrouble, since: Text): Text {
  const city = cityText(trouble.journey.city);
  const stands: Text = {
    en: 'no reminder goes and no act is taken; nothing follows by itself',
    zh: '提醒不会发出，也无法办理任何事项；此后不会自动恢复',
  };
  switch (trouble.kind) {
    case 'workflow-missing':
      return {
        en: `${city.en} waits for its workflow, which Temporal does not know any more: ${stands.en}`,
        zh: `${city.zh}的流程在 Temporal 中已不存在：${stands.zh}`,
      };
    case 'workflow-ended': {
      const [how, cause] = [endText(trouble.how), causeText(trouble.cause)];
      return {
        en: `${city.en} waits for its workflow, which ${how.en} on ${since.en}${cause.en}: ${stands.en}`,
        zh: `${city.zh}的流程于${since.zh}${how.zh}${cause.zh}：${stands.zh}`,
      };
    }
    case 'journal-disagrees':
      return {
        en: `${city.en} waits for its workflow, which stopped on ${since.en} because the journal goes on otherwise than it did: ${stands.en}`,
        zh: `${city.zh}的流程因与记录不一致，于${since.zh}停止：${stands.zh}`,
      };
    case 'workflow-task-failing': {
      const cause = causeText(trouble.cause);
      return {
        en: `${city.en} waits for its workflow, which cannot go on since ${since.en}, after ${triesText(trouble.attempts).en}${cause.en}: no reminder goes and no act is taken; Temporal tries again by itself`,
        zh: `${city.zh}的流程自${since.zh}起无法继续，已尝试${trouble.attempts}次${cause.zh}：提醒不会发出，也无法办理任何事项；Temporal 会自动重试`,
      };
    }
    case 'activity-failing': {
      const cause = causeText(trouble.cause);
      return {
        en: `${city.en} waits for its facts to be recorded, which fails since ${since.en}, after ${triesText(trouble.attempts).en}${cause.en}: nothing is lost and nobody is told yet; it is tried again by itself every ten seconds`,
        zh: `${city.zh}的事项自${since.zh}起无法记录，已尝试${trouble.attempts}次${cause.zh}：内容不会丢失，但尚未通知任何人；系统每十秒自动重试`,
      };
    }
    case 'moment-missed':
      return {
        en: `${city.en} waits for its clock: what was to happen by itself on ${since.en} has not happened; it does once Temporal comes to it`,
        zh: `${city.zh}原定于${since.zh}自动办理的事项尚未执行；Temporal 处理后自动继续`,
      };
    case 'read-model-stale':
      return {
        en: `${city.en} is shown as it was before ${since.en}: what pages read is behind the journal; it is read anew when a worker starts`,
        zh: `${city.zh}显示的是${since.zh}之前的状态：查询数据落后于记录；工作进程启动时自动更新`,
      };
    default:
      return assertNever(trouble);
  }
}

function manyText(journeys: number): Text {
  return {
    en: `${journeys} more journeys wait for workflows that do not run: no reminder goes and no act is taken; nothing follows by itself`,
    zh: `另有${journeys}个历程的流程未在运行：提醒不会发出，也无法办理任何事项；此后不会自动恢复`,
  };
}

const ENDS: Record<HowEnded, Text> = {
  'ended-here': { en: 'was ended by an administrator (the audit says why)', zh: '由系统管理员终止（原因见操作记录）' },
  terminated: { en: 'was terminated from outside', zh: '被外部终止' },
  cancelled: { en: 'was cancelled from outside', zh: '被外部取消' },
  'timed-out': { en: 'ran out of time', zh: '超时结束' },
  failed: { en: 'failed', zh: '失败' },
  completed: { en: 'ended though the journey goes on', zh: '已结束，但历程仍在进行' },
};

function endText(how: HowEnded): Text {
  return ENDS[how];
}

function mendsOf(trouble: Trouble): MachineryFinding['mends'] {
  switch (trouble.kind) {
    case 'temporal-away':
      return { title: { en: 'Start Temporal again', zh: '重新启动 Temporal' }, command: null, acts: [] };
    case 'no-worker':
      return { title: { en: 'Start the worker', zh: '启动工作进程' }, command: null, acts: [] };
    case 'restore-unrecovered':
      return {
        title: { en: 'Recover what followed from the histories', zh: '根据流程历史补回其后的事项' },
        command: 'citypath recover',
        acts: [],
      };
    case 'outbox-stalled':
      return { title: { en: 'Start the courier', zh: '启动投递进程' }, command: null, acts: [] };
    case 'mail-refusing':
      return { title: { en: 'Look at the mail server', zh: '检查邮件服务器' }, command: null, acts: [] };
    case 'activity-failing':
      return { title: { en: 'Look at the database', zh: '检查数据库' }, command: null, acts: ['retry'] };
    case 'read-model-stale':
      // The workflow is sound: nothing of it has to end.
      return {
        title: { en: 'Try again now: it is read anew from the journal', zh: '立即重试：根据记录重新读取' },
        command: null,
        acts: ['retry'],
      };
    case 'workflow-task-failing':
      return rebuild(trouble.journey.id, {
        en: 'Start a worker whose code fits, or rebuild the workflow from its journal',
        zh: '启动代码相符的工作进程，或根据记录重建流程',
      });
    default:
      return rebuild(trouble.journey?.id ?? null, {
        en: 'Rebuild the workflow from its journal',
        zh: '根据记录重建流程',
      });
  }
}

function rebuild(journeyId: string | null, title: Text): MachineryFinding['mends'] {
  if (journeyId === null) return { title, command: null, acts: [] };
  return { title, command: `citypath rebuild ${journeyId}`, acts: ['rebuild'] };
}

/** On the clock of the servers: 'Mon 30 Nov 2026, 09:45 UTC'. */
export function sinceText(at: Instant | null): Text {
  if (at === null) return { en: 'a moment not known', zh: '不详时间' };
  const [day, time] = [dayText(at.slice(0, 10) as Day), at.slice(11, 16)];
  return { en: `${day.en}, ${time} UTC`, zh: `${day.zh}${time}（UTC）` };
}

/** What was said about it, without anybody's address. */
export function causeText(cause: string | null): Text {
  if (cause === null || cause.trim() === '') return { en: '', zh: '' };
  const said = maskAddresses(cause.trim()).slice(0, 200);
  return { en: ` (“${said}”)`, zh: `（“${said}”）` };
}

function triesText(attempts: number): Text {
  return { en: attempts === 1 ? 'one attempt' : `${attempts} attempts`, zh: `${attempts}次` };
}

function lettersText(count: number, are = true): Text {
  const [en, verb] = count === 1 ? ['1 letter', 'is'] : [`${count} letters`, 'are'];
  return { en: are ? `${en} ${verb}` : en, zh: `${count}封信函` };
}
