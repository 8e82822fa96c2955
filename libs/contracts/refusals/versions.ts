import type { RefusalCode } from '@citypath/journey';
import type { ProblemWording } from '../problem-wording';

/** Of versions of a programme, and of what becomes of steps in the next one. */
export const versionRefusals = {
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
      en: 'The new version no longer has the seat of {seat|somebody} in this city. It can be taken once a version has that seat again.',
      zh: '新版本中不再包含该城市现有的职务“{seat|职务}”。待有包含该职务的版本后方可采用。',
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
} satisfies Partial<Record<RefusalCode, ProblemWording>>;
