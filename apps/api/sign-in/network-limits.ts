import { Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { ProblemError } from '../problems/problem-error';
import { networkOf } from './network-of';

/** What one network may do within a quarter of an hour. An office behind one address has a few dozen people. */
const WITHIN_SECONDS = 15 * 60;
const MOST_ASKED = 60;
const MOST_TRIED = 120;

/**
 * Limits a network at the door. Kept in memory: it holds back floods, and costs no statement while it does. What must
 * hold in any case (letters to one address, guesses of one code) is counted in the records.
 */
@Injectable()
export class NetworkLimits {
  private readonly asking = new RateLimiterMemory({ points: MOST_ASKED, duration: WITHIN_SECONDS });
  private readonly trying = new RateLimiterMemory({ points: MOST_TRIED, duration: WITHIN_SECONDS });

  /** Counts an asked-for letter. @throws ProblemError too-many-requests */
  asks(address: string | undefined): Promise<void> {
    return this.count(this.asking, address);
  }

  /** Counts a link or code. @throws ProblemError too-many-requests */
  tries(address: string | undefined): Promise<void> {
    return this.count(this.trying, address);
  }

  private async count(limiter: RateLimiterMemory, address: string | undefined): Promise<void> {
    try {
      await limiter.consume(networkOf(address));
    } catch (reached) {
      if (!(reached instanceof RateLimiterRes)) throw reached;
      const retryAfterSeconds = Math.max(1, Math.ceil(reached.msBeforeNext / 1_000));
      const minutes = Math.ceil(retryAfterSeconds / 60);
      throw new ProblemError('too-many-requests', { retryAfterSeconds, params: { minutes } });
    }
  }
}
