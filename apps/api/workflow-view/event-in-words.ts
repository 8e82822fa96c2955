import type { Text } from '@citypath/contracts';
import { TERMINATED_HERE } from '@citypath/workflows/messages';
import { sentence } from '../journeys/words';
import { causeText, sinceText } from '../stuck/machinery/finding-in-words';
import { instantOf } from '../stuck/machinery/temporal-words';
import type { HistoryEvent } from './history-event';
import { plainEvents } from './plain-events';
import { identityOf } from './without-people';

/** The one activity of a journey. */
const RECORD = 'record';
/** Temporal's number for "something came in meanwhile": it begins again, and nothing is wrong. */
const CAME_IN_MEANWHILE = 1;
/** And for a run that was ended while a worker had it. */
const ENDED_MEANWHILE = 17;

/** What an event of a history means, in one line. What it carries is never told: it may hold what people wrote. */
export function eventInWords(type: string, event: HistoryEvent): Text {
  const said = ofTask(event) ?? ofTimer(event) ?? ofActivity(event) ?? ofUpdate(event) ?? ofRun(event);
  const { en, zh } = said ?? plainEvents[type] ?? { en: `Temporal noted ${type}`, zh: `Temporal 记录了 ${type}` };
  return sentence(`${en}.`, `${zh}。`);
}

function ofTask(event: HistoryEvent): Text | null {
  const failed = event.workflowTaskFailedEventAttributes;
  const cause: number = failed?.cause ?? 0;
  if (failed?.newRunId) {
    return {
      en: 'the workflow was reset: it goes on from here in this run',
      zh: '流程已被重置，从此处起在本次运行中继续',
    };
  }
  if (cause === CAME_IN_MEANWHILE) {
    return { en: 'something came in meanwhile: the worker begins again', zh: '其间有新内容到达，工作进程重新处理' };
  }
  if (cause === ENDED_MEANWHILE) {
    return { en: 'the run was ended while a worker had it', zh: '工作进程处理期间运行被结束' };
  }
  if (failed) {
    const why = causeText(failed.failure?.message ?? null);
    return { en: `the workflow could not go on${why.en}`, zh: `流程无法继续${why.zh}` };
  }
  const started = event.workflowTaskStartedEventAttributes;
  if (!started) return null;
  const by = whoText(started.identity);
  return { en: `a worker took it up${by.en}`, zh: `工作进程开始处理${by.zh}` };
}

function ofTimer(event: HistoryEvent): Text | null {
  const timer = event.timerStartedEventAttributes;
  const at = instantOf(event.eventTime);
  if (!timer || at === null) return null;
  const { seconds = 0, nanos = 0 } = timer.startToFireTimeout ?? {};
  const dueMs = Date.parse(at) + Number(seconds) * 1_000 + Number(nanos) / 1_000_000;
  const until = sinceText(instantOf({ seconds: Math.floor(dueMs / 1_000) }));
  return { en: `the clock of the journey is set to ${until.en}`, zh: `历程的定时器设定为${until.zh}` };
}

function ofActivity(event: HistoryEvent): Text | null {
  const asked = event.activityTaskScheduledEventAttributes;
  if (asked) {
    const type = asked.activityType?.name ?? '';
    return type === RECORD
      ? { en: 'facts are to be recorded', zh: '请求写入记录' }
      : { en: `the worker is asked for ${type}`, zh: `请求工作进程执行 ${type}` };
  }
  const started = event.activityTaskStartedEventAttributes;
  if (started) {
    const [attempt, by, of] = [started.attempt ?? 1, whoText(started.identity), ofEvent(started.scheduledEventId)];
    return {
      en: `a worker tries what ${of.en} asks for, attempt ${attempt}${by.en}`,
      zh: `工作进程执行${of.zh}的请求，第${attempt}次${by.zh}`,
    };
  }
  const done = event.activityTaskCompletedEventAttributes;
  if (done) {
    const of = ofEvent(done.scheduledEventId);
    return { en: `what ${of.en} asked for is done`, zh: `${of.zh}的请求已完成` };
  }
  const failed = event.activityTaskFailedEventAttributes ?? event.activityTaskTimedOutEventAttributes;
  if (!failed) return null;
  const [of, cause] = [ofEvent(failed.scheduledEventId), causeText(failed.failure?.message ?? null)];
  return { en: `what ${of.en} asked for failed for good${cause.en}`, zh: `${of.zh}的请求最终失败${cause.zh}` };
}

function ofUpdate(event: HistoryEvent): Text | null {
  const done = event.workflowExecutionUpdateCompletedEventAttributes;
  if (!done) return null;
  const [of, failure] = [ofEvent(done.acceptedEventId), done.outcome?.failure];
  if (!failure) return { en: `the act of ${of.en} is answered: recorded`, zh: `${of.zh}的操作已记录并答复` };
  const kind = causeText(failure.applicationFailureInfo?.type ?? null);
  return { en: `the act of ${of.en} is answered: refused${kind.en}`, zh: `${of.zh}的操作被拒绝${kind.zh}` };
}

function ofRun(event: HistoryEvent): Text | null {
  const began = event.workflowExecutionStartedEventAttributes;
  if (began) {
    return began.continuedExecutionRunId
      ? { en: 'the run begins, and goes on from an earlier one', zh: '运行开始，接续此前的运行' }
      : { en: 'the run begins', zh: '运行开始' };
  }
  const failed = event.workflowExecutionFailedEventAttributes;
  if (failed) {
    const cause = causeText(failed.failure?.message ?? null);
    return { en: `the run failed${cause.en}`, zh: `运行失败${cause.zh}` };
  }
  const ended = event.workflowExecutionTerminatedEventAttributes;
  if (!ended) return null;
  if (ended.reason === TERMINATED_HERE) {
    return {
      en: 'terminated by an administrator here: the audit says by whom and why',
      zh: '由系统管理员在此终止，操作人和原因见操作记录',
    };
  }
  const [by, cause] = [byText(ended.identity), causeText(ended.reason ?? null)];
  return { en: `terminated from outside${by.en}${cause.en}`, zh: `被外部终止${by.zh}${cause.zh}` };
}

function ofEvent(id: unknown): Text {
  return { en: `event ${String(id)}`, zh: `事件${String(id)}` };
}

function whoText(identity: string | null | undefined): Text {
  const said = identityOf(identity);
  return said === null ? { en: '', zh: '' } : { en: ` (${said})`, zh: `（${said}）` };
}

function byText(identity: string | null | undefined): Text {
  const said = identityOf(identity);
  return said === null ? { en: '', zh: '' } : { en: ` by ${said}`, zh: `（${said}）` };
}
