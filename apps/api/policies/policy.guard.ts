import {
  journeyId as journeyIdSchema,
  key as keySchema,
  personId as personIdSchema,
  stepRef as stepRefSchema,
  type ActName,
} from '@citypath/contracts';
import { stepDefinition } from '@citypath/journey';
import { asReader, type DataSource } from '@citypath/store';
import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { assertNever } from '../assert-never';
import { officerSeat } from '../journeys/officer-seat';
import { JourneyReader, type KnownJourney } from '../journeys/journey-reader';
import { SeatedPeople } from '../people/seated-people';
import { ProblemError } from '../problems/problem-error';
import type { ApiRequest } from '../session/api-request';
import type { Reader } from '../session/reader';
import { DATABASE } from '../tokens';
import { mayAct, mayJoinCities, mayKeepCities, type ActTarget } from './may-act';
import { maySeeProgramme } from './may-see';
import { mayWithPeople, mayWithPerson, type PersonAct } from './may-manage-people';
import { POLICY, type Policy } from './policy';

/** Asks each route's policy. A route that names none is denied. */
@Injectable()
export class PolicyGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly journeys: JourneyReader,
    private readonly people: SeatedPeople,
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
    if (!(await this.allows(policy, reader, request))) throw new ProblemError('not-allowed');
    return true;
  }

  private async allows(
    policy: Exclude<Policy, { kind: 'anyone' }>,
    reader: Reader,
    request: ApiRequest,
  ): Promise<boolean> {
    switch (policy.kind) {
      case 'signed-in':
        return true;
      case 'sees-journey':
        // What one may not see is not told apart from what is not there.
        request.seen = await this.journeyOf(request, reader);
        return true;
      case 'sees-programme':
        requireSight(reader, request.params['key'] ?? request.query['programme']);
        return true;
      case 'administrator':
        return reader.administrator;
      case 'joins-cities':
        return mayJoinCities(reader, programmeNamedBy(request.body));
      case 'keeps-cities':
        return mayKeepCities(reader);
      case 'people':
        return mayWithPeople(reader, policy.act);
      case 'person':
        return this.allowsPerson(policy.act, reader, request);
      case 'act':
        return this.allowsAct(policy.act, reader, request);
      default:
        return assertNever(policy);
    }
  }

  /** The person is read once, as a journey is. */
  private async allowsPerson(act: PersonAct, reader: Reader, request: ApiRequest): Promise<boolean> {
    const id = personIdSchema.safeParse(request.params['id']);
    const about = id.success ? await this.people.seated(id.data) : null;
    // Who may not look people up is not told either who is known.
    if (!about && mayWithPeople(reader, 'look-up')) throw new ProblemError('person-unknown');
    if (!about || !mayWithPerson(reader, act, about)) return false;
    request.about = about;
    return true;
  }

  /** Leaves what it found with the request, so that the journey is read once. */
  private async allowsAct(act: ActName, reader: Reader, request: ApiRequest): Promise<boolean> {
    const journey = await this.journeyOf(request, reader);
    const target = targetOf(act, request, journey);
    const standing = mayAct(journey.context, journey.state, reader, act, target);
    if (!standing.may) return false;
    request.given = { act, target, journey, actor: reader, onBehalfOf: standing.onBehalfOf };
    return true;
  }

  /** @throws ProblemError journey-unknown, also for a journey that this reader may not see */
  private journeyOf({ params }: ApiRequest, reader: Reader): Promise<KnownJourney> {
    const id = journeyIdSchema.safeParse(params['id']);
    if (!id.success) throw new ProblemError('journey-unknown');
    return asReader(this.database, reader.person, () => this.journeys.byId(reader, id.data));
  }
}

/** A query that names no programme is for the schema to refuse. */
function requireSight(reader: Reader, programme: unknown): void {
  if (typeof programme !== 'string' || maySeeProgramme(reader, programme)) return;
  throw new ProblemError('programme-unknown', { params: { programme } });
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
  if (seat !== undefined) {
    const key = keySchema.safeParse(seat);
    if (!key.success) throw new ProblemError('seat-unknown');
    return { kind: 'seat', seat: key.data };
  }
  return act === 'appoint' ? { kind: 'seat', seat: officerSeat(journey.context.definition) } : { kind: 'journey' };
}

function programmeNamedBy(body: unknown): string {
  return typeof body === 'object' && body !== null && 'programme' in body ? String(body.programme) : '';
}
