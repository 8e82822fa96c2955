import type { RefusalCode } from '@citypath/journey';
import type { ProblemWording } from './problem-wording';

/**
 * Each refusal of the rules: HTTP status and words. `step`, `seat` and days in the params arrive here as titles and
 * written days, not as keys.
 */
export const refusalProblems: Record<RefusalCode, ProblemWording> = {
  'journey-already-joined': {
    status: 409,
    title: { en: 'Joined already', zh: '已经加入' },
    sentence: {
      en: 'This city has joined this programme already. Its page shows where it stands.',
      zh: '该城市已加入此项目，其进展请见城市页面。',
    },
  },
  'journey-not-joined': {
    status: 409,
    title: { en: 'Not joined yet', zh: '尚未加入' },
    sentence: { en: 'The city has not joined this programme yet.', zh: '该城市尚未加入此项目。' },
  },
  'journey-closed': {
    status: 409,
    title: { en: 'The journey is closed', zh: '历程已结束' },
    sentence: {
      en: 'The journey has ended, so it takes no more acts. Its history stays.',
      zh: '该历程已结束，不再接受操作；历史记录予以保留。',
    },
  },
  'journey-not-closed': {
    status: 409,
    title: { en: 'The journey has not ended', zh: '历程并未结束' },
    sentence: {
      en: 'The journey goes on, so it cannot be taken in again.',
      zh: '该历程仍在进行，无需重新纳入。',
    },
  },
  'journey-on-hold': {
    status: 409,
    title: { en: 'On hold already', zh: '已经暂停' },
    sentence: {
      en: 'The journey is on hold already, until {untilOn|its day}. Resume it first.',
      zh: '该历程已暂停至{untilOn|约定日期}，请先恢复。',
    },
  },
  'journey-not-on-hold': {
    status: 409,
    title: { en: 'Not on hold', zh: '并未暂停' },
    sentence: { en: 'The journey is not on hold: there is nothing to resume.', zh: '该历程并未暂停，无需恢复。' },
  },
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
  'step-may-not-return-there': {
    status: 422,
    title: { en: 'Cannot be returned there', zh: '不能退回该步骤' },
    sentence: {
      en: '{step|This step} may not be sent back there. Return it to its own seat, or choose a step of its loop.',
      zh: '“{step|该步骤}”不能退回至所选步骤。请退回原负责人，或选择允许的步骤。',
    },
  },
  'seat-unknown': {
    status: 404,
    title: { en: 'No such seat', zh: '没有该职务' },
    sentence: { en: 'This programme has no seat "{seat|}".', zh: '此项目中没有职务“{seat|}”。' },
  },
  'seat-not-of-city': {
    status: 422,
    title: { en: 'Not a seat of the city', zh: '不属于城市的职务' },
    sentence: {
      en: '{seat|This seat} belongs to the programme, not to the city. An administrator fills it.',
      zh: '“{seat|该职务}”属于项目而非城市，由管理员安排。',
    },
  },
  'seat-occupied': {
    status: 409,
    title: { en: 'The seat is taken', zh: '职务已有人担任' },
    sentence: {
      en: '{seat|This seat} is held by somebody. Hand it over instead: the open work moves with it.',
      zh: '“{seat|该职务}”已有人担任。请改用交接，未办结的事项会一并移交。',
    },
  },
  'seat-vacant': {
    status: 409,
    title: { en: 'The seat is vacant', zh: '职务空缺' },
    sentence: { en: '{seat|This seat} is vacant. Appoint somebody first.', zh: '“{seat|该职务}”空缺，请先任命。' },
  },
  'seat-read-only': {
    status: 422,
    title: { en: 'A seat that only looks on', zh: '仅查看的职务' },
    sentence: {
      en: '{seat|This seat} sees and never acts, so no step can be given to it.',
      zh: '“{seat|该职务}”仅可查看，不能承办步骤。',
    },
  },
  'seat-has-step-already': {
    status: 409,
    title: { en: 'It has the step already', zh: '已由该职务负责' },
    sentence: {
      en: '{step|This step} is with {seat|this seat} already.',
      zh: '“{step|该步骤}”已由“{seat|该职务}”负责。',
    },
  },
  'person-holds-seat-already': {
    status: 409,
    title: { en: 'In this seat already', zh: '已担任该职务' },
    sentence: { en: 'This person holds {seat|this seat} already.', zh: '此人已担任“{seat|该职务}”。' },
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
  'day-malformed': {
    status: 422,
    title: { en: 'Not a day', zh: '日期有误' },
    sentence: { en: 'This is not a day of the calendar.', zh: '该日期不存在。' },
  },
  'day-in-the-future': {
    status: 422,
    title: { en: 'The day is still to come', zh: '日期尚未到来' },
    sentence: {
      en: '{day|This day} is still to come. Something that happened needs a day up to today.',
      zh: '{day|该日期}尚未到来。已发生的事项，日期不得晚于今天。',
    },
  },
  'day-in-the-past': {
    status: 422,
    title: { en: 'The day is past', zh: '日期已过' },
    sentence: {
      en: '{day|This day} is past. Choose today or a later day.',
      zh: '{day|该日期}已过，请选择今天或以后的日期。',
    },
  },
  'day-before-joining': {
    status: 422,
    title: { en: 'Before the city joined', zh: '早于加入日期' },
    sentence: {
      en: '{day|This day} lies before the city joined the programme.',
      zh: '{day|该日期}早于该城市加入项目的日期。',
    },
  },
  'hold-too-long': {
    status: 422,
    title: { en: 'The hold is too long', zh: '暂停时间过长' },
    sentence: {
      en: 'A hold lasts at most {maxWorkingDays|a set number of} working days. Choose an earlier day.',
      zh: '暂停最长为{maxWorkingDays|规定的}个工作日，请选择较早的日期。',
    },
  },
  'acknowledgement-too-long': {
    status: 422,
    title: { en: 'Too far ahead', zh: '承诺期限过长' },
    sentence: {
      en: 'You can take a step on for at most {maxWorkingDays|a set number of} working days. Choose an earlier day, or agree a new date.',
      zh: '承诺办理的期限最长为{maxWorkingDays|规定的}个工作日，请选择较早的日期，或商定新的期限。',
    },
  },
  'rung-not-prepared': {
    status: 409,
    title: { en: 'No letter waits to be released', zh: '没有待放行的信件' },
    sentence: {
      en: 'No letter about {step|this step} waits to be released: it went, was declined, or is needed no more.',
      zh: '关于“{step|该步骤}”没有待放行的信件：信件已发出、已决定不发，或已无需发送。',
    },
  },
  'cadence-malformed': {
    status: 422,
    title: { en: 'These days cannot be told by', zh: '提醒日期有误' },
    sentence: {
      en: 'Give whole numbers of days, at most twelve: those before the due day from 0 with the largest first, those after it from 1 with the smallest first.',
      zh: '请填写整数天数，最多十二个：期限之前从0起、由大到小；期限之后从1起、由小到大。',
    },
  },
  'steps-still-open': {
    status: 409,
    title: { en: 'Steps are still open', zh: '尚有未办结步骤' },
    sentence: {
      en: 'The journey cannot be finished: {count|some} steps still have to be settled or skipped, the first is: {first|–}.',
      zh: '历程尚不能结束：仍有{count|若干}个步骤需办结或跳过，首先是“{first|–}”。',
    },
  },
  'definition-malformed': {
    status: 422,
    title: { en: 'The definition is not sound', zh: '项目定义有误' },
    sentence: {
      en: "The programme's definition is not sound, so it was not taken.",
      zh: '项目定义存在问题，未予采用。',
    },
  },
  'definition-drops-steps': {
    status: 409,
    title: { en: 'Steps would be lost', zh: '会丢失步骤' },
    sentence: {
      en: 'The new version no longer has {step|a step} that this city has begun. Say which step takes its place, or let it go.',
      zh: '新版本中不再包含该城市已开始的“{step|步骤}”。请指明由哪个步骤接替，或予以取消。',
    },
  },
  'definition-drops-seats': {
    status: 409,
    title: { en: 'A seat would be lost', zh: '会丢失职务' },
    sentence: {
      en: 'The new version no longer has the seat of {seat|somebody} in this city. Take a version that has it.',
      zh: '新版本中不再包含该城市现有的职务“{seat|职务}”。请采用包含该职务的版本。',
    },
  },
  'mapping-from-unknown': {
    status: 422,
    title: { en: 'No such step before', zh: '原版本没有该步骤' },
    sentence: {
      en: 'The version that this city goes by has no step "{step|}". Leave it out.',
      zh: '该城市现用版本中没有步骤“{step|}”，请去掉此项。',
    },
  },
  'mapping-to-unknown': {
    status: 422,
    title: { en: 'No such step in the new version', zh: '新版本没有该步骤' },
    sentence: {
      en: 'The new version has no step "{to|}" that could take the place of {step|the step}. Choose another one.',
      zh: '新版本中没有可接替“{step|该步骤}”的步骤“{to|}”，请另选一个。',
    },
  },
  'mapping-needless': {
    status: 422,
    title: { en: 'The step stays', zh: '该步骤保持不变' },
    sentence: {
      en: 'The new version has {step|this step} too, so it stays what it is. Leave it out.',
      zh: '新版本中仍有“{step|该步骤}”，它保持不变，请去掉此项。',
    },
  },
  'mapping-into-one': {
    status: 422,
    title: { en: 'Two steps in one place', zh: '两个步骤并为一个' },
    sentence: {
      en: '{to|A step} would take the place of {step|this step} and of another one. Choose a step of its own for each.',
      zh: '“{to|某步骤}”会同时接替“{step|该步骤}”和另一步骤。请为每个步骤各选一个。',
    },
  },
  'mapping-onto-another': {
    status: 409,
    title: { en: 'The city has that step already', zh: '该城市已有该步骤' },
    sentence: {
      en: 'This city has or had {to|that step} as a step of its own, so it cannot take the place of {step|another one}. Choose one that is new in the version.',
      zh: '该城市已有或曾有“{to|该步骤}”，不能再由它接替“{step|另一步骤}”。请选择新版本中新增的步骤。',
    },
  },
  'mapping-changes-repeats': {
    status: 422,
    title: { en: 'One step and many', zh: '单次与多次不符' },
    sentence: {
      en: '{step|This step} and {to|the other one} do not repeat alike, so the one cannot become the other. Choose a step that repeats as it does.',
      zh: '“{step|该步骤}”与“{to|另一步骤}”的重复方式不同，不能互相接替。请选择重复方式相同的步骤。',
    },
  },
  'mapping-loses-evidence': {
    status: 422,
    title: { en: 'Something would be lost', zh: '会丢失已有材料' },
    sentence: {
      en: 'What was given for {step|this step} finds no place in {to|the other one}: that does not ask for all of it. Choose a step that does.',
      zh: '“{step|该步骤}”已有的材料在“{to|另一步骤}”中没有对应项目。请选择包含全部所需项目的步骤。',
    },
  },
  'mapping-lets-go-of-evidence': {
    status: 409,
    title: { en: 'Something would be lost', zh: '会丢失已有内容' },
    sentence: {
      en: 'Somebody has given something for {step|this step}: work, a day, a word or a decision. It cannot be let go. Choose the step that takes its place.',
      zh: '“{step|该步骤}”已有人提交材料、约定日期、留言或作出决定，不能取消。请选择接替它的步骤。',
    },
  },
  'calendar-malformed': {
    status: 422,
    title: { en: 'The calendar is not sound', zh: '日历有误' },
    sentence: { en: 'The calendar is not sound, so it was not taken.', zh: '日历存在问题，未予采用。' },
  },
  'act-unknown': {
    status: 404,
    title: { en: 'No such act', zh: '没有该操作' },
    sentence: {
      en: 'Nothing of that kind was done in this journey within the last 24 hours.',
      zh: '过去24小时内，该历程中没有此项操作。',
    },
  },
  'act-too-old': {
    status: 409,
    title: { en: 'Too late to undo', zh: '已超过撤销期限' },
    sentence: {
      en: 'This was done more than 24 hours ago, so it cannot be undone any more. Put it right by a new act.',
      zh: '该操作已超过24小时，不能再撤销。请通过新的操作更正。',
    },
  },
  'act-not-undoable': {
    status: 409,
    title: { en: 'Cannot be undone', zh: '不可撤销' },
    sentence: {
      en: 'Acts of this kind cannot be undone: others have been told of it. Put it right by a new act.',
      zh: '此类操作已告知他人，不能撤销。请通过新的操作更正。',
    },
  },
  'act-undone-already': {
    status: 409,
    title: { en: 'Undone already', zh: '已经撤销' },
    sentence: { en: 'This act was undone already.', zh: '该操作已被撤销。' },
  },
  'act-overtaken': {
    status: 409,
    title: { en: 'Something followed from it', zh: '已有后续操作' },
    sentence: {
      en: 'Since then something else was done, or happened by itself, that builds on this act (see {step|the story of the city}), so it cannot be undone. Undo the later act first, where that is possible.',
      zh: '此后已有基于该操作的其他操作或自动变化（见“{step|历程记录}”），不能撤销。如可能，请先撤销后来的操作。',
    },
  },
  'command-id-reused': {
    status: 422,
    title: { en: 'The key was used before', zh: '幂等键已被使用' },
    sentence: {
      en: 'This Idempotency-Key came before with another content. Nothing was done; send the new act with a new key.',
      zh: '此 Idempotency-Key 已用于其他内容，本次未执行。请为新的操作使用新的键。',
    },
  },
};
