import type { JourneyRecovery } from './recover-journey';
import type { Recovered } from './recover';

const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`;

const BECAUSE: Record<NonNullable<JourneyRecovery['because']>, string> = {
  'history-gone': 'Temporal does not keep its history any more',
  disagrees: 'its histories tell otherwise than its journal',
  'city-unknown': 'its city is not in the records: add it, restore and recover again',
  'edition-unknown': 'the programme or the calendar that it goes by is not kept anywhere',
};

/** What was recovered, what was not, and what nobody can recover from histories. */
export function recoveredInWords(recovered: Recovered): string {
  const { dryRun, backupOf, facts, journeys, runs, presumedSent, wouldBePresumedSent } = recovered;
  const brought = journeys.filter((journey) => journey.recovered > 0);
  const letters = presumedSent?.length ?? wouldBePresumedSent ?? 0;
  return [
    dryRun ? 'Nothing was changed. What a recovery would do:' : `The records of ${backupOf} are recovered:`,
    `  ${counted(facts, 'fact')} of ${counted(brought.length, 'journey')} from the histories of their workflows:`,
    ...brought.map((journey) => `     ${lineOf(journey)}`),
    ...missingLines(journeys.filter(({ because }) => because !== null)),
    `  ${counted(runs['goes-on'], 'workflow')} ${runs['goes-on'] === 1 ? 'goes' : 'go'} on, ${runs['is-rebuilt']} ${dryRun ? 'would be' : 'were'} rebuilt.`,
    `  ${counted(letters, 'letter')} that fell due by now may have gone before: presumed sent, and never posted by ${letters === 1 ? 'itself' : 'themselves'}.`,
    '     The page “Letters” lists them (not known whether it arrived); each can be sent from there.',
    '  Not in any history: people and their addresses, who holds the seats of programmes, the words of reasons, comments',
    '     and answers, papers’ entries, imports, calendars and letters by hand after that moment. Enter them again.',
    ...(dryRun ? [] : ['Letters go again. Everybody signs in anew.']),
  ].join('\n');
}

function lineOf({ journey, recovered, unknownPeople, lostWords }: JourneyRecovery): string {
  const people =
    unknownPeople.length > 0 ? `; names people who are not in the records: ${unknownPeople.join(', ')}` : '';
  const words = lostWords > 0 ? `; the words of ${counted(lostWords, 'text')} are lost` : '';
  return `${journey}: ${counted(recovered, 'fact')}${people}${words}`;
}

function missingLines(journeys: readonly JourneyRecovery[]): string[] {
  if (journeys.length === 0) return ['  Of no journey is anything known to be missing.'];
  return [
    `  NOT recovered, of ${counted(journeys.length, 'journey')}:`,
    ...journeys.map(({ journey, because, missing }) => {
      const which = missing === null ? 'whatever followed' : `facts ${missing.fromSeq} to ${missing.untilSeq}`;
      return `     ${journey}: ${which}, since ${because === null ? 'of something' : BECAUSE[because]}`;
    }),
  ];
}
