import type { Readable } from 'node:stream';
import type { EvidenceAnswers, PaperShort } from '@citypath/contracts';
import type { JourneyId, StepRef } from '@citypath/journey';
import { PaperStoreFault, sha256Of } from '@citypath/runtime';
import { restFromReading, Papers, People, type Paper } from '@citypath/store';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import type { GivenAct } from '../commands/given-act';
import { JourneyReader } from '../journeys/journey-reader';
import { personShort } from '../people/person-short';
import { maySeeStep } from '../policies/may-see';
import { ProblemError } from '../problems/problem-error';
import type { Reader } from '../session/reader';
import { inspectPaper } from './inspect-paper';
import { PaperRooms } from './paper-rooms';
import { paperShort } from './paper-short';
import type { StagedUpload } from './uploads';

type Given = Pick<GivenAct, 'journey' | 'target' | 'actor'>;

/** What becomes of uploads, and who reads them afterwards. */
@Injectable()
export class PapersService {
  private readonly finishing = new Map<string, Promise<Paper>>();

  constructor(
    private readonly papers: Papers,
    private readonly people: People,
    private readonly journeys: JourneyReader,
    private readonly rooms: PaperRooms,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes a paper of an upload that is whole: looks at it, has it scanned, moves it into the store, and notes it. Asked
   * again it gives the same paper; what failed for a passing reason goes on from the bytes that are here.
   */
  async finish(given: Given, id: string): Promise<PaperShort> {
    const { uploads } = await this.rooms.open();
    const noted = await this.papers.byId(id);
    if (noted && (noted.journeyId !== given.journey.row.id || noted.stepRef !== stepOf(given)))
      throw new ProblemError('upload-unknown');
    const paper = noted ?? (await this.oneAtATime(id, async () => this.take(given, await uploads.find(given, id))));
    const [by] = await this.people.byIds(paper.byPerson === null ? [] : [paper.byPerson]);
    return paperShort(paper, by ? personShort(by) : null);
  }

  /**
   * @returns the paper and its bytes
   * @throws ProblemError paper-unknown, also to those who may not see the step; paper-store-away
   */
  async read(reader: Reader, id: string): Promise<{ paper: Paper; bytes: Readable }> {
    const paper = await this.papers.byId(id);
    if (!paper) throw new ProblemError('paper-unknown');
    const journey = await this.journeys.byId(reader, paper.journeyId).catch((error: unknown) => {
      // Whose paper it is would say that it is there.
      throw error instanceof ProblemError ? new ProblemError('paper-unknown', { cause: error }) : error;
    });
    if (!maySeeStep(reader, journey, paper.stepRef)) throw new ProblemError('paper-unknown');
    // The store may be slow, and so may the line that the bytes go over: nothing more is read.
    await restFromReading();
    const { store } = await this.rooms.open();
    const bytes = await store.open(keyOf(paper)).catch(rethrowStoreFault);
    if (!bytes) throw new ProblemError('paper-store-away', { retryAfterSeconds: 30 });
    return { paper, bytes };
  }

  /** One statement, none without papers. @throws ProblemError paper-not-of-this-step, naming each evidence */
  async requireForStep(journeyId: JourneyId, step: StepRef, answers: EvidenceAnswers): Promise<void> {
    const named = Object.entries(answers).flatMap(([key, answer]) =>
      answer.kind === 'document' ? (answer.papers ?? []).map((id) => ({ key, id })) : [],
    );
    const known = new Map((await this.papers.byIds(named.map(({ id }) => id))).map((paper) => [paper.id, paper]));
    const wrong = named.filter(({ key, id }) => {
      const paper = known.get(id);
      return paper?.journeyId !== journeyId || paper.stepRef !== step || paper.evidenceKey !== key;
    });
    if (wrong.length === 0) return;
    throw new ProblemError('paper-not-of-this-step', {
      errors: wrong.map(({ key }) => ({ pointer: `/evidence/${key}/papers`, code: 'paper-not-of-this-step' })),
    });
  }

  /** Two requests for one upload (an impatient finger) are one. */
  private oneAtATime(id: string, take: () => Promise<Paper>): Promise<Paper> {
    const running = this.finishing.get(id) ?? take().finally(() => this.finishing.delete(id));
    this.finishing.set(id, running);
    return running;
  }

  private async take({ actor }: Given, upload: StagedUpload): Promise<Paper> {
    const { staged, store, scanner } = await this.rooms.open();
    const { id, purpose, sizeBytes } = upload;
    const file = staged.pathOf(id);
    if (!upload.isWhole) throw new ProblemError('upload-unfinished');
    const kind = await this.orDiscard(id, () => inspectPaper(file, purpose.name));
    const signature = (await scanner?.scan(file)) ?? null;
    if (signature !== null) {
      await staged.discard(id);
      throw new ProblemError('paper-infected', { params: { name: purpose.name, signature } });
    }
    const sha256 = await sha256Of(file);
    const paper = {
      id,
      journeyId: purpose.journey,
      stepRef: purpose.step,
      round: purpose.round,
      evidenceKey: purpose.evidence,
      name: purpose.name,
      kind,
      sizeBytes,
      sha256,
      byPerson: actor.person,
      uploadedAt: this.clock.now(),
      scanned: scanner !== null,
    };
    await store.put(keyOf(paper), { file, sizeBytes, sha256 }).catch(rethrowStoreFault);
    // Noted last: a paper that is known is there. Bytes without a note are overwritten when this is asked again.
    const noted = await this.papers.add(paper);
    await staged.discard(id);
    return noted;
  }

  /** What was refused for what it holds will never be taken, so it does not stay. */
  private async orDiscard<Found>(id: string, look: () => Promise<Found>): Promise<Found> {
    try {
      return await look();
    } catch (error) {
      if (error instanceof ProblemError) await (await this.rooms.open()).staged.discard(id);
      throw error;
    }
  }
}

function keyOf({ journeyId, id }: Pick<Paper, 'journeyId' | 'id'>): string {
  return `${journeyId}/${id}`;
}

function stepOf({ target }: Given): StepRef | null {
  return target.kind === 'step' ? target.ref : null;
}

function rethrowStoreFault(error: unknown): never {
  if (!(error instanceof PaperStoreFault)) throw error;
  throw new ProblemError(error.kind === 'full' ? 'paper-store-full' : 'paper-store-away', {
    retryAfterSeconds: 30,
    cause: error,
  });
}
