import type { Day } from '@citypath/calendar';
import type {
  agreeDateRequest,
  completeRequest,
  finishRequest,
  goToRequest,
  holdRequest,
  readmitRequest,
  reassignRequest,
  reopenRequest,
  restartFromRequest,
  resumeRequest,
  scheduleEventRequest,
  skipRequest,
  waiveRequest,
  withdrawRequest,
} from '@citypath/contracts';
import type { z } from 'zod';
import type { Asked, GivenAct } from '../commands/given-act';
import { stepOf } from './target-of';

/** What of an act its command is made from. */
type Given = Pick<GivenAct, 'target'>;

/** Acts that ask for nothing but their body: given to one journey by its own route, or to many at once. */
export const plainActs = {
  skip: (given: Given, body: z.output<typeof skipRequest>): Asked => ({
    body,
    texts: { reason: body.reason },
    command: (ref) => ({ kind: 'skip', step: stepOf(given), reason: ref('reason') }),
  }),

  reopen: (given: Given, body: z.output<typeof reopenRequest>): Asked => ({
    body,
    texts: { reason: body.reason },
    command: (ref) => ({ kind: 'reopen', step: stepOf(given), reason: ref('reason') }),
  }),

  complete: (given: Given, body: z.output<typeof completeRequest>): Asked => {
    const { happenedOn, reason, items } = body;
    return {
      body,
      texts: { reason },
      command: (ref) => ({
        kind: 'complete',
        step: stepOf(given),
        happenedOn: happenedOn as Day | null,
        ...(reason !== undefined && { reason: ref('reason') }),
        ...(items && { items }),
      }),
    };
  },

  waive: (given: Given, body: z.output<typeof waiveRequest>): Asked => {
    const { reason, proof } = body;
    return {
      body,
      texts: { reason, proof },
      command: (ref) => ({
        kind: 'waive',
        step: stepOf(given),
        reason: ref('reason'),
        ...(proof !== undefined && { proof: ref('proof') }),
      }),
    };
  },

  'agree-date': (given: Given, body: z.output<typeof agreeDateRequest>): Asked => {
    const { dueOn, reason, planned } = body;
    return {
      body,
      texts: { reason },
      command: (ref) => ({
        kind: 'agree-date',
        step: stepOf(given),
        dueOn: dueOn as Day,
        reason: ref('reason'),
        planned,
      }),
    };
  },

  'go-to': (given: Given, body: z.output<typeof goToRequest>): Asked => ({
    body,
    texts: { reason: body.reason },
    command: (ref) => ({ kind: 'go-to', step: stepOf(given), reason: ref('reason') }),
  }),

  'restart-from': (given: Given, body: z.output<typeof restartFromRequest>): Asked => ({
    body,
    texts: { reason: body.reason },
    command: (ref) => ({ kind: 'restart-from', step: stepOf(given), reason: ref('reason') }),
  }),

  reassign: (given: Given, body: z.output<typeof reassignRequest>): Asked => ({
    body,
    texts: { reason: body.reason },
    command: (ref) => ({ kind: 'reassign', step: stepOf(given), seat: body.seat, reason: ref('reason') }),
  }),

  'schedule-event': (given: Given, body: z.output<typeof scheduleEventRequest>): Asked => {
    const { on, time, place } = body;
    return {
      body,
      texts: { place },
      command: (ref) => ({
        kind: 'schedule-event',
        step: stepOf(given),
        on: on as Day | null,
        ...(time !== undefined && { time }),
        ...(place !== undefined && { place: ref('place') }),
      }),
    };
  },

  hold: (_given: Given, body: z.output<typeof holdRequest>): Asked => {
    const { awaiting, reason, untilOn } = body;
    return {
      body,
      texts: { awaiting, reason },
      command: (ref) => ({
        kind: 'hold',
        awaiting: ref('awaiting'),
        reason: ref('reason'),
        untilOn: untilOn as Day,
      }),
    };
  },

  resume: (_given: Given, body: z.output<typeof resumeRequest>): Asked => ({
    body,
    texts: { reason: body.reason },
    command: (ref) => ({ kind: 'resume', reason: ref('reason') }),
  }),

  withdraw: (_given: Given, body: z.output<typeof withdrawRequest>): Asked => ({
    body,
    texts: { reason: body.reason },
    command: (ref) => ({ kind: 'withdraw', reason: ref('reason') }),
  }),

  finish: (_given: Given, body: z.output<typeof finishRequest>): Asked => {
    const { reason } = body;
    return {
      body,
      texts: { reason },
      command: (ref) => ({ kind: 'finish', ...(reason !== undefined && { reason: ref('reason') }) }),
    };
  },

  readmit: (_given: Given, body: z.output<typeof readmitRequest>): Asked => ({
    body,
    texts: { reason: body.reason },
    command: (ref) => ({ kind: 'readmit', reason: ref('reason') }),
  }),
};
