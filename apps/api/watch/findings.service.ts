import type { FindingsResponse } from '@citypath/contracts';
import { findingInWords } from '@citypath/letters';
import { Findings, type Instant, type KeptFinding } from '@citypath/store';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import { StepTitles } from './step-titles';

/** It looks every five minutes. */
const OVERDUE_AFTER_MS = 12 * 60_000;
const GONE_SHOWN_FOR_MS = 24 * 60 * 60_000;
const MOST_SHOWN = 500;

/** What the watch has found, in words. */
@Injectable()
export class FindingsService {
  constructor(
    private readonly findings: Findings,
    private readonly titles: StepTitles,
    private readonly clock: Clock,
  ) {}

  async list(): Promise<FindingsResponse> {
    const now = this.clock.now();
    const [look, kept] = [
      await this.findings.lastLook(),
      await this.findings.list(before(now, GONE_SHOWN_FOR_MS), MOST_SHOWN),
    ];
    const titles = await this.titles.of(kept.filter(hasStep).map(({ journeyId }) => journeyId));
    return {
      lookedAt: look?.at ?? null,
      overdue: look !== null && look.at < before(now, OVERDUE_AFTER_MS),
      journeys: look?.journeys ?? 0,
      findings: kept.map((found) => {
        const { id, kind, journeyId, inRecords, city, sinceAt, goneAt } = found;
        const said = findingInWords(found, titles);
        return { id, kind, inRecords, city, sinceAt, goneAt, journeyId: journeyId === '' ? null : journeyId, ...said };
      }),
    };
  }
}

function hasStep({ about }: KeptFinding): boolean {
  return about.step !== undefined;
}

function before(now: Instant, ms: number): Instant {
  return new Date(Date.parse(now) - ms).toISOString() as Instant;
}
