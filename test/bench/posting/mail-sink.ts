import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** What a sink says when it is asked. */
export interface SinkCount {
  taken: number;
  /** Message-IDs that came more than once. */
  twice: number;
}

/** A mail server in a process of its own that takes everything and only counts. */
export class MailSink {
  private constructor(
    private readonly process: ChildProcess,
    readonly url: string,
  ) {}

  static async open(): Promise<MailSink> {
    const process = fork(require.resolve('./mail-sink-process'), [], { execArgv: [] });
    const [port] = (await once(process, 'message')) as [number];
    return new MailSink(process, `smtp://127.0.0.1:${port}`);
  }

  async count(): Promise<SinkCount> {
    this.process.send('count');
    const [count] = (await once(this.process, 'message')) as [SinkCount];
    return count;
  }

  /** Forgets what it took. */
  async empty(): Promise<void> {
    this.process.send('empty');
    await once(this.process, 'message');
  }

  async close(): Promise<void> {
    this.process.kill();
    await once(this.process, 'exit');
  }
}
