import type { ProblemWording } from './problem-wording';

/** Why an act upon many journeys cannot begin, or go on. */
export type BulkActProblemCode =
  | 'bulk-act-unknown'
  | 'bulk-act-without-journeys'
  | 'bulk-act-of-too-many'
  | 'bulk-act-not-running'
  | 'bulk-act-not-stopped'
  | 'bulk-act-still-running'
  | 'bulk-act-without-rights'
  | 'bulk-act-gave-up'
  | 'bulk-act-changes-nothing';

export const bulkActProblems: Record<BulkActProblemCode, ProblemWording> = {
  'bulk-act-unknown': {
    status: 404,
    title: { en: 'No such bulk act', zh: '没有该批量操作' },
    sentence: { en: 'Nothing was done to many cities under this address.', zh: '此地址没有批量操作记录。' },
  },
  'bulk-act-without-journeys': {
    status: 422,
    title: { en: 'No city is chosen', zh: '未选择城市' },
    sentence: {
      en: 'No city is left by this choice, so there is nothing to do. Choose cities on the board.',
      zh: '所选条件下没有城市，无事可做。请在总览中选择城市。',
    },
  },
  'bulk-act-of-too-many': {
    status: 422,
    title: { en: 'Too many cities at once', zh: '一次选择的城市过多' },
    sentence: {
      en: 'At most {most|500} cities can be looked at beforehand at once. Look at them in parts.',
      zh: '一次最多预览{most|500}个城市，请分批查看。',
    },
  },
  'bulk-act-not-running': {
    status: 409,
    title: { en: 'It does not run', zh: '未在执行' },
    sentence: {
      en: 'This bulk act does not run, so there is nothing to stop. Its page shows what became of each city.',
      zh: '该批量操作未在执行，无需停止。各城市的结果请见其页面。',
    },
  },
  'bulk-act-not-stopped': {
    status: 409,
    title: { en: 'Nothing is left to do', zh: '无需继续' },
    sentence: {
      en: 'This bulk act runs, or every city has its result. Only one that was stopped goes on.',
      zh: '该批量操作正在执行，或各城市均已有结果。只有已停止的操作才能继续。',
    },
  },
  'bulk-act-still-running': {
    status: 409,
    title: { en: 'It still runs', zh: '仍在执行' },
    sentence: {
      en: 'This bulk act still runs. Stop it first, or wait until it is done; then it can be taken back.',
      zh: '该批量操作仍在执行。请先停止，或等待其办结后再撤销。',
    },
  },
  'bulk-act-without-rights': {
    status: 409,
    title: { en: 'The rights have ended', zh: '权限已终止' },
    sentence: {
      en: 'Whoever started this bulk act may no longer act upon the programme, so it does not go on in that name. Start another one for the cities that are left.',
      zh: '发起该批量操作的人员已无权办理此项目的事项，因此不能再以其名义继续。请为其余城市另行发起操作。',
    },
  },
  'bulk-act-gave-up': {
    status: 409,
    title: { en: 'The city did not answer', zh: '该城市历程没有响应' },
    sentence: {
      en: 'The journey did not take the act however often it was tried. An administrator sees why under “Why stuck”; give it the act by itself afterwards.',
      zh: '多次尝试后该历程仍未接受此操作。管理员可在“卡点”页面查看原因，之后请单独办理。',
    },
  },
  'bulk-act-changes-nothing': {
    status: 409,
    title: { en: 'It has the newest already', zh: '已是最新版本' },
    sentence: {
      en: 'The city goes by the newest one already, so nothing would change.',
      zh: '该市已采用最新版本，无需变更。',
    },
  },
};
