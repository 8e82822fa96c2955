import type { Request } from 'express';
import { ProblemError } from '../problems/problem-error';

const WELL_FORMED = /^[A-Za-z0-9_-]{8,128}$/;

/** The header Idempotency-Key of a write. @throws ProblemError when it is missing or not well formed */
export function idempotencyKeyOf(request: Request): string {
  const key = request.header('idempotency-key');
  if (key === undefined || !WELL_FORMED.test(key)) throw new ProblemError('idempotency-key-missing');
  return key;
}
