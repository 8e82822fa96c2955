import type { CalendarData } from '@citypath/calendar';
import { NEWEST_RULES, type ProgrammeDefinition, type RuleContext } from '@citypath/journey';
import { Calendars, Definitions } from '@citypath/store';
import { Injectable } from '@nestjs/common';

interface Pins {
  definitionHash: string;
  calendarHash: string;
}

/**
 * Definitions and calendars by the hash that journeys are pinned to. What has a hash never changes, so it is kept
 * for the life of the process; a pair always gives the same context, and what the rules compute from one is kept too.
 */
@Injectable()
export class PinnedData {
  private readonly definitions = new Map<string, ProgrammeDefinition>();
  private readonly calendars = new Map<string, CalendarData>();
  private readonly contexts = new Map<string, RuleContext>();

  constructor(
    private readonly definitionStore: Definitions,
    private readonly calendarStore: Calendars,
  ) {}

  /** Fetches what is not here yet: at most two statements, and none once it is warm. */
  async load(pins: readonly Pins[]): Promise<void> {
    const definitions = missing(this.definitions, pins, 'definitionHash');
    const calendars = missing(this.calendars, pins, 'calendarHash');
    if (definitions.length > 0) keep(this.definitions, await this.definitionStore.byHashes(definitions));
    if (calendars.length > 0) keep(this.calendars, await this.calendarStore.byHashes(calendars));
  }

  /** What rules read of a journey, after {@link load}. @throws Error when the records lack a pinned edition. */
  context({ definitionHash, calendarHash }: Pins): RuleContext {
    const key = `${definitionHash}/${calendarHash}`;
    const known = this.contexts.get(key);
    if (known) return known;
    const definition = this.definitions.get(definitionHash);
    const calendar = this.calendars.get(calendarHash);
    if (!definition || !calendar) throw new Error(`Not in the records: definition or calendar of ${key}`);
    const context: RuleContext = { rules: NEWEST_RULES, definition, calendar };
    this.contexts.set(key, context);
    return context;
  }
}

function missing(known: ReadonlyMap<string, unknown>, pins: readonly Pins[], key: keyof Pins): string[] {
  return [...new Set(pins.map((pin) => pin[key]))].filter((hash) => !known.has(hash));
}

function keep<Body>(known: Map<string, Body>, found: ReadonlyMap<string, Body>): void {
  for (const [hash, body] of found) known.set(hash, body);
}
