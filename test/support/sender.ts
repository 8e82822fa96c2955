import { paperResponse, type PaperShort, type Problem } from '@citypath/contracts';
import { asProblem, type Answer, type Caller } from './caller';

const TUS = { 'Tus-Resumable': '1.0.0' };
const PIECE = { ...TUS, 'Content-Type': 'application/offset+octet-stream' };

/** Sends files for one step, by the tus protocol, in pieces of a story's choosing. */
export class Sender {
  constructor(
    private readonly caller: Caller,
    /** '/journeys/100rc-cn.yiwu/steps/asw_report' */
    private readonly step: string,
  ) {}

  /** Begins an upload. */
  begin(name: string, sizeBytes: number, evidence = 'report'): Promise<Answer> {
    const metadata = Object.entries({ evidence, filename: name })
      .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
      .join(',');
    const headers = { ...TUS, 'Upload-Length': String(sizeBytes), 'Upload-Metadata': metadata };
    return this.caller.send('POST', `${this.step}/papers`, { key: null, headers, raw: Buffer.alloc(0) });
  }

  /** Begins an upload that is taken. @returns its id */
  async begun(name: string, sizeBytes: number, evidence = 'report'): Promise<string> {
    const answer = await this.begin(name, sizeBytes, evidence);
    if (answer.status !== 201)
      throw new Error(`The upload was answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    return answer.headers.get('location')?.split('/').at(-1) ?? '';
  }

  piece(id: string, offset: number, bytes: Buffer): Promise<Answer> {
    const headers = { ...PIECE, 'Upload-Offset': String(offset) };
    return this.caller.send('PATCH', `${this.step}/papers/${id}`, { key: null, headers, raw: bytes });
  }

  /** How many bytes have arrived. */
  async standsAt(id: string): Promise<number> {
    const { status, headers } = await this.caller.send('HEAD', `${this.step}/papers/${id}`, { headers: TUS });
    if (status !== 200) throw new Error(`The upload was answered ${status}`);
    return Number(headers.get('upload-offset'));
  }

  finish(id: string): Promise<Answer> {
    return this.caller.send('PUT', `${this.step}/papers/${id}`, { key: null });
  }

  /** All of it. @returns the answer to the last question */
  async send(name: string, bytes: Buffer, evidence = 'report'): Promise<Answer> {
    const begun = await this.begin(name, bytes.length, evidence);
    if (begun.status !== 201) return begun;
    const id = begun.headers.get('location')?.split('/').at(-1) ?? '';
    const sent = await this.piece(id, 0, bytes);
    return sent.status === 204 ? this.finish(id) : sent;
  }

  async sent(name: string, bytes: Buffer, evidence = 'report'): Promise<PaperShort> {
    return paperOf(await this.send(name, bytes, evidence));
  }

  async refusal(name: string, bytes: Buffer, evidence = 'report'): Promise<Problem> {
    return asProblem(await this.send(name, bytes, evidence), name);
  }
}

/** The paper in an answer that has to have one. */
export function paperOf({ status, body }: Answer): PaperShort {
  if (status !== 200) throw new Error(`No paper came of it: ${status} ${JSON.stringify(body)}`);
  return paperResponse.parse(body).paper;
}
