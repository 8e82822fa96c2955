import type { DryRunResponse } from '@citypath/contracts';
import type { Language } from '@citypath/store';
import type { GivenAct } from './give-act';

const WORDS = {
  en: {
    unknown: 'to be confirmed',
    none: 'none',
    due: 'due',
    provisional: ' (provisional)',
    done: 'done',
    with: 'with',
    called: 'was called',
    new: 'new in the programme',
    'let-go': 'let go',
    cancelled: 'goes no more',
    moved: 'moves',
    added: 'goes',
    final: 'Cannot be taken back:',
    seen: 'To do just this, give the same act with',
  },
  zh: {
    unknown: '待确认',
    none: '无',
    due: '期限',
    provisional: '（暂定）',
    done: '完成',
    with: '负责',
    called: '原名',
    new: '项目新增步骤',
    'let-go': '取消',
    cancelled: '不再发出',
    moved: '改期',
    added: '将发出',
    final: '无法撤回：',
    seen: '如需照此办理，请执行同一操作并加上',
  },
} as const;

/** What would change: the steps with their days, the letters with their subjects, and what is for good. */
export function dryRunInWords(looked: DryRunResponse, language: Language): string {
  const { sentence, steps, letters, final, seen, provisionalFromOn } = looked;
  const words = WORDS[language];
  const marked = (day: string | null) =>
    day !== null && day >= provisionalFromOn ? `${day}${words.provisional}` : day;
  const doneBy = ({ sign, doneOn }: DryRunResponse['steps'][number]['after']) =>
    sign === 'done' ? doneOn : marked(doneOn);
  const change = (what: string, before: string | null, after: string | null, without: string) =>
    before === after ? [] : [`${what} ${before ?? without} → ${after ?? without}`];
  return [
    sentence[language],
    ...steps.map(({ ref, title, formerTitle, fate, before, after }) => {
      if (fate === 'let-go') return `  ${ref} (${title[language]}): ${words[fate]}`;
      const changes = [
        ...(formerTitle === null ? [] : [`${words.called} ${formerTitle[language]}`]),
        ...(fate === 'stays' ? [] : [words[fate]]),
        ...change('', before.sign, after.sign, ''),
        ...change(words.due, marked(before.dueOn), marked(after.dueOn), words.none),
        ...change(words.done, doneBy(before), doneBy(after), words.unknown),
        ...change(words.with, before.seat?.[language] ?? null, after.seat?.[language] ?? null, words.none),
      ];
      return `  ${ref} (${title[language]}): ${changes.map((each) => each.trim()).join('; ')}`;
    }),
    ...letters.map((letter) => {
      const days = [marked(letter.beforeOn), marked(letter.afterOn)].filter((day) => day !== null).join(' → ');
      const subject = letter.words === null ? '' : `\n      ${letter.words.subject}`;
      return `  ${words[letter.change]} ${days}: ${letter.sentence[language]}${subject}`;
    }),
    ...(final.length === 0 ? [] : [words.final, ...final.map((each) => `  ${each[language]}`)]),
    `${words.seen} --seen ${seen}`,
  ].join('\n');
}

export function givenInWords({ key, head }: GivenAct, language: Language): string {
  if (head !== null)
    return { en: `Done; the journey has ${head} facts.`, zh: `已完成；历程现有${head}条记录。` }[language];
  return {
    en: `Taken, but not recorded yet: is the worker running? The same act with --key ${key} is done once and asks again.`,
    zh: `已受理，尚未记录：工作进程是否在运行？以 --key ${key} 重复同一操作只会执行一次，并可再次查询。`,
  }[language];
}
