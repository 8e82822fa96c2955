import type { PaperShort } from '@citypath/contracts';
import { finishUpload } from '../../api/papers';
import { failureOf } from '../../api/problem-error';
import { beginTransfer, forgetTransfer, type Transfer } from './transfer';

/** A file on its way, as the form shows it. */
export interface UploadItem {
  key: string;
  /** Of the field that it was added to. */
  pointer: string;
  name: string;
  sizeBytes: number;
  sentBytes: number;
  state:
    | 'sending'
    | 'paused'
    /** All bytes have arrived, and the file is being looked at. */
    | 'checking'
    /** It may be tried again: no answer, or a part of the house is away. */
    | 'stopped'
    /** It will not be taken, whatever is tried. */
    | 'refused';
  /** Why it stopped or was refused, in the reader's language; null: no answer came. */
  reason: string | null;
}

interface Running {
  file: File;
  evidence: string;
  transfer: Transfer | null;
  /** Where its bytes lie once all have arrived. */
  arrivedAt: string | null;
}

/** The files of one form on their way up, several at once. What has arrived is handed over and leaves the queue. */
export class UploadQueue {
  private items: readonly UploadItem[] = [];
  private readonly running = new Map<string, Running>();
  private readonly listeners = new Set<() => void>();
  private count = 0;

  /**
   * @param endpoint where uploads of this step begin, from the root
   * @param arrived told each paper with the pointer of its field
   */
  constructor(
    private readonly endpoint: string,
    private readonly arrived: (pointer: string, paper: PaperShort) => void,
  ) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): readonly UploadItem[] => this.items;

  add(pointer: string, evidence: string, files: readonly File[]): void {
    for (const file of files) {
      this.count += 1;
      const key = `${pointer}#${this.count}`;
      const { name, size: sizeBytes } = file;
      this.items = [...this.items, { key, pointer, name, sizeBytes, sentBytes: 0, state: 'sending', reason: null }];
      this.running.set(key, { file, evidence, transfer: null, arrivedAt: null });
      this.go(key);
    }
    this.tell();
  }

  pause(key: string): void {
    this.running.get(key)?.transfer?.pause();
    this.change(key, { state: 'paused' });
  }

  /** Goes on where it stopped. */
  go(key: string): void {
    const running = this.running.get(key);
    if (!running) return;
    if (running.arrivedAt !== null) {
      void this.finish(key, running, running.arrivedAt);
      return;
    }
    this.change(key, { state: 'sending', reason: null });
    const { file, evidence } = running;
    running.transfer = beginTransfer(
      { endpoint: this.endpoint, evidence, file },
      {
        progressed: (sentBytes) => this.change(key, { sentBytes }),
        stopped: (failure) =>
          this.change(key, { state: failure.isFinal ? 'refused' : 'stopped', reason: failure.reason }),
        arrived: (uploadUrl) => {
          running.arrivedAt = uploadUrl;
          void this.finish(key, running, uploadUrl);
        },
      },
    );
  }

  /** Takes a file away, also what has arrived of it. */
  remove(key: string): void {
    const running = this.running.get(key);
    this.running.delete(key);
    running?.transfer?.giveUp();
    this.items = this.items.filter((item) => item.key !== key);
    this.tell();
  }

  /** The form is gone: nothing goes on behind it. What was sent is kept, and goes on when the file is added again. */
  stop(): void {
    for (const { transfer } of this.running.values()) transfer?.pause();
  }

  private async finish(key: string, running: Running, uploadUrl: string): Promise<void> {
    this.change(key, { state: 'checking', sentBytes: running.file.size, reason: null });
    try {
      const paper = await finishUpload(uploadUrl);
      await forgetTransfer(this.endpoint, running);
      const item = this.items.find((one) => one.key === key);
      if (!item) return;
      this.running.delete(key);
      this.items = this.items.filter((one) => one.key !== key);
      this.arrived(item.pointer, paper);
      this.tell();
    } catch (error) {
      const failure = failureOf(error);
      const isFinal = failure.kind === 'problem' && failure.problem.status < 500 && failure.problem.status !== 401;
      if (isFinal) await forgetTransfer(this.endpoint, running);
      const reason = failure.kind === 'problem' ? failure.problem.detail : null;
      this.change(key, { state: isFinal ? 'refused' : 'stopped', reason });
    }
  }

  private change(key: string, change: Partial<UploadItem>): void {
    this.items = this.items.map((item) => (item.key === key ? { ...item, ...change } : item));
    this.tell();
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}
