import type { ProblemWording } from './problem-wording';

/** Why an act upon the run of a journey is refused: it mends nothing, or something else has to come first. */
export type RunProblemCode = 'run-agrees' | 'run-ended-already' | 'nothing-fails' | 'recovery-awaited';

export const runProblems: Record<RunProblemCode, ProblemWording> = {
  'run-agrees': {
    status: 409,
    title: { en: 'Nothing to rebuild', zh: '无需重建' },
    sentence: {
      en: 'The workflow of this journey runs and agrees with its journal: there is nothing to rebuild.',
      zh: '该历程的流程正在运行，且与记录一致，无需重建。',
    },
  },
  'run-ended-already': {
    status: 409,
    title: { en: 'Nothing to end', zh: '无需终止' },
    sentence: {
      en: 'No workflow of this journey runs: there is nothing to end.',
      zh: '该历程没有正在运行的流程，无需终止。',
    },
  },
  'nothing-fails': {
    status: 409,
    title: { en: 'Nothing to try again', zh: '无需重试' },
    sentence: {
      en: 'Nothing of this journey fails at this moment: there is nothing to try again.',
      zh: '该历程目前没有失败的操作，无需重试。',
    },
  },
  'recovery-awaited': {
    status: 409,
    title: { en: 'Recovery first', zh: '请先补回数据' },
    sentence: {
      en: 'The records came back from a backup: recover what followed first (citypath recover), which rebuilds what has to be.',
      zh: '数据已从备份恢复，请先补回其后的事项（citypath recover）；需要重建的流程会随之重建。',
    },
  },
};
