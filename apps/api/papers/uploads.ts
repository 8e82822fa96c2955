import { randomBytes } from 'node:crypto';
import { ByteLengthQueuingStrategy } from 'node:stream/web';
import { Readable } from 'node:stream';
import { LARGEST_PAPER_BYTES } from '@citypath/contracts';
import { stepDefinition, type StepRef } from '@citypath/journey';
import { Server } from '@tus/server';
import type { Response as ExpressResponse } from 'express';
import { ProblemError, type ProblemCode } from '../problems/problem-error';
import type { ApiRequest } from '../session/api-request';
import { paperName } from './paper-name';
import { requireKnownEnding } from './inspect-paper';
import type { StagedFiles } from './staged-files';

/** What an upload is for, from its first byte on: told at its creation, and kept beside its bytes. */
export interface UploadPurpose {
  journey: string;
  step: StepRef;
  round: number;
  evidence: string;
  name: string;
}

/** An upload as far as it got. */
export interface StagedUpload {
  id: string;
  purpose: UploadPurpose;
  sizeBytes: number;
  isWhole: boolean;
}

type Given = NonNullable<ApiRequest['given']>;
type TusUpload = Awaited<ReturnType<StagedFiles['getUpload']>>;

const UPLOAD_ID = /\/(paper-[0-9a-f]{32})\/?(?:\?|$)/;
/** Kept in memory between the network and the disk, for each request. */
const BUFFERED_BYTES = 64 * 1024;

/**
 * Takes files by the tus protocol: the bytes arrive in pieces, and go on where they stopped. Who may is asked before by
 * the guards of the route, as with every other request; every refusal is a problem like any other.
 */
export class Uploads {
  private readonly tus: Server;
  private readonly asked = new WeakMap<object, Given>();
  private readonly failures = new WeakMap<object, unknown>();

  constructor(private readonly staged: StagedFiles) {
    this.tus = new Server({
      path: '/',
      datastore: staged,
      maxSize: LARGEST_PAPER_BYTES,
      // No other site sends files here.
      allowedOrigins: [],
      namingFunction: () => `paper-${randomBytes(16).toString('hex')}`,
      getFileIdFromRequest: ({ url }) => UPLOAD_ID.exec(url)?.[1],
      generateUrl: ({ url }, { id }) => `${new URL(url).pathname.replace(/\/$/, '')}/${id}`,
      onUploadCreate: (request, upload) => Promise.resolve({ metadata: metadataOf(this.givenOf(request), upload) }),
      onIncomingRequest: async (request, id) => {
        if (request.method !== 'POST') await this.find(this.givenOf(request), id);
      },
      onResponseError: (request, error) => {
        this.failures.set(request, error);
        return undefined;
      },
    });
  }

  /** Answers one request of the protocol. @throws ProblemError */
  async answer(request: ApiRequest, given: Given, response: ExpressResponse): Promise<void> {
    const asked = webRequestOf(request);
    this.asked.set(asked, given);
    const answer = await this.tus.handleWeb(asked);
    if (answer.status >= 400) throw problemOf(this.failures.get(asked), answer.status);
    response.status(answer.status);
    answer.headers.forEach((value, name) => response.setHeader(name, value));
    response.end();
  }

  /** @throws ProblemError upload-unknown, also for one of another step */
  async find({ journey, target }: Pick<Given, 'journey' | 'target'>, id: string): Promise<StagedUpload> {
    const upload = await this.staged.getUpload(id).catch((error: unknown) => {
      throw new ProblemError('upload-unknown', { cause: error });
    });
    const { metadata = {}, size, offset } = upload;
    const purpose = JSON.parse(metadata['purpose'] ?? '{}') as UploadPurpose;
    const isOfStep = target.kind === 'step' && purpose.journey === journey.row.id && purpose.step === target.ref;
    if (!isOfStep || size === undefined) throw new ProblemError('upload-unknown');
    return { id, purpose, sizeBytes: size, isWhole: offset === size };
  }

  private givenOf(request: object): Given {
    const given = this.asked.get(request);
    if (!given) throw new Error('This request came past the guards');
    return given;
  }
}

/** Checks what a new upload says that it is for; what is kept of it is ours, not what was sent. */
function metadataOf({ journey, target }: Given, { metadata, size }: TusUpload): Record<string, string> {
  const { evidence, filename } = metadata ?? {};
  if (target.kind !== 'step' || size === undefined || !evidence || !filename)
    throw new ProblemError('upload-malformed');
  const step = stepDefinition(journey.context.definition, target.ref);
  const state = journey.state.steps[target.ref];
  if (state?.status !== 'open') throw new ProblemError('step-not-open', { params: step ? { step: step.title } : {} });
  const isWanted = step?.evidence.some(({ key, kind }) => key === evidence && kind === 'document');
  if (!isWanted) throw new ProblemError('evidence-unknown');
  const name = paperName(filename);
  requireKnownEnding(name);
  if (size === 0) throw new ProblemError('paper-empty', { params: { name } });
  const purpose: UploadPurpose = { journey: journey.row.id, step: target.ref, round: state.round, evidence, name };
  return { purpose: JSON.stringify(purpose) };
}

function webRequestOf(request: ApiRequest): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  const hasBody = request.method === 'POST' || request.method === 'PATCH';
  const strategy = new ByteLengthQueuingStrategy({ highWaterMark: BUFFERED_BYTES });
  return new Request(new URL(request.originalUrl, 'http://upload'), {
    method: request.method,
    headers,
    ...(hasBody && { body: Readable.toWeb(request, { strategy }), duplex: 'half' }),
  });
}

/** The library answers with sentences for programmers; ours are for people. */
function problemOf(failure: unknown, status: number): ProblemError {
  if (failure instanceof ProblemError) return failure;
  return new ProblemError(codeOf(status), { cause: failure });
}

function codeOf(status: number): ProblemCode {
  switch (status) {
    case 404:
    case 410:
      return 'upload-unknown';
    case 409:
      return 'upload-not-there';
    case 413:
      return 'paper-too-large';
    case 500:
      return 'paper-store-away';
    default:
      return 'upload-malformed';
  }
}
