import { dateInWords, type Day, type Instant, type Text } from '@citypath/calendar';
import type { JourneyId, StepRef } from '@citypath/journey';
import type { KeptFinding } from '@citypath/store';
import { assertNever } from '../assert-never';
import { capital } from './capital';

/** The title of a step of a journey; its reference where the programme does not know it. */
export type TitleOfStep = (journeyId: JourneyId, ref: StepRef) => Text;

/** What an administrator has done to a workflow. */
type RunAct = 'rebuild' | 'terminate' | 'retry';

/** What was found as an administrator is told of it. */
export interface FindingInWords {
  /** What is wrong, since when, and what helps; of what has gone only what it was. */
  sentence: Text;
  /** What mends it: in words, what an administrator can have done, and the page that helps. */
  mends: { title: Text; acts: RunAct[]; page: string | null };
}

type Said = Pick<KeptFinding, 'kind' | 'journeyId' | 'city' | 'about' | 'sinceAt'> &
  Partial<Pick<KeptFinding, 'goneAt'>>;

/** Puts into words what the watch found: what is wrong, since when, and what mends it. */
export function findingInWords(found: Said, titleOf: TitleOfStep): FindingInWords {
  const [said, mends] = [saidOf(found, titleOf), mendsOf(found)];
  // What has gone needs no help any more.
  const isOpen = found.goneAt == null;
  const helps = isOpen
    ? { en: `; what helps: “${mends.title.en}”`, zh: `；解决办法：“${mends.title.zh}”` }
    : { en: '', zh: '' };
  return { sentence: { en: `${capital(said.en)}${helps.en}.`, zh: `${said.zh}${helps.zh}。` }, mends };
}

function saidOf({ kind, journeyId, city, about, sinceAt }: Said, titleOf: TitleOfStep): Text {
  const of = city === null ? { en: journeyId, zh: journeyId } : { en: city.nameEn, zh: city.nameZh ?? city.nameEn };
  const since = momentText(sinceAt);
  switch (kind) {
    case 'workflow-missing':
      return missing(of, about.how ?? 'unknown', since);
    case 'workflow-superfluous':
      return about.status == null
        ? {
            en: `a workflow runs for ${of.en} since ${since.en}, and there is no such journey in the records`,
            zh: `${of.zh}自${since.zh}起有流程在运行，但记录中没有该历程`,
          }
        : {
            en: `the workflow of ${of.en} still runs, seen since ${since.en}, though its journey has ended`,
            zh: `${of.zh}的历程已结束，但自${since.zh}起仍有流程在运行`,
          };
    case 'run-differs':
      return {
        en: `the workflow of ${of.en} that runs since ${since.en} holds something else than its journal: somebody reset it, or the records were restored`,
        zh: `${of.zh}自${since.zh}起运行的流程与记录不一致：流程被重置，或记录曾被恢复`,
      };
    case 'read-model-differs':
      return {
        en: `what is shown of ${of.en} is not what its journal says, seen since ${since.en}`,
        zh: `${of.zh}显示的内容与记录不符，自${since.zh}起发现`,
      };
    case 'journal-gap':
      return {
        en: `facts of ${of.en} are missing in its journal, seen since ${since.en}`,
        zh: `${of.zh}的记录有缺失，自${since.zh}起发现`,
      };
    case 'step-adrift': {
      const title = titleOf(journeyId, about.step ?? '');
      return {
        en: `nothing carries “${title.en}” of ${of.en} on, seen since ${since.en}: no reminder, no hold, no meeting, nobody to accept it`,
        zh: `${of.zh}的“${title.zh}”已无人跟进，自${since.zh}起发现：没有提醒、暂停、会议或审核人`,
      };
    }
    case 'letters-late': {
      const letters = about.letters ?? 0;
      return {
        en: `${letters === 1 ? '1 letter is' : `${letters} letters are`} due since ${since.en} and not posted`,
        zh: `自${since.zh}起有${letters}封到期信函未寄出`,
      };
    }
    default:
      return assertNever(kind);
  }
}

function missing(of: Text, how: 'unknown' | 'ended' | 'disagreed', since: Text): Text {
  switch (how) {
    case 'unknown':
      return {
        en: `${of.en} goes on and Temporal knows no workflow of it, seen since ${since.en}`,
        zh: `${of.zh}的历程仍在进行，但 Temporal 中没有其流程，自${since.zh}起发现`,
      };
    case 'ended':
      return {
        en: `${of.en} goes on though its workflow was ended on ${since.en}`,
        zh: `${of.zh}的历程仍在进行，但其流程已于${since.zh}终止`,
      };
    case 'disagreed':
      return {
        en: `${of.en} goes on though its workflow stopped on ${since.en}, since it disagreed with its journal`,
        zh: `${of.zh}的历程仍在进行，但其流程因与记录不一致已于${since.zh}停止`,
      };
    default:
      return assertNever(how);
  }
}

function mendsOf({ kind, journeyId, about }: Said): FindingInWords['mends'] {
  const by = (act: RunAct, en: string, zh: string) => ({ title: { en, zh }, acts: [act], page: null });
  switch (kind) {
    case 'workflow-missing':
    case 'run-differs':
      return by('rebuild', 'Rebuild the workflow from its journal', '根据记录重建流程');
    case 'workflow-superfluous':
      return by('terminate', 'End the workflow', '终止流程');
    case 'read-model-differs':
      return by('retry', 'Try again now: it is read anew from the journal', '立即重试：根据记录重新读取');
    case 'journal-gap':
      return { title: { en: 'Restore a backup', zh: '恢复备份' }, acts: [], page: null };
    case 'step-adrift': {
      const page = `/journeys/${encodeURIComponent(journeyId)}/steps/${encodeURIComponent(about.step ?? '')}?act=agree-date`;
      return { title: { en: 'Agree another day', zh: '商定新期限' }, acts: [], page };
    }
    case 'letters-late':
      return { title: { en: 'Start the courier', zh: '启动投递进程' }, acts: [], page: null };
    default:
      return assertNever(kind);
  }
}

/** On the clock of the servers: 'Mon 30 Nov 2026, 09:45 UTC'. */
function momentText(at: Instant): Text {
  const [day, time] = [at.slice(0, 10) as Day, at.slice(11, 16)];
  return { en: `${dateInWords(day, 'en')}, ${time} UTC`, zh: `${dateInWords(day, 'zh')}${time}（UTC）` };
}
