import type { Text } from '@citypath/contracts';

/** Events that say all with their name. */
export const plainEvents: Record<string, Text> = {
  WorkflowExecutionCompleted: { en: 'the run ended, as its journey did', zh: '运行随历程一同结束' },
  WorkflowExecutionTimedOut: { en: 'the run ran out of time', zh: '运行超时结束' },
  WorkflowExecutionCancelRequested: { en: 'the workflow was asked from outside to end', zh: '外部请求取消流程' },
  WorkflowExecutionCanceled: { en: 'the run was cancelled', zh: '运行已取消' },
  WorkflowExecutionContinuedAsNew: { en: 'the workflow went on in a new run', zh: '流程转入新的运行继续' },
  WorkflowExecutionUpdateAccepted: { en: 'an act upon the journey was accepted', zh: '已受理一项历程操作' },
  WorkflowExecutionUpdateRejected: { en: 'an act upon the journey was refused', zh: '一项历程操作被拒绝' },
  WorkflowExecutionUpdateAdmitted: { en: 'an act upon the journey waits to be judged', zh: '一项历程操作等待判定' },
  WorkflowExecutionSignaled: { en: 'the workflow was told something from outside', zh: '流程收到外部信号' },
  WorkflowExecutionOptionsUpdated: { en: 'the settings of the run were changed', zh: '运行设置已更改' },
  WorkflowExecutionPaused: { en: 'the workflow was paused from outside', zh: '流程被外部暂停' },
  WorkflowExecutionUnpaused: { en: 'the workflow goes on after a pause', zh: '流程在暂停后继续' },
  WorkflowTaskScheduled: {
    en: 'the workflow has something to do, and waits for a worker',
    zh: '流程有待处理内容，等待工作进程',
  },
  WorkflowTaskCompleted: { en: 'the workflow has done it', zh: '流程处理完毕' },
  WorkflowTaskTimedOut: {
    en: 'the worker did not answer in time: another attempt follows',
    zh: '工作进程未及时响应，将再次尝试',
  },
  ActivityTaskCancelRequested: { en: 'what was asked for is not wanted any more', zh: '请求撤回已提出的执行' },
  ActivityTaskCanceled: { en: 'what was asked for was given up', zh: '已提出的执行已取消' },
  TimerFired: { en: 'the clock of the journey struck', zh: '历程的定时器到时' },
  TimerCanceled: { en: 'the clock of the journey was stopped', zh: '历程的定时器已取消' },
  MarkerRecorded: { en: 'the workflow noted which of its code applies', zh: '流程记下所用的代码版本' },
  UpsertWorkflowSearchAttributes: {
    en: 'the state shown in Temporal’s lists was brought up to date',
    zh: '已更新 Temporal 列表中显示的状态',
  },
  WorkflowPropertiesModified: { en: 'the notes of the run were changed', zh: '运行备注已更改' },
};
