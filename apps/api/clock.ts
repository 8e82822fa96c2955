import type { Instant } from '@citypath/calendar';
import { Injectable } from '@nestjs/common';

/** The one place where the api looks at the clock; everything else is told. */
@Injectable()
export class Clock {
  now(): Instant {
    return new Date().toISOString() as Instant;
  }
}
