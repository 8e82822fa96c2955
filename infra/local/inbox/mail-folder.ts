import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Delivery, type Message, parseMessage } from './message';

/**
 * Keeps messages on disk, one `.eml` file each. The envelope stands in front of the message as mail servers write it:
 * `Return-Path` and `Delivered-To`.
 */
export class MailFolder {
  constructor(private readonly folder: string) {}

  /** All messages kept, oldest first. */
  async readAll(): Promise<Message[]> {
    await mkdir(this.folder, { recursive: true });
    const names = (await readdir(this.folder)).filter((name) => name.endsWith('.eml')).sort();
    return Promise.all(names.map((name) => this.read(name)));
  }

  /** Keeps a message; once this resolves it survives the death of this process. */
  async write(raw: Buffer, delivery: Delivery): Promise<void> {
    const trace = [
      `Return-Path: <${delivery.envelopeFrom}>`,
      ...delivery.envelopeTo.map((address) => `Delivered-To: ${address}`),
      `X-Received-At: ${delivery.receivedAt}`,
    ];
    const path = join(this.folder, `${String(delivery.id).padStart(8, '0')}.eml`);
    await writeFile(`${path}.part`, Buffer.concat([Buffer.from(`${trace.join('\r\n')}\r\n`), raw]));
    await rename(`${path}.part`, path);
  }

  private async read(name: string): Promise<Message> {
    const kept = await readFile(join(this.folder, name));
    const lines: string[] = [];
    let start = 0;
    for (let end = kept.indexOf('\r\n', start); end >= 0; end = kept.indexOf('\r\n', start)) {
      const line = kept.toString('latin1', start, end);
      lines.push(line);
      start = end + 2;
      if (line.startsWith('X-Received-At:')) break;
    }
    const values = (header: string) =>
      lines.filter((line) => line.startsWith(`${header}: `)).map((line) => line.slice(header.length + 2));
    return parseMessage(kept.subarray(start), {
      id: Number.parseInt(name, 10),
      receivedAt: values('X-Received-At')[0] ?? '',
      envelopeFrom: (values('Return-Path')[0] ?? '').replace(/^<|>$/g, ''),
      envelopeTo: values('Delivered-To'),
    });
  }
}
