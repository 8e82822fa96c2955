import { createHash } from 'node:crypto';
import { BulkActs, Texts, type HandAct, type HandActKind, type KeptBulkAct } from '@citypath/store';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import { commandHashOf, commandIdOf } from '../commands/command-identity';
import { ProblemError } from '../problems/problem-error';
import type { Reader } from '../session/reader';
import type { AskedOfEach } from './bulk-asking';
import { BulkRuns } from './bulk-runs';
import { headSeen, type Chosen } from './bulk-selection';

/** All that a bulk act begins with. */
export interface ToBegin {
  programme: string;
  chosen: readonly Chosen[];
  asked: AskedOfEach;
  /** The bulk act that is taken back by it. */
  of?: { id: string; act: string; step: string | null };
}

/** Keeps a bulk act with a command for each journey, and begins its run. */
@Injectable()
export class BulkBeginning {
  constructor(
    private readonly bulkActs: BulkActs,
    private readonly runs: BulkRuns,
    private readonly texts: Texts,
    private readonly clock: Clock,
  ) {}

  /**
   * The same key again finds the same one.
   * @param requestHash of what was asked, as it came
   * @returns its id @throws ProblemError idempotency-key-reused, and what `toBegin` has against it
   */
  async begin(
    reader: Reader,
    idempotencyKey: string,
    requestHash: string,
    toBegin: () => Promise<ToBegin>,
  ): Promise<string> {
    const id = bulkIdOf(reader.person, idempotencyKey);
    let known = await this.bulkActs.byId(id);
    if (!known) {
      await this.keep(reader, id, requestHash, await toBegin());
      known = await this.bulkActs.byId(id);
    }
    if (known?.requestHash !== requestHash) throw new ProblemError('idempotency-key-reused');
    if (known.status === 'waiting') await this.runs.begin(id, known.runs);
    return id;
  }

  /** A line of the trail about a bulk act. */
  trail(
    { person }: Reader,
    { id, programmeKey, act, words, step, details }: TrailOf,
    kind: HandActKind,
    journeys?: number,
  ): HandAct {
    const about = {
      bulkAct: id,
      act,
      step,
      ...(details.act !== undefined && { undone: details.act }),
      ...(journeys !== undefined && { journeys }),
    };
    return {
      at: this.clock.now(),
      byPerson: person,
      kind,
      programmeKey,
      about,
      words: kind === 'bulk-act-started' ? words : null,
    };
  }

  private async keep(
    reader: Reader,
    id: string,
    requestHash: string,
    { programme, chosen, asked, of }: ToBegin,
  ): Promise<void> {
    const now = this.clock.now();
    const written = Object.entries(asked.texts).filter(([, words]) => words !== undefined);
    const refs = await this.texts.putEach(
      chosen.map(({ journey }) => ({ journeyId: journey.row.id, bodies: written.map(([, words]) => words) })),
      reader.person,
      now,
    );
    const reason = written.findIndex(([name]) => name === 'reason');
    const { act, target } = asked;
    const kept = {
      id,
      programmeKey: programme,
      byPerson: reader.person,
      act,
      step: target.kind === 'step' ? target.ref : (of?.step ?? null),
      details: of ? { of: of.id, act: of.act } : {},
      words: refs[0]?.[reason] ?? null,
      requestHash,
      createdAt: now,
    };
    const rows = chosen.map(({ journey, seen }, index) => {
      const byName = new Map(written.map(([name], place) => [name, refs[index]?.[place]]));
      const { body, command, against } = asked.of(journey);
      return {
        journeyId: journey.row.id,
        commandId: commandIdOf(reader.person, journey.row.id, id),
        commandHash: commandHashOf({ act, target, body }),
        command: command((name) => refOf(byName, name)),
        onlyAtHead: headSeen(seen),
        refusal: against,
      };
    });
    await this.bulkActs.create(kept, rows, this.trail(reader, kept, 'bulk-act-started', rows.length));
  }
}

type TrailOf = Pick<KeptBulkAct, 'id' | 'programmeKey' | 'act' | 'words' | 'step' | 'details'>;

function refOf(byName: ReadonlyMap<string, string | undefined>, name: string): string {
  const ref = byName.get(name);
  if (ref === undefined) throw new Error(`No text was given for ${name}`);
  return ref;
}

function bulkIdOf(person: string, idempotencyKey: string): string {
  const hash = createHash('sha256').update(`${person}\nbulk-act\n${idempotencyKey}`).digest('base64url');
  return `b-${hash.slice(0, 20)}`;
}
