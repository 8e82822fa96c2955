import { bulkActProblems, type BulkActProblemCode } from './bulk-act-problems';
import { calendarProblems, type CalendarProblemCode } from './calendar-problems';
import { cityProblems, type CityProblemCode } from './city-problems';
import { paperProblems, type PaperProblemCode } from './paper-problems';
import { importProblems, type ImportProblemCode } from './import-problems';
import { letterProblems, type LetterProblemCode } from './letter-problems';
import type { ProblemWording } from './problem-wording';
import { runProblems, type RunProblemCode } from './run-problems';
import { signInProblems, type SignInProblemCode } from './sign-in-problems';

/** The api's own problems, beside the refusals of the rules. */
export type ApiProblemCode =
  | BulkActProblemCode
  | CalendarProblemCode
  | CityProblemCode
  | ImportProblemCode
  | LetterProblemCode
  | PaperProblemCode
  | RunProblemCode
  | SignInProblemCode
  | 'not-signed-in'
  | 'not-allowed'
  | 'sign-in-closed'
  | 'other-origin'
  | 'not-found'
  | 'method-not-allowed'
  | 'malformed-request'
  | 'malformed-json'
  | 'unsupported-media-type'
  | 'request-too-large'
  | 'idempotency-key-missing'
  | 'idempotency-key-reused'
  | 'no-deadline'
  | 'journey-unknown'
  | 'city-unknown'
  | 'programme-unknown'
  | 'person-unknown'
  | 'address-taken'
  | 'last-administrator'
  | 'person-erased'
  | 'person-holds-seats'
  | 'erases-oneself'
  | 'command-unknown'
  | 'preview-outdated'
  | 'journal-disagrees'
  | 'workflow-missing'
  | 'temporal-away'
  | 'worker-away'
  | 'database-away'
  | 'too-busy'
  | 'internal-error';

