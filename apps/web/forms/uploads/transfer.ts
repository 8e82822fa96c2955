import { defaultOptions, DetailedError, Upload } from 'tus-js-client';
import { isProblem } from '../../api/problem-error';

/** The bytes of one file on their way, by the tus protocol. */
export interface Transfer {
  pause(): void;
  /** Stops, and has thrown away what has arrived. */
  giveUp(): void;
}

export interface TransferNews {
  progressed(sentBytes: number): void;
  /** `reason`: in the reader's language; null when no answer came. `isFinal`: trying again changes nothing. */
  stopped(failure: { reason: string | null; isFinal: boolean }): void;
  /** All bytes are there. */
  arrived(uploadUrl: string): void;
}

interface What {
  endpoint: string;
  evidence: string;
  file: File;
}

/** What is sent at once: small enough for slow lines and for whatever stands between, large enough for fast ones. */
const chunkBytes = 4 * 1024 * 1024;
const retryDelaysMs = [0, 1_000, 3_000, 5_000, 10_000, 20_000];

/**
 * Sends a file, and goes on where an earlier attempt stopped: before a reload, before the api was started anew. Whom a
 * file belongs to is told by its name, size and time, for the same evidence of the same step.
 */
export function beginTransfer({ endpoint, evidence, file }: What, news: TransferNews): Transfer {
  let isOver = false;
  const upload = new Upload(file, {
    endpoint,
    metadata: { evidence, filename: file.name },
    chunkSize: chunkBytes,
    retryDelays: retryDelaysMs,
    fingerprint: () => Promise.resolve(fingerprintOf({ endpoint, evidence, file })),
    // Until the paper is made: see forgetTransfer.
    removeFingerprintOnSuccess: false,
    onShouldRetry: (error) => {
      const status = error.originalResponse?.getStatus() ?? 0;
      return status === 0 || status === 409 || status === 423 || (status >= 500 && status !== 507);
    },
    onProgress: (sentBytes) => news.progressed(sentBytes),
    onError: (error) => {
      if (!isOver) news.stopped(failureIn(error));
    },
    onSuccess: () => news.arrived(upload.url ?? ''),
  });
  void upload.findPreviousUploads().then((earlier) => {
    if (isOver) return;
    const newest = earlier.toSorted((a, b) => b.creationTime.localeCompare(a.creationTime))[0];
    if (newest) upload.resumeFromPreviousUpload(newest);
    upload.start();
  });
  return {
    pause: () => {
      isOver = true;
      void upload.abort();
    },
    giveUp: () => {
      isOver = true;
      // Where nobody answers the bytes are thrown away after a day.
      void upload.abort(true).catch(() => undefined);
    },
  };
}

/** The file need not be recognised any more: it is a paper now, or was refused. */
export async function forgetTransfer(endpoint: string, { evidence, file }: Omit<What, 'endpoint'>): Promise<void> {
  const { urlStorage } = defaultOptions;
  const kept = await urlStorage.findUploadsByFingerprint(fingerprintOf({ endpoint, evidence, file }));
  await Promise.all(kept.map(({ urlStorageKey }) => urlStorage.removeUpload(urlStorageKey)));
}

/** A file that was on its way when the page was left. */
export interface LeftTransfer {
  name: string;
  sizeBytes: number;
}

/** Files for this evidence of this step that did not get through: chosen again, they go on where they stopped. */
export async function leftTransfers(endpoint: string, evidence: string): Promise<LeftTransfer[]> {
  const all = await defaultOptions.urlStorage.findAllUploads();
  return all
    .filter(
      ({ uploadUrl }) => uploadUrl !== null && new URL(uploadUrl, location.href).pathname.startsWith(`${endpoint}/`),
    )
    .filter(({ metadata }) => metadata['evidence'] === evidence)
    .map(({ metadata, size }) => ({ name: metadata['filename'] ?? '', sizeBytes: size ?? 0 }));
}

function fingerprintOf({ endpoint, evidence, file }: What): string {
  return ['citypath', endpoint, evidence, file.name, file.size, file.lastModified].join('|');
}

function failureIn(error: Error): { reason: string | null; isFinal: boolean } {
  const response = error instanceof DetailedError ? error.originalResponse : null;
  if (!response) return { reason: null, isFinal: false };
  const status = response.getStatus();
  return { reason: problemIn(response.getBody()), isFinal: status >= 400 && status < 500 && status !== 401 };
}

function problemIn(body: string): string | null {
  try {
    const problem: unknown = JSON.parse(body);
    return isProblem(problem) ? problem.detail : null;
  } catch {
    return null;
  }
}
