import { emptyState, fold, lettersDue } from '@citypath/journey';
import { Journeys } from '@citypath/store';
import type { House } from '../support/house';
import { runningState } from './running-state';

/**
 * What must hold whatever was killed: every sequence number once; the run, the read model and the journal say the same;
 * every letter that a fact caused was taken by the mail server once, or is listed `unknown` and was taken once at most.
 */
export async function expectNothingLost(house: House, journeyId: string): Promise<void> {
  await expectOneStory(house, journeyId);
  await expectEachLetterOnce(house, journeyId);
}

async function expectOneStory(house: House, journeyId: string): Promise<void> {
  const facts = await house.factsOf(journeyId);
  expect(facts.map(({ seq }) => seq)).toEqual(facts.map((_, index) => index + 1));
  const folded = fold(emptyState(journeyId), facts);
  expect(await runningState(house, journeyId)).toEqual(folded);
  const readModel = await new Journeys(house.dataSource).byId(journeyId);
  expect(readModel).toMatchObject({ head: facts.length, stale: false, state: folded });
}

async function expectEachLetterOnce(house: House, journeyId: string): Promise<void> {
  const inWords = ({ seq, kind, seat }: { seq: number; kind: string; seat: string }) => `${seq} ${kind} → ${seat}`;
  const all = await house.ledger();
  const ledger = all.filter((letter) => letter.journeyId === journeyId);
  const caused = (await house.factsOf(journeyId)).flatMap(lettersDue);
  expect(ledger.map(inWords).sort()).toEqual(caused.map(inWords).sort());

  const ids = (...statuses: string[]) =>
    all.filter(({ status }) => statuses.includes(status)).map(({ messageId }) => messageId);
  expect(ledger.filter(({ status }) => status !== 'accepted' && status !== 'unknown')).toEqual([]);
  const taken = house.inbox.messages().map(({ messageId }) => messageId);
  expect(taken.filter((id, index) => taken.indexOf(id) !== index)).toEqual([]);
  expect(ids('accepted').filter((id) => !taken.includes(id))).toEqual([]);
  expect(taken.filter((id) => !ids('accepted', 'unknown').includes(id))).toEqual([]);
}
