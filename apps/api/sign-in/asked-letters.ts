import { SignInRequests, type AskedSignIn } from '@citypath/store';
import { Injectable } from '@nestjs/common';
import { ProblemError } from '../problems/problem-error';

interface Waiting {
  asked: AskedSignIn;
  written: () => void;
  failed: (error: unknown) => void;
}

/** More than a flood brings while one statement runs: whoever comes then is asked to come again. */
const MOST_WAITING = 2_000;

/**
 * Writes down who asked to sign in: what comes while one statement runs goes into the next one, together. A flood of
 * askers then takes one connection and a few statements a second, and leaves the others to those who work.
 */
@Injectable()
export class AskedLetters {
  private waiting: Waiting[] = [];
  private isWriting = false;

  constructor(private readonly requests: SignInRequests) {}

  /** Resolves when it is written. @throws ProblemError sign-in-busy, and whatever the database says */
  async write(asked: AskedSignIn): Promise<void> {
    if (this.waiting.length >= MOST_WAITING) throw new ProblemError('sign-in-busy', { retryAfterSeconds: 5 });
    const written = new Promise<void>((resolve, reject) => {
      this.waiting.push({ asked, written: resolve, failed: reject });
    });
    if (!this.isWriting) void this.writeAll();
    return written;
  }

  private async writeAll(): Promise<void> {
    this.isWriting = true;
    while (this.waiting.length > 0) {
      const together = this.waiting;
      this.waiting = [];
      try {
        await this.requests.ask(together.map(({ asked }) => asked));
        for (const { written } of together) written();
      } catch (error) {
        for (const { failed } of together) failed(error);
      }
    }
    this.isWriting = false;
  }
}
