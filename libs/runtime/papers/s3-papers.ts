import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import type { S3 } from '@aws-sdk/client-s3';
import { PaperStoreFault, type PaperStore, type StagedPaper } from './paper-store';

/** An S3-compatible store: where it answers, and as whom we come. The bucket has to be there. */
export interface S3Settings {
  endpoint: string;
  bucket: string;
  region: string;
  accessKey: string;
  secretKey: string;
}

const CONNECT_WITHIN_MS = 3_000;
const ANSWER_WITHIN_MS = 30_000;

/** Papers in a bucket of any S3-compatible store, addressed by path. */
export class S3Papers implements PaperStore {
  private constructor(
    private readonly client: S3,
    private readonly bucket: string,
  ) {}

  static async at({ endpoint, bucket, region, accessKey, secretKey }: S3Settings): Promise<S3Papers> {
    // Only now: the client is large, and a process with a folder does without.
    const { S3 } = await import('@aws-sdk/client-s3');
    const client = new S3({
      endpoint,
      region,
      forcePathStyle: true,
      credentials: { accessKeyId: accessKey, secretAccessKey: secretKey },
      requestHandler: { connectionTimeout: CONNECT_WITHIN_MS, requestTimeout: ANSWER_WITHIN_MS },
      // Older stores know no checksum in a trailer; ours goes in a header.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      maxAttempts: 2,
    });
    return new S3Papers(client, bucket);
  }

  /** The store itself holds what arrives against the checksum, and keeps nothing that differs. */
  async put(key: string, { file, sizeBytes, sha256 }: StagedPaper): Promise<void> {
    const body = createReadStream(file);
    try {
      await this.client.putObject({
        Bucket: this.bucket,
        Key: key,
        Body: body,
        ContentLength: sizeBytes,
        ContentType: 'application/octet-stream',
        ChecksumSHA256: Buffer.from(sha256, 'hex').toString('base64'),
      });
    } catch (error) {
      throw fault(error);
    } finally {
      body.destroy();
    }
  }

  async open(key: string): Promise<Readable | null> {
    try {
      const { Body } = await this.client.getObject({ Bucket: this.bucket, Key: key });
      return (Body ?? null) as Readable | null;
    } catch (error) {
      if (error instanceof Error && error.name === 'NoSuchKey') return null;
      throw fault(error);
    }
  }

  async remove(key: string): Promise<void> {
    try {
      await this.client.deleteObject({ Bucket: this.bucket, Key: key });
    } catch (error) {
      throw fault(error);
    }
  }
}

/** Stores say in their own ways that they are full; the status says it in all of them. */
function fault(error: unknown): PaperStoreFault {
  const metadata = (error as { $metadata?: { httpStatusCode?: number } } | null)?.$metadata;
  const isFull = metadata?.httpStatusCode === 507 || (error instanceof Error && error.name === 'QuotaExceeded');
  return new PaperStoreFault(isFull ? 'full' : 'away', error);
}
