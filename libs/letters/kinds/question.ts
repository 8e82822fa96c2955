import { compose, quoted } from '../wording/compose';
import { nameOf } from '../wording/names';
import { headOf } from '../wording/subject';
import type { PersonName, StepLetterFacts } from './letter-facts';
import type { LetterText } from './letter-text';

export interface QuestionFacts extends StepLetterFacts {
  /** Null: the name was erased. */
  askedBy: PersonName | null;
  /** Null: the words were erased. */
  words: string | null;
  /** The city sees neither the question nor the answer. */
  onlyProgramme: boolean;
}

/** Somebody was mentioned in a comment: a question by letter, answered on the step's page. */
export function question(facts: QuestionFacts): LetterText {
  const { language, step, words } = facts;
  const say = language === 'zh' ? chinese : english;
  const { tail, asks, afterwards, button } = say(facts);
  return compose(facts, {
    ...headOf(facts, tail),
    paragraphs: [asks, ...quoted(words)],
    button: { label: button, url: `${step.url}?at=comments` },
    afterwards,
  });
}

interface Said {
  tail: string;
  asks: string;
  button: string;
  afterwards: string[];
}

function english({ step, askedBy, onlyProgramme }: QuestionFacts): Said {
  const who = askedBy === null ? 'Somebody' : nameOf(askedBy, 'en');
  return {
    tail: `a question from ${askedBy === null ? 'the programme' : who}`,
    asks: `${who} asks you about “${step.title.en}”:`,
    button: 'Answer the question',
    afterwards: [
      onlyProgramme
        ? 'Only the programme sees the question. Choose with your answer whether the city sees that.'
        : 'The city and the programme see the question and your answer.',
      'It stays on your list until somebody of your seat answers. The days of the step stay as they are.',
    ],
  };
}

function chinese({ step, askedBy, onlyProgramme }: QuestionFacts): Said {
  const who = askedBy === null ? '相关人员' : nameOf(askedBy, 'zh');
  return {
    tail: `${who}向您提问`,
    asks: `${who}就“${step.title.zh}”向您提问：`,
    button: '答复问题',
    afterwards: [
      onlyProgramme ? '此问题仅项目方可见；答复时，您可以选择城市是否可见。' : '城市和项目方均可看到此问题和您的答复。',
      '在您或同一职务的人员答复之前，此问题会一直列在您的待办事项中；步骤的期限不变。',
    ],
  };
}
