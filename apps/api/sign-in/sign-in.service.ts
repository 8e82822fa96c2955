import type { AskSignInResponse, SignInLinkResponse } from '@citypath/contracts';
import {
  addressKey,
  hashOfSecret,
  People,
  SIGN_IN_MINUTES,
  SignInRequests,
  type Instant,
  type SignInRequest,
} from '@citypath/store';
import { Injectable } from '@nestjs/common';
import { assertNever } from '../assert-never';
import { Clock } from '../clock';
import { personShort } from '../people/person-short';
import { ProblemError } from '../problems/problem-error';
import { AskedLetters } from './asked-letters';

/** Whom a letter signed in, and where to. */
export interface LetIn {
  person: string;
  to: string | null;
}

/** Signing in by a letter. Says nothing to anybody of whether an address is known. */
@Injectable()
export class SignInService {
  constructor(
    private readonly requests: SignInRequests,
    private readonly asked: AskedLetters,
    private readonly people: People,
    private readonly clock: Clock,
  ) {}

  /** Does the same whoever has the address; the courier finds out who that is, after this was answered. */
  async ask(address: string, to: string | undefined, binding: string): Promise<AskSignInResponse> {
    await this.asked.write({
      addressKey: addressKey(address),
      bindingHash: hashOfSecret(binding),
      toPath: to ?? null,
      askedAt: this.clock.now(),
    });
    return { minutes: SIGN_IN_MINUTES };
  }

  /** How it stands with a link; changes nothing. @param binding secret of the browser that looks */
  async look(token: string, binding: string | null): Promise<SignInLinkResponse> {
    const request = await this.requests.byToken(token);
    const person = request?.personId ? await this.people.byId(request.personId) : null;
    if (!request || !person || person.erasedAt !== null) return { state: 'unknown', person: null, at: null };
    const state = stateOf(request, binding, this.clock.now());
    return {
      state,
      person: state === 'ready' ? personShort(person) : null,
      at: state === 'used' ? request.usedAt : request.expiresAt,
    };
  }

  /** Uses a link. @throws ProblemError by the state of the link */
  async useLink(token: string, binding: string | null): Promise<LetIn> {
    const request = await this.requests.byToken(token);
    if (!request) throw new ProblemError('sign-in-link-unknown');
    const now = this.clock.now();
    const state = stateOf(request, binding, now);
    switch (state) {
      case 'used':
        throw new ProblemError('sign-in-link-used');
      case 'expired':
        throw new ProblemError('sign-in-expired');
      case 'replaced':
        throw new ProblemError('sign-in-replaced');
      case 'other-browser':
        throw new ProblemError('sign-in-other-browser');
      case 'ready':
        return this.letIn(request, now);
      default:
        return assertNever(state);
    }
  }

  /** Uses a code, in the browser that asked. @throws ProblemError that tells of this browser's letters only */
  async useCode(code: string, binding: string | null): Promise<LetIn> {
    if (binding === null) throw new ProblemError('sign-in-not-asked');
    const now = this.clock.now();
    const outcome = await this.requests.tryCode(hashOfSecret(binding), code, now);
    switch (outcome.kind) {
      case 'right':
        return this.letIn(outcome.request, now);
      case 'expired':
        throw new ProblemError('sign-in-expired');
      case 'not-asked':
        throw new ProblemError('sign-in-not-asked');
      case 'wrong': {
        const { left } = outcome;
        if (left === 0) throw new ProblemError('sign-in-code-locked');
        const errors = [{ pointer: '/code', code: 'sign-in-code-wrong' as const }];
        throw new ProblemError('sign-in-code-wrong', { params: { left }, errors });
      }
      default:
        return assertNever(outcome);
    }
  }

  /** Somebody may have been erased, or the link pressed twice at once, since it was looked at. */
  private async letIn({ id, personId, toPath }: SignInRequest, now: Instant): Promise<LetIn> {
    const person = personId === null ? null : await this.people.byId(personId);
    if (!person || person.erasedAt !== null) throw new ProblemError('sign-in-link-unknown');
    if (!(await this.requests.use(id, now))) throw new ProblemError('sign-in-link-used');
    return { person: person.id, to: toPath };
  }
}

type LinkState = Exclude<SignInLinkResponse['state'], 'unknown'>;

function stateOf(request: SignInRequest, binding: string | null, now: Instant): LinkState {
  if (request.usedAt !== null) return 'used';
  if (request.expiresAt <= now) return 'expired';
  if (request.replacedAt !== null) return 'replaced';
  return binding !== null && hashOfSecret(binding) === request.bindingHash ? 'ready' : 'other-browser';
}
