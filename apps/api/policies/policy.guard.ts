import {
  importId as importIdSchema,
  journeyId as journeyIdSchema,
  key as keySchema,
  personId as personIdSchema,
  stepRef as stepRefSchema,
  type ActName,
} from '@citypath/contracts';
import { stepDefinition } from '@citypath/journey';
import { asReader, BulkActs, Imports, Letters, type DataSource } from '@citypath/store';
import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { officerSeat } from '../journeys/officer-seat';
import { JourneyReader, type KnownJourney } from '../journeys/journey-reader';
import { journeyOfKey } from '../letters/letter-key';
import { SeatedPeople } from '../people/seated-people';
import { ProblemError } from '../problems/problem-error';
import type { ApiRequest } from '../session/api-request';
import type { Reader } from '../session/reader';
import { DATABASE } from '../tokens';
import { allows, type About } from './allows';
import { mayAct, type ActTarget } from './may-act';
import { mayWithPeople, type SeatedPerson } from './may-manage-people';
import { POLICY, type Policy } from './policy';

/** What a request is about, its journey as the route will want it. */
type AboutRequest = About & { journey?: KnownJourney };

/** Asks each route's policy. A route that names none is denied. */
@Injectable()
export class PolicyGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly journeys: JourneyReader,
    private readonly people: SeatedPeople,
    private readonly imports: Imports,
    private readonly bulkActs: BulkActs,
    private readonly letters: Letters,
    @Inject(DATABASE) private readonly database: DataSource,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const policy = this.reflector.getAllAndOverride<Policy | undefined>(POLICY, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!policy) throw new ProblemError('not-allowed');
    if (policy.kind === 'anyone') return true;
    const request = context.switchToHttp().getRequest<ApiRequest>();
    const { reader } = request;
    if (!reader) throw new ProblemError('not-signed-in');
    const about = await this.aboutOf(policy, reader, request);
    if (!allows(policy, reader, about)) throw denied(policy, about);
    if (policy.kind === 'act') request.given = givenBy(policy.act, reader, about);
    return true;
  }

  /** What the request is about, as far as its policy asks; a journey is left with the request, so that it is read once. */
  private async aboutOf(policy: Policy, reader: Reader, request: ApiRequest): Promise<AboutRequest> {
    switch (policy.kind) {
      case 'sees-programme':
      case 'cities-one-sees':
        return { programme: request.params['key']?.toString() ?? programmeAskedFor(request.query) };
      case 'joins-cities':
        return { programme: textIn(request.body, 'programme') };
      case 'imports-cities':
        return { programme: await this.programmeOfImport(request) };
      case 'acts-on-many':
        return { programme: await this.programmeOfBulkAct(request) };
      case 'keeps-letters':
        return { programme: (await this.journeyOfLetter(request, reader)).row.programmeKey };
      case 'sees-journey':
      case 'runs-journey': {
        const journey = await this.journeyOf(request, reader);
        request.seen = journey;
        return { journey };
      }
      case 'sees-pack': {
        const journey = await this.journeyOf(request, reader);
        request.seen = journey;
        return { journey, target: seatIn(request) };
      }
      case 'act': {
        const journey = await this.journeyOf(request, reader);
        return { journey, target: targetOf(policy.act, request, journey) };
      }
      case 'person':
        request.about = await this.personIn(request, reader);
        return { person: request.about };
      default:
        return {};
    }
  }

  /** Who may not look people up is not told either who is known. @throws ProblemError */
  private async personIn({ params }: ApiRequest, reader: Reader): Promise<SeatedPerson> {
    const id = personIdSchema.safeParse(params['id']);
    const person = id.success ? await this.people.seated(id.data) : null;
    if (person) return person;
    throw new ProblemError(mayWithPeople(reader, 'look-up') ? 'person-unknown' : 'not-allowed');
  }

  /** @throws ProblemError import-unknown */
  private async programmeOfImport({ params, query }: ApiRequest): Promise<string> {
    const { id } = params;
    if (id === undefined) return programmeAskedFor(query);
    const read = importIdSchema.safeParse(id);
    const file = read.success ? await this.imports.byId(read.data) : null;
    if (!file) throw new ProblemError('import-unknown');
    return file.programmeKey;
  }

  /** @throws ProblemError bulk-act-unknown */
  private async programmeOfBulkAct({ method, params, query, body }: ApiRequest): Promise<string> {
    const { id } = params;
    if (id === undefined) return method === 'POST' ? textIn(body, 'programme') : programmeAskedFor(query);
    const act = typeof id === 'string' && /^b-[A-Za-z0-9_-]{1,60}$/.test(id) ? await this.bulkActs.byId(id) : null;
    if (!act) throw new ProblemError('bulk-act-unknown');
    return act.programmeKey;
  }

  /** @throws ProblemError not-found, also for a letter of a journey that this reader may not see */
  private async journeyOfLetter({ params }: ApiRequest, reader: Reader): Promise<KnownJourney> {
    const { id, key } = params;
    const journeyId = key === undefined ? await this.letters.journeyOf(String(id)) : journeyOfKey(String(key));
    if (journeyId === null) throw new ProblemError('not-found');
    try {
      return await asReader(this.database, reader.person, () => this.journeys.byId(reader, journeyId));
    } catch (error) {
      throw error instanceof ProblemError ? new ProblemError('not-found') : error;
    }
  }

  /** @throws ProblemError journey-unknown, also for a journey that this reader may not see */
  private journeyOf({ params }: ApiRequest, reader: Reader): Promise<KnownJourney> {
    const id = journeyIdSchema.safeParse(params['id']);
    if (!id.success) throw new ProblemError('journey-unknown');
    return asReader(this.database, reader.person, () => this.journeys.byId(reader, id.data));
  }
}

