import type { BulkActResponse, BulkActStatus, BulkRefusal, Text } from '@citypath/contracts';
import type { Refusal } from '@citypath/journey';
import { assertNever } from '../assert-never';
import { wordRefusal } from '../commands/word-refusal';
import type { KnownJourney } from '../journeys/journey-reader';
import { ProblemError, type ProblemCode } from '../problems/problem-error';
import { wordingOf, wordProblem } from '../problems/word-problem';
import type { Against } from './bulk-asking';

/** Why one journey was refused, in words: a refusal of the rules, or what kept it from taking any act. */
export function refusalInWords({ row, state, context }: KnownJourney, refusal: Against): BulkRefusal {
  const { status } = state;
  // A journey that has ended no longer runs, and that is as it should be.
  const hasEnded = refusal.code === 'workflow-missing' && (status === 'completed' || status === 'withdrawn');
  return inWords(
    hasEnded
      ? wordRefusal(context.definition, { code: 'journey-closed' })
      : isOfTheRules(refusal)
        ? wordRefusal(context.definition, refusal)
        : new ProblemError(refusal.code, { params: { journey: row.id, reference: row.id } }),
  );
}

function isOfTheRules(refusal: Against): refusal is Refusal {
  return !NOT_OF_THE_RULES.includes(refusal.code);
}

const NOT_OF_THE_RULES: string[] = [
  'preview-outdated',
  'journal-disagrees',
  'internal-error',
  'workflow-missing',
  'bulk-act-gave-up',
  'bulk-act-changes-nothing',
] satisfies ProblemCode[];

/** In both languages. */
export function inWords(problem: ProblemError): BulkRefusal {
  const { code } = problem;
  const [en, zh] = [wordProblem(problem, 'en'), wordProblem(problem, 'zh')];
  return { code, title: wordingOf(code).title, detail: { en: en.detail, zh: zh.detail } };
}

/** How a bulk act stands: "12 of 40 cities have it, 2 were refused; it was stopped, and 26 are left." */
export function standingInWords(status: BulkActStatus, progress: BulkActResponse['progress']): Text {
  const { journeys, done, refused, waiting } = progress;
  const have = {
    en: `${done} of ${journeys} ${journeys === 1 ? 'city has' : 'cities have'} it${refused > 0 ? `, ${refused} ${refused === 1 ? 'was' : 'were'} refused` : ''}`,
    zh: `共${journeys}个城市，已办理${done}个${refused > 0 ? `，被拒${refused}个` : ''}`,
  };
  const rest = restInWords(status, waiting);
  return { en: `${have.en}; ${rest.en}.`, zh: `${have.zh}；${rest.zh}。` };
}

function restInWords(status: BulkActStatus, waiting: number): Text {
  const left = { en: `${waiting} ${waiting === 1 ? 'is' : 'are'} left`, zh: `尚余${waiting}个` };
  switch (status) {
    case 'waiting':
      return { en: `it has not begun, and ${left.en}`, zh: `尚未开始，${left.zh}` };
    case 'running':
      return { en: `it goes on, and ${left.en}`, zh: `正在执行，${left.zh}` };
    case 'done':
      return { en: 'it is done', zh: '已全部办结' };
    case 'stopped':
      return { en: `it was stopped, and ${left.en}`, zh: `已停止，${left.zh}` };
    case 'rights-ended':
      return {
        en: `it stopped by itself, because whoever started it may no longer act upon the programme, and ${left.en}`,
        zh: `因发起人已无权办理此项目的事项而自动停止，${left.zh}`,
      };
    default:
      return assertNever(status);
  }
}
