import type { RunActResponse, RunDryRunResponse } from '@citypath/contracts';
import type { Language } from '@citypath/store';

const WORDS = {
  en: {
    due: (day: string) => `due ${day}`,
    provisional: (day: string) => `due ${day} (provisional)`,
    none: 'no day yet',
    tried: 'Tried now:',
    attempt: 'attempt',
    final: 'Cannot be taken back:',
  },
  zh: {
    due: (day: string) => `期限 ${day}`,
    provisional: (day: string) => `期限 ${day}（暂定）`,
    none: '日期待定',
    tried: '立即重试：',
    attempt: '次数',
    final: '无法撤回：',
  },
} as const;
const SEEN = { en: 'To do just this, give the same act with', zh: '如需照此办理，请执行同一操作并加上' } as const;

/** What would become of the run, where the journey stands, and what is for good. */
export function runLookInWords(looked: RunDryRunResponse, language: Language): string {
  const { sentence, stands, activities, final, seen } = looked;
  const words = WORDS[language];
  return [
    sentence[language],
    ...(stands === null ? [] : [stands.sentence[language]]),
    ...(stands?.steps ?? []).map(({ ref, title, dueOn }) => {
      const isProvisional = dueOn !== null && stands !== null && dueOn >= stands.provisionalFromOn;
      const day = dueOn === null ? words.none : words[isProvisional ? 'provisional' : 'due'](dueOn);
      return `  ${ref} (${title[language]}): ${day}`;
    }),
    ...(activities.length === 0 ? [] : [words.tried]),
    ...activities.map(
      ({ type, attempt, lastFailure }) => `  ${type}, ${words.attempt} ${attempt}: ${lastFailure ?? ''}`,
    ),
    ...(final.length === 0 ? [] : [words.final, ...final.map((each) => `  ${each[language]}`)]),
    `${SEEN[language]} --seen ${seen}`,
  ].join('\n');
}

export function runDoneInWords({ journeyId, head, generation, runs }: RunActResponse, language: Language): string {
  const said = {
    en: `Done; ${journeyId} has ${head} facts (generation ${generation}), and its workflow ${runs ? 'runs' : 'does not run'}.`,
    zh: `已完成；${journeyId}现有${head}条记录（第${generation}代），流程${runs ? '正在运行' : '未在运行'}。`,
  };
  return said[language];
}
