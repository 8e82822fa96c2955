import type { RunAct, Text } from '@citypath/contracts';
import { assertNever } from '../assert-never';
import { sentence } from '../journeys/words';
import { sinceText } from '../stuck/machinery/finding-in-words';
import type { Judged } from './run-judge';

/** What an act does to the run of a journey. */
export function runActInWords(act: RunAct, { known, run, isBehind }: Judged): Text {
  const since = sinceText(run?.startedAt ?? null);
  const goesOn = known?.status === 'active' || known?.status === 'on-hold';
  switch (act) {
    case 'rebuild':
      if (!goesOn) {
        return sentence(
          `${run ? `the workflow that runs since ${since.en} is ended. ` : ''}The journey has ended: no workflow begins, and what is shown is read anew from the journal.`,
          `${run ? `自${since.zh}起运行的流程将被终止。` : ''}历程已结束：不会启动新流程，显示内容将根据记录重新读取。`,
        );
      }
      return run
        ? sentence(
            `the workflow that runs since ${since.en} is ended, and another begins where the journal stands.`,
            `自${since.zh}起运行的流程将被终止，并根据记录启动新的流程。`,
          )
        : sentence(
            'no workflow runs: one begins where the journal stands.',
            '目前没有运行中的流程：将根据记录启动新的流程。',
          );
    case 'terminate':
      return sentence(
        `the workflow that runs since ${since.en} ends at once${goesOn ? ', and none begins in its place: until it is rebuilt nothing falls due any more and no act is recorded' : ''}.`,
        `自${since.zh}起运行的流程立即结束${goesOn ? '，且不会启动新流程：重建之前不再有事项到期，办理的事项也无法记录' : ''}。`,
      );
    case 'retry': {
      const count = run?.failing.length ?? 0;
      const tried =
        count === 0
          ? null
          : count === 1
            ? 'what fails is tried again at once'
            : `${count} things that fail are tried again at once`;
      const en = [tried, ...(isBehind ? ['what is shown is read anew from the journal'] : [])].filter(Boolean);
      const zh = [
        ...(count > 0 ? [`立即重试${count}项失败的操作`] : []),
        ...(isBehind ? ['根据记录重新读取显示内容'] : []),
      ];
      return sentence(`${en.join(', and ')}.`, `${zh.join('，并')}。`);
    }
    default:
      return assertNever(act);
  }
}

/** Where the journey stands by its journal, before the act and after it. */
export function standsInWords({
  facts,
  steps,
  letters,
}: {
  facts: number;
  steps: number;
  letters: { waiting: number; gone: number };
}): Text {
  const { waiting, gone } = letters;
  const waits =
    waiting === 0
      ? { en: 'No letter waits', zh: '没有待寄信函' }
      : waiting === 1
        ? { en: 'The letter that waits goes as ever', zh: '待寄的1封信函照常寄出' }
        : { en: `The ${waiting} letters that wait go as ever`, zh: `待寄的${waiting}封信函照常寄出` };
  const went =
    gone === 0
      ? { en: '', zh: '' }
      : {
          en: gone === 1 ? '; the one that went does not go again' : `; of the ${gone} that went none goes again`,
          zh: `；已寄出的${gone}封不会重发`,
        };
  return {
    en: `The journey stands before and after as its ${facts} facts say, with ${steps === 1 ? '1 step' : `${steps} steps`} under way. ${waits.en}${went.en}.`,
    zh: `操作前后，历程均以${facts}条记录为准，进行中的步骤${steps}个。${waits.zh}${went.zh}。`,
  };
}

/** What no later act takes back. */
export function whatIsLost(act: RunAct, { known, run }: Judged, unrecorded: number): Text[] {
  if (act === 'retry' || run === null) return [];
  const lost: Text[] =
    unrecorded === 0
      ? []
      : [
          {
            en: `The run holds ${unrecorded === 1 ? '1 fact that was' : `${unrecorded} facts that were`} never recorded: what people did there is lost.`,
            zh: `该运行中有${unrecorded}条尚未写入的记录，相应的操作将丢失。`,
          },
        ];
  const end: Text =
    act === 'rebuild'
      ? { en: 'The run that is ended records nothing any more.', zh: '被终止的运行此后不再写入任何记录。' }
      : {
          en: `The run does not go on any more${known === null ? '' : '; a rebuild begins another from the journal'}.`,
          zh: `该运行不会恢复${known === null ? '' : '；重建会根据记录启动新的流程'}。`,
        };
  return [...lost, end];
}
