import { Client, Connection, defaultGrpcRetryOptions, makeGrpcRetryInterceptor } from '@temporalio/client';

export interface TemporalSettings {
  /** host:port */
  temporalAddress: string;
  temporalNamespace: string;
}

/** How long a call may take unless the caller says otherwise. */
const CALL_WITHIN_MS = 5_000;

const RECONNECT_WITHIN_MS = 3_000;

/** gRPC's number for "too much at once". */
const RESOURCE_EXHAUSTED = 8;

/** Tries again as the driver does, but not into a server that says it has too much to do: people are told at once. */
const retryOptions: ReturnType<typeof defaultGrpcRetryOptions> = {
  ...defaultGrpcRetryOptions(),
  retryableDecider: (attempt, status) => {
    const code: number = status.code;
    return code !== RESOURCE_EXHAUSTED && defaultGrpcRetryOptions().retryableDecider(attempt, status);
  },
};

/**
 * The way to Temporal for processes that call it. Connects at the first call; while the server is away every call
 * fails at its deadline and not after the driver's own 21 s.
 */
export class TemporalDoor {
  private constructor(
    private readonly connection: Connection,
    /** Call it inside `within`. */
    readonly client: Client,
  ) {}

  /** @returns at once, whether the server is there or not */
  static open(settings: TemporalSettings): TemporalDoor {
    const connection = Connection.lazy({
      address: settings.temporalAddress,
      // The driver's own pause grows to two minutes: a server that is back would be found long after people came back.
      channelArgs: { 'grpc.max_reconnect_backoff_ms': RECONNECT_WITHIN_MS },
      interceptors: [makeGrpcRetryInterceptor(retryOptions)],
    });
    return new TemporalDoor(connection, new Client({ connection, namespace: settings.temporalNamespace }));
  }

  /** Calls Temporal, and gives up after so many milliseconds with a gRPC error DEADLINE_EXCEEDED. */
  async within<Result>(call: (client: Client) => Promise<Result>, limitMs = CALL_WITHIN_MS): Promise<Result> {
    return this.connection.withDeadline(Date.now() + limitMs, () => call(this.client));
  }

  /** @returns whether the server answers and knows the namespace */
  async answers(limitMs = 1_000): Promise<boolean> {
    const { namespace } = this.client.options;
    try {
      await this.within((client) => client.workflowService.describeNamespace({ namespace }), limitMs);
      return true;
    } catch {
      return false;
    }
  }

  async close(): Promise<void> {
    await this.connection.close();
  }
}