/** What one may not see is not told apart from what is not there. */
function denied(policy: Policy, { programme = '' }: AboutRequest): ProblemError {
  const isAboutProgramme = policy.kind === 'sees-programme' || policy.kind === 'cities-one-sees';
  if (isAboutProgramme) return new ProblemError('programme-unknown', { params: { programme } });
  return new ProblemError('not-allowed');
}

function givenBy(act: ActName, actor: Reader, { journey, target }: AboutRequest): ApiRequest['given'] {
  if (!journey || !target) throw new Error('An act is done to a journey');
  const standing = mayAct(journey.context, journey.state, actor, act, target);
  return standing.may ? { act, target, journey, actor, onBehalfOf: standing.onBehalfOf } : undefined;
}

function targetOf(act: ActName, request: ApiRequest, journey: KnownJourney): ActTarget {
  const { ref, seat } = request.params;
  if (ref !== undefined) {
    const step = stepRefSchema.safeParse(ref);
    if (!step.success || !stepDefinition(journey.context.definition, step.data)) {
      throw new ProblemError('step-unknown', { params: step.success ? { step: step.data } : {} });
    }
    return { kind: 'step', ref: step.data };
  }
  if (seat !== undefined) return seatIn(request);
  return act === 'appoint' ? { kind: 'seat', seat: officerSeat(journey.context.definition) } : { kind: 'journey' };
}

/** @throws ProblemError seat-unknown */
function seatIn({ params }: ApiRequest): ActTarget {
  const key = keySchema.safeParse(params['seat']);
  if (!key.success) throw new ProblemError('seat-unknown');
  return { kind: 'seat', seat: key.data };
}

/** @throws ProblemError malformed-request */
function programmeAskedFor(query: unknown): string {
  const programme = textIn(query, 'programme');
  if (programme !== '') return programme;
  throw new ProblemError('malformed-request', { errors: [{ pointer: '/programme', code: 'field-missing' }] });
}

/** A text in what came, before its schema was asked; the empty one where there is none. */
function textIn(sent: unknown, name: string): string {
  const value = typeof sent === 'object' && sent !== null ? (sent as Record<string, unknown>)[name] : undefined;
  return typeof value === 'string' ? value : '';
}
