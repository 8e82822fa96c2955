import type { RecordRequest } from '@citypath/workflows/activities';
import type { ActResult, CityJourneyInput } from '@citypath/workflows/messages';
import type { Payload, PayloadCodec } from '@temporalio/common';

/** What a run gives away: facts to be recorded, answers to commands, and the state that the next run begins with. */
export interface RunPayloads {
  records: RecordRequest[];
  answers: ActResult[];
  nextRuns: CityJourneyInput[];
}

/** A codec that changes nothing and keeps what a replayed run gives away. */
export class PayloadWitness implements PayloadCodec {
  readonly seen: RunPayloads = { records: [], answers: [], nextRuns: [] };

  encode(payloads: Payload[]): Promise<Payload[]> {
    for (const { data } of payloads) {
      if (data && data.length > 0) keep(this.seen, JSON.parse(Buffer.from(data).toString('utf8')));
    }
    return Promise.resolve(payloads);
  }

  decode(payloads: Payload[]): Promise<Payload[]> {
    return Promise.resolve(payloads);
  }
}

/** What a run gave away when its history was recorded. */
export function payloadsOf(history: unknown): RunPayloads {
  const given: RunPayloads = { records: [], answers: [], nextRuns: [] };
  const events = (history as { events: RecordedEvent[] }).events;
  for (const event of events) {
    const payloads =
      event.activityTaskScheduledEventAttributes?.input?.payloads ??
      event.workflowExecutionUpdateCompletedEventAttributes?.outcome?.success?.payloads ??
      event.workflowExecutionContinuedAsNewEventAttributes?.input?.payloads ??
      [];
    for (const { data } of payloads) {
      if (data) keep(given, JSON.parse(Buffer.from(data, 'base64').toString('utf8')));
    }
  }
  return given;
}

/** Of an event of a history in JSON, what holds payloads. */
interface RecordedEvent {
  activityTaskScheduledEventAttributes?: { input?: RecordedPayloads };
  workflowExecutionUpdateCompletedEventAttributes?: { outcome?: { success?: RecordedPayloads } };
  workflowExecutionContinuedAsNewEventAttributes?: { input?: RecordedPayloads };
}
interface RecordedPayloads {
  /** Base64; a run that gives back nothing has a payload without data. */
  payloads: { data?: string }[];
}

function keep(kept: RunPayloads, value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  if ('afterSeq' in value) kept.records.push(value as RecordRequest);
  else if ('repeated' in value) kept.answers.push(value as ActResult);
  else if ('definition' in value) kept.nextRuns.push(value as CityJourneyInput);
}
