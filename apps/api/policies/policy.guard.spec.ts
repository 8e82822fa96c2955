import type { BulkActs, DataSource, Imports, Letters } from '@citypath/store';
import type { ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { JourneyReader } from '../journeys/journey-reader';
import type { SeatedPeople } from '../people/seated-people';
import { ProblemError } from '../problems/problem-error';
import type { ApiRequest } from '../session/api-request';
import type { Reader } from '../session/reader';
import { administrator, Allow, anyone, joinsCities, signedIn } from './policy';
import { PolicyGuard } from './policy.guard';

class Routes {
  unnamed(): void {}

  @Allow(anyone)
  open(): void {}

  @Allow(signedIn)
  signedIn(): void {}

  @Allow(administrator)
  administrator(): void {}

  @Allow(joinsCities)
  join(): void {}
}

const nobody: Reader = {
  person: 'p-1',
  language: 'en',
  administrator: false,
  seats: [],
  citySeats: [],
  tokenHash: 'h',
};
const manager: Reader = { ...nobody, seats: [{ programme: '100rc-cn', seat: 'manager' }] };

const guard = new PolicyGuard(
  new Reflector(),
  {} as JourneyReader,
  {} as SeatedPeople,
  {} as Imports,
  {} as BulkActs,
  {} as Letters,
  {} as DataSource,
);

function ask(route: keyof Routes, reader: Reader | null, body: unknown = {}): Promise<boolean> {
  const request = { reader, body, params: {} } as unknown as ApiRequest;
  return guard.canActivate({
    getHandler: () => Routes.prototype[route],
    getClass: () => Routes,
    switchToHttp: () => ({ getRequest: () => request }),
  } as unknown as ExecutionContext);
}

const refusedAs = (code: string) => expect.objectContaining({ code }) as ProblemError;

it('denies a route that names no policy, to everybody', async () => {
  await expect(ask('unnamed', { ...nobody, administrator: true })).rejects.toEqual(refusedAs('not-allowed'));
});

it('lets in whom the policy means, and says to the others what is missing', async () => {
  await expect(ask('open', null)).resolves.toBe(true);
  await expect(ask('signedIn', null)).rejects.toEqual(refusedAs('not-signed-in'));
  await expect(ask('signedIn', nobody)).resolves.toBe(true);
  await expect(ask('administrator', manager)).rejects.toEqual(refusedAs('not-allowed'));
  await expect(ask('administrator', { ...nobody, administrator: true })).resolves.toBe(true);
});

it('a manager takes cities into the own programme only', async () => {
  await expect(ask('join', manager, { programme: '100rc-cn' })).resolves.toBe(true);
  await expect(ask('join', manager, { programme: 'mcr2030' })).rejects.toEqual(refusedAs('not-allowed'));
  await expect(ask('join', nobody, { programme: '100rc-cn' })).rejects.toEqual(refusedAs('not-allowed'));
});
