import type { Asked } from '../commands/given-act';
import { assertNever } from '../assert-never';
import { plainActs } from '../journeys/plain-acts';
import type { ActTarget } from '../policies/may-act';
import type { BulkAsked } from './bulk-selection';

/** What each of the journeys is asked: the same to all. */
export interface AskedOfEach {
  target: ActTarget;
  asked: Asked;
}

/** Makes of a bulk act what one journey takes, by the same way as its own route. */
export function askedOfEach(bulk: BulkAsked): AskedOfEach {
  const target: ActTarget = 'step' in bulk ? { kind: 'step', ref: bulk.step } : { kind: 'journey' };
  return { target, asked: askedBy(bulk, { target }) };
}

function askedBy(bulk: BulkAsked, given: { target: ActTarget }): Asked {
  switch (bulk.act) {
    case 'skip':
      return plainActs.skip(given, bulk.body);
    case 'reopen':
      return plainActs.reopen(given, bulk.body);
    case 'complete':
      return plainActs.complete(given, bulk.body);
    case 'waive':
      return plainActs.waive(given, bulk.body);
    case 'agree-date':
      return plainActs['agree-date'](given, bulk.body);
    case 'go-to':
      return plainActs['go-to'](given, bulk.body);
    case 'restart-from':
      return plainActs['restart-from'](given, bulk.body);
    case 'hold':
      return plainActs.hold(given, bulk.body);
    case 'resume':
      return plainActs.resume(given, bulk.body);
    case 'withdraw':
      return plainActs.withdraw(given, bulk.body);
    case 'finish':
      return plainActs.finish(given, bulk.body);
    default:
      return assertNever(bulk);
  }
}
