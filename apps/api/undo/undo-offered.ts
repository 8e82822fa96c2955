import type { Instant } from '@citypath/calendar';
import type { ActOffered } from '@citypath/contracts';
import { judge, type Fact } from '@citypath/journey';
import { actTitle } from '../journeys/act-titles';
import type { KnownJourney } from '../journeys/journey-reader';
import { mayAct } from '../policies/may-act';
import type { Reader } from '../session/reader';

/** How the act that began with a fact is taken back; null where the reader may not, or the rules would refuse it now. */
export function undoOffered(
  { commandId, seq, kind }: Fact,
  journey: KnownJourney,
  reader: Reader,
  now: Instant,
): ActOffered | null {
  const { context, state, row } = journey;
  if (state.ended?.command === commandId) return readmissionOffered(kind, journey, reader);
  if (!state.undoables?.some((act) => act.commandId === commandId && act.seq === seq)) return null;
  if (!mayAct(context, state, reader, 'undo', { kind: 'journey' }).may) return null;
  const stamp = { id: 'dry', hash: '', by: null, onBehalfOf: null, now };
  if (judge(context, state, { kind: 'undo', act: commandId, reason: '' }, stamp).kind === 'refused') return null;
  return {
    act: 'undo',
    href: `/api/v1/journeys/${row.id}/acts/${commandId}/undo`,
    step: null,
    seat: null,
    title: actTitle('undo', { en: '', zh: '' }),
    causes: {
      en: 'everything stands as it did before this act; letters that have gone are not called back',
      zh: '恢复到此操作之前的状态；已发出的信件无法收回',
    },
    onBehalfOf: null,
    main: true,
  };
}

/** An end is taken back by taking the city in again, however long ago it was. */
function readmissionOffered(
  kind: Fact['kind'],
  { context, state, row }: KnownJourney,
  reader: Reader,
): ActOffered | null {
  if (kind !== 'withdrawn' && kind !== 'finished') return null;
  if (!mayAct(context, state, reader, 'readmit', { kind: 'journey' }).may) return null;
  return {
    act: 'readmit',
    href: `/api/v1/journeys/${row.id}/readmission`,
    step: null,
    seat: null,
    title: actTitle('readmit', { en: '', zh: '' }),
    causes: {
      en: 'it goes on where it stood; its clocks stood still meanwhile',
      zh: '从结束时的状态继续；其间不计时',
    },
    onBehalfOf: null,
    main: true,
  };
}
