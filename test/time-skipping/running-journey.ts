import { presumedReport, type Command, type JourneyState } from '@citypath/journey';
import { act, stateOf, type ActRequest, type ActResult, type CityJourneyInput } from '@citypath/workflows/messages';
import { WorkflowUpdateFailedError, type WorkflowClient, type WorkflowHandle } from '@temporalio/client';
import { ApplicationFailure, defaultPayloadConverter } from '@temporalio/common';
import type { temporal } from '@temporalio/proto';

type History = temporal.api.history.v1.IHistory;
type HistoryEvent = temporal.api.history.v1.IHistoryEvent;

/** A journey in the house, by its id: whichever of its runs is the newest. */
export class RunningJourney {
  private commands = 0;

  constructor(
    private readonly client: WorkflowClient,
    readonly id: string,
    private readonly firstRunId: string,
  ) {}

  get handle(): WorkflowHandle {
    return this.client.getHandle(this.id);
  }

  /** Gives it a command, as the api does; `stamp` where its id or author matters. */
  act(command: Command, stamp: Partial<ActRequest['stamp']> = {}): Promise<ActResult> {
    this.commands += 1;
    const id = `${this.id}-${command.kind}-${this.commands}`;
    const full = { id, hash: command.kind, by: 'p-officer', onBehalfOf: null, ...stamp };
    return this.handle.executeUpdate(act, { updateId: full.id, args: [{ command, stamp: full }] });
  }

  /** Hands in a step's document. */
  submit(step: string): Promise<ActResult> {
    return this.act({ kind: 'submit', step, evidence: { text: 't-document', keys: ['document'] } });
  }

  /** Accepts what was handed in. */
  accept(step: string): Promise<ActResult> {
    return this.act({ kind: 'accept', step }, { by: 'p-manager' });
  }

  /** Tells it, as the courier does each morning, that what its ladders wait for was delivered on its day. */
  async postDelivers(): Promise<void> {
    const report = presumedReport(await this.state());
    if (report) await this.act(report, { by: null });
  }

  state(): Promise<JourneyState> {
    return this.handle.query(stateOf);
  }

  /** Ends it from outside, if it has not ended by itself. */
  async terminate(): Promise<void> {
    const { status } = await this.handle.describe();
    if (status.name === 'RUNNING') await this.handle.terminate('the story is over');
  }

  /** The histories of its runs, oldest first. */
  async histories(): Promise<History[]> {
    const histories: History[] = [];
    for (let runId: string | null | undefined = this.firstRunId; runId;) {
      const history = await this.client.getHandle(this.id, runId).fetchHistory();
      histories.push(history);
      runId = history.events?.at(-1)?.workflowExecutionContinuedAsNewEventAttributes?.newExecutionRunId;
    }
    return histories;
  }

  /** What its runs began with, oldest first. */
  async inputs(): Promise<CityJourneyInput[]> {
    return (await this.histories()).map((history) => {
      const [payload] = history.events?.[0]?.workflowExecutionStartedEventAttributes?.input?.payloads ?? [];
      return defaultPayloadConverter.fromPayload<CityJourneyInput>(payload ?? {});
    });
  }

  /** How often something happened in all its runs together, by the name of the event's attributes. */
  async count(attributes: keyof HistoryEvent): Promise<number> {
    const events = (await this.histories()).flatMap((history) => history.events ?? []);
    return events.filter((event) => event[attributes] != null).length;
  }
}

/** The type and the message by which a command was refused; throws when it was not. */
export async function refusalOf(command: Promise<ActResult>): Promise<string> {
  const error = await command.then(
    () => new Error('The command was accepted.'),
    (reason: unknown) => reason,
  );
  if (error instanceof WorkflowUpdateFailedError && error.cause instanceof ApplicationFailure) {
    return error.cause.type ?? '';
  }
  throw error;
}