export const apiProblems: Record<ApiProblemCode, ProblemWording> = {
  ...bulkActProblems,
  ...calendarProblems,
  ...cityProblems,
  ...importProblems,
  ...letterProblems,
  ...paperProblems,
  ...runProblems,
  ...signInProblems,
  'not-signed-in': {
    status: 401,
    title: { en: 'Not signed in', zh: '尚未登录' },
    sentence: { en: 'Please sign in first.', zh: '请您先登录。' },
  },
  'not-allowed': {
    status: 403,
    title: { en: 'Not allowed', zh: '没有权限' },
    sentence: {
      en: 'Your seats do not allow this. Ask the programme manager, or the person whose task it is.',
      zh: '您的职务没有此项权限。请联系项目经理或该事项的负责人。',
    },
  },
  'sign-in-closed': {
    status: 404,
    title: { en: 'This door is closed', zh: '此入口未开放' },
    sentence: {
      en: 'Choosing whom to sign in as exists only in a local installation.',
      zh: '仅在本机模式下可以选择登录身份。',
    },
  },
  'other-origin': {
    status: 403,
    title: { en: 'Sent from another site', zh: '请求来自其他网站' },
    sentence: {
      en: 'The request was sent from another site, so nothing was done. Open CityPath itself and try again.',
      zh: '该请求来自其他网站，未予执行。请在 CityPath 页面中重试。',
    },
  },
  'not-found': {
    status: 404,
    title: { en: 'Not found', zh: '未找到' },
    sentence: { en: 'There is nothing at this address.', zh: '此地址没有内容。' },
  },
  'method-not-allowed': {
    status: 405,
    title: { en: 'Not possible here', zh: '不支持此操作' },
    sentence: { en: 'This address does not take this method.', zh: '此地址不支持该请求方法。' },
  },
  'malformed-request': {
    status: 422,
    title: { en: 'The request is not complete', zh: '请求内容有误' },
    sentence: {
      en: 'Some of what was sent is missing or not as it should be. The fields are named below.',
      zh: '提交的内容不完整或格式有误，具体字段见下。',
    },
  },
  'malformed-json': {
    status: 400,
    title: { en: 'Not readable', zh: '无法读取' },
    sentence: { en: 'The body is not readable JSON.', zh: '请求正文不是有效的 JSON。' },
  },
  'unsupported-media-type': {
    status: 415,
    title: { en: 'Not JSON', zh: '不是 JSON' },
    sentence: {
      en: 'Send the body as application/json in UTF-8.',
      zh: '请以 UTF-8 编码的 application/json 提交正文。',
    },
  },
  'request-too-large': {
    status: 413,
    title: { en: 'Too large', zh: '内容过大' },
    sentence: {
      en: 'The request is larger than 256 kB. Files are added to a form by themselves, up to 50 MB each.',
      zh: '请求超过 256 kB。文件请在表单中单独添加，每个文件不超过 50 MB。',
    },
  },
  'idempotency-key-missing': {
    status: 400,
    title: { en: 'The key is missing', zh: '缺少幂等键' },
    sentence: {
      en: 'A write needs the header Idempotency-Key: 8 to 128 letters, digits, dashes or underscores, a new one for each act.',
      zh: '写操作需要 Idempotency-Key 请求头：8 至 128 位字母、数字、连字符或下划线，每次操作使用新值。',
    },
  },
  'idempotency-key-reused': {
    status: 422,
    title: { en: 'The key was used before', zh: '幂等键已被使用' },
    sentence: {
      en: 'This Idempotency-Key came before with another content. Nothing was done; send the new act with a new key.',
      zh: '此 Idempotency-Key 已用于其他内容，本次未执行。请为新的操作使用新的键。',
    },
  },
  'no-deadline': {
    status: 409,
    title: { en: 'No day to keep', zh: '没有可加入日历的日期' },
    sentence: {
      en: '“{step}” has no day that could go into a calendar: it is not open, or its date is to be confirmed.',
      zh: '“{step}”目前没有可加入日历的日期：该步骤未开放，或期限待定。',
    },
  },
  'journey-unknown': {
    status: 404,
    title: { en: 'No such journey', zh: '没有该历程' },
    sentence: {
      en: 'No city of this name is on its way in this programme, or your seats do not let you see it. Ask the programme manager.',
      zh: '此项目中没有该城市的历程，或您的职务无权查看。请联系项目经理。',
    },
  },
  'city-unknown': {
    status: 404,
    title: { en: 'No such city', zh: '没有该城市' },
    sentence: {
      en: 'CityPath does not know the city {city|}. An administrator adds it first.',
      zh: 'CityPath 中没有城市 {city|}，请管理员先行添加。',
    },
  },
  'programme-unknown': {
    status: 404,
    title: { en: 'No such programme', zh: '没有该项目' },
    sentence: {
      en: 'There is no programme {programme|}, or your seats do not let you see it.',
      zh: '没有项目 {programme|}，或您的职务无权查看。',
    },
  },
  'person-unknown': {
    status: 422,
    title: { en: 'No such person', zh: '没有此人' },
    sentence: {
      en: 'CityPath does not know this person. An administrator adds the person first.',
      zh: 'CityPath 中没有此人，请管理员先行添加。',
    },
  },
  'address-taken': {
    status: 409,
    title: { en: 'Another person has this address', zh: '该邮箱地址已属于他人' },
    sentence: {
      en: 'Another person already has this mail address. Look for the person by the address, or write another one.',
      zh: '该邮箱地址已属于另一位人员。请按此地址查找该人员，或填写其他地址。',
    },
  },
  'last-administrator': {
    status: 409,
    title: { en: 'The last administrator', zh: '最后一位管理员' },
    sentence: {
      en: 'Nobody else is an administrator, so this one stays. Make somebody else one first.',
      zh: '目前没有其他管理员，因此不能撤销。请先指定另一位管理员。',
    },
  },
  'person-erased': {
    status: 409,
    title: { en: 'Nothing is known of this person any more', zh: '此人的资料已删除' },
    sentence: {
      en: 'This person was erased. Nothing can be changed; histories only keep that there was somebody.',
      zh: '此人的资料已删除，无法再作更改；历程中仅保留曾有此人参与的记录。',
    },
  },
  'person-holds-seats': {
    status: 409,
    title: { en: 'The person still holds a seat', zh: '此人仍在任' },
    sentence: {
      en: 'The person still holds: {seats|a seat}. Hand over or vacate it first; then the person can be erased.',
      zh: '此人仍担任：{seats|职务}。请先办理交接或卸任，然后再删除其资料。',
    },
  },
  'erases-oneself': {
    status: 409,
    title: { en: 'Nobody erases themselves', zh: '不能删除本人资料' },
    sentence: {
      en: 'You cannot erase yourself. Ask another administrator to do it.',
      zh: '您不能删除自己的资料，请由另一位管理员办理。',
    },
  },
  'preview-outdated': {
    status: 412,
    title: { en: 'It would do something else by now', zh: '结果已与预览不同' },
    sentence: {
      en: 'The journey has changed since you looked: the act would now do something else than what you were shown. Nothing was done. Look again, and confirm what you see then.',
      zh: '自您查看预览以来，该进程已有变动，现在执行的结果将与所示不同。未作任何更改，请重新查看并确认。',
    },
  },
  'command-unknown': {
    status: 404,
    title: { en: 'Nothing known of this act', zh: '没有此项操作的记录' },
    sentence: {
      en: 'Nothing is known of this act: it was refused, or never arrived. Send it again with the same key; it is done once at most.',
      zh: '没有此项操作的记录：可能已被拒绝，或未曾送达。请使用同一个键重新提交，最多只会执行一次。',
    },
  },
  'journal-disagrees': {
    status: 409,
    title: { en: 'Its records disagree', zh: '记录不一致' },
    sentence: {
      en: 'What this journey remembers and what is recorded differ, so nothing was written. An administrator can rebuild it from its records: citypath rebuild {journey|}.',
      zh: '该历程的运行状态与记录不一致，因此未写入任何内容。管理员可依据记录重建：citypath rebuild {journey|}。',
    },
  },
  'workflow-missing': {
    status: 409,
    title: { en: 'The journey does not run', zh: '历程未在运行' },
    sentence: {
      en: 'The records of this journey are here, but it does not run, so it takes no acts. An administrator can rebuild it: citypath rebuild {journey|}.',
      zh: '该历程的记录完好，但未在运行，暂不能操作。管理员可以重建：citypath rebuild {journey|}。',
    },
  },
  'temporal-away': {
    status: 503,
    title: { en: 'Acts have to wait a moment', zh: '暂时无法操作' },
    sentence: {
      en: 'The part that carries the journeys does not answer. Reading goes on; please send this again in a moment, it is done once at most.',
      zh: '负责推进历程的服务暂无响应。您仍可浏览；请稍后重新提交，同一操作最多只会执行一次。',
    },
  },
  'worker-away': {
    status: 503,
    title: { en: 'Acts have to wait a moment', zh: '暂时无法操作' },
    sentence: {
      en: 'Nobody takes acts upon journeys at this moment. Reading goes on; please send this again in a moment, it is done once at most.',
      zh: '暂时无法处理对历程的操作。您仍可浏览；请稍后重新提交，同一操作最多只会执行一次。',
    },
  },
  'database-away': {
    status: 503,
    title: { en: 'The records are away', zh: '暂时无法读取记录' },
    sentence: {
      en: 'The database does not answer. Please try again in a moment.',
      zh: '数据库暂无响应，请稍后重试。',
    },
  },
  'too-busy': {
    status: 503,
    title: { en: 'Too much at once', zh: '操作过于频繁' },
    sentence: {
      en: 'This journey has too many acts waiting. Please send this again in a moment; it is done once at most.',
      zh: '该历程等待处理的操作过多，请稍后重新提交，同一操作最多只会执行一次。',
    },
  },
  'internal-error': {
    status: 500,
    title: { en: 'Something went wrong here', zh: '系统内部错误' },
    sentence: {
      en: 'Something went wrong on our side. It is in the log as {reference|}; an administrator can look it up.',
      zh: '系统出现问题，日志编号为 {reference|}，管理员可据此查询。',
    },
  },
};
