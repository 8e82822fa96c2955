import type { RefusalCode } from '@citypath/journey';
import type { ProblemWording } from '../problem-wording';

/** Of steps: what is handed in for them, and the words about them. */
export const stepRefusals = {
  'step-unknown': {
    status: 404,
    title: { en: 'No such step', zh: '没有该步骤' },
    sentence: { en: 'This programme has no step "{step|}".', zh: '此项目中没有步骤“{step|}”。' },
  },
  'step-not-open': {
    status: 409,
    title: { en: 'The step is not open', zh: '步骤未开放' },
    sentence: {
      en: '{step|This step} is not open, so nothing can be handed in for it now.',
      zh: '“{step|该步骤}”目前未开放，暂不能提交。',
    },
  },
  'step-not-submitted': {
    status: 409,
    title: { en: 'Nothing was handed in', zh: '尚未提交' },
    sentence: {
      en: 'Nothing waits to be accepted for {step|this step}. It has to be handed in first.',
      zh: '“{step|该步骤}”没有待审核的材料，须先提交。',
    },
  },
  'step-already-settled': {
    status: 409,
    title: { en: 'The step is settled', zh: '步骤已办结' },
    sentence: {
      en: '{step|This step} is settled already. The programme manager can reopen it.',
      zh: '“{step|该步骤}”已办结。如需修改，请由项目经理重新开放。',
    },
  },
  'step-not-settled': {
    status: 409,
    title: { en: 'The step is not settled', zh: '步骤尚未办结' },
    sentence: {
      en: '{step|This step} is not settled yet, so it cannot be reopened.',
      zh: '“{step|该步骤}”尚未办结，无需重新开放。',
    },
  },
  'step-running-already': {
    status: 409,
    title: { en: 'The step is open already', zh: '步骤已开放' },
    sentence: {
      en: '{step|This step} is open already: the journey does not have to be moved there.',
      zh: '“{step|该步骤}”已开放，无需再转到该步骤。',
    },
  },
  'step-still-waiting': {
    status: 409,
    title: { en: 'The step has not begun', zh: '步骤尚未开始' },
    sentence: {
      en: '{step|This step} has not begun, so there is nothing to begin again. You can go to it instead.',
      zh: '“{step|该步骤}”尚未开始，无从重新开始；可改为转到该步骤。',
    },
  },
  'step-not-an-event': {
    status: 422,
    title: { en: 'Nobody meets for the step', zh: '该步骤没有会议' },
    sentence: {
      en: '{step|This step} is neither an event nor a review, so no meeting can be called for it. Agree a new due day instead.',
      zh: '“{step|该步骤}”既不是活动也不是评审，不能安排会议日期；可改为约定新的截止日期。',
    },
  },
  'step-not-waivable': {
    status: 422,
    title: { en: 'Cannot be waived', zh: '不可免除' },
    sentence: {
      en: '{step|This step} cannot be waived in this programme. The programme manager can skip it, with a reason.',
      zh: '按本项目规定，“{step|该步骤}”不可免除。项目经理可说明理由后跳过。',
    },
  },
  'waiver-needs-proof': {
    status: 422,
    title: { en: 'The proof is missing', zh: '缺少证明' },
    sentence: {
      en: 'A waiver of {step|this step} needs a proof. Say where it can be found.',
      zh: '免除“{step|该步骤}”需要证明材料，请注明出处。',
    },
  },
  'step-may-not-return-there': {
    status: 422,
    title: { en: 'Cannot be returned there', zh: '不能退回该步骤' },
    sentence: {
      en: '{step|This step} may not be sent back there. Return it to its own seat, or choose a step of its loop.',
      zh: '“{step|该步骤}”不能退回至所选步骤。请退回原负责人，或选择允许的步骤。',
    },
  },
  'evidence-missing': {
    status: 422,
    title: { en: 'Something is missing', zh: '材料不全' },
    sentence: {
      en: '{evidence|Something that is wanted} is missing. Add it, or ask the programme manager for a waiver.',
      zh: '缺少“{evidence|所需材料}”。请补充，或向项目经理申请免除。',
    },
  },
  'evidence-unknown': {
    status: 422,
    title: { en: 'Not asked for', zh: '无需此项材料' },
    sentence: {
      en: '{evidence|Something} was handed in that this step does not ask for.',
      zh: '“{evidence|提交的内容}”不在该步骤所需材料之列。',
    },
  },
  'mention-not-in-seat': {
    status: 422,
    title: { en: 'Cannot be asked here', zh: '无法在此提问' },
    sentence: {
      en: 'Somebody you ask does not hold the seat of {seat|the city or programme} any more. Choose again who is asked.',
      zh: '您提问的人员已不再担任{seat|该职务}，请重新选择提问对象。',
    },
  },
  'mention-not-of-programme': {
    status: 422,
    title: { en: 'Only the programme sees this', zh: '仅项目方可见' },
    sentence: {
      en: 'Only the programme sees this comment, so nobody of the city can be asked in it. Let the city see it too, or ask somebody of the programme.',
      zh: '此留言仅项目方可见，不能向城市人员提问。请改为城市也可见，或向项目方人员提问。',
    },
  },
  'questions-too-many': {
    status: 422,
    title: { en: 'Too many open questions', zh: '未答复的问题过多' },
    sentence: {
      en: 'So many questions wait for an answer in this journey already ({most|}). Ask again when some are answered.',
      zh: '该历程中尚有过多问题未获答复（上限{most|}个），请待部分问题答复后再提问。',
    },
  },
} satisfies Partial<Record<RefusalCode, ProblemWording>>;
