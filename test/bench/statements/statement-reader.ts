const STARTUP_3_0 = 196_608;
const HEADER_BYTES = 5;

/**
 * Reads what a client of PostgreSQL sends (protocol 3, no TLS) and tells each statement that it has executed, with the
 * name under which the client connected.
 */
export class StatementReader {
  private unread: Buffer = Buffer.alloc(0);
  private hasStarted = false;
  private client = '';
  private parsed = '';

  constructor(private readonly onStatement: (client: string, statement: string) => void) {}

  /** Takes the next bytes, wherever the network has cut them. */
  take(chunk: Buffer): void {
    this.unread = Buffer.concat([this.unread, chunk]);
    while (this.takeMessage());
  }

  private takeMessage(): boolean {
    const headerBytes = this.hasStarted ? HEADER_BYTES : HEADER_BYTES - 1;
    if (this.unread.length < headerBytes) return false;
    // The length counts itself, and not the letter before it.
    const end = this.unread.readUInt32BE(headerBytes - 4) + (this.hasStarted ? 1 : 0);
    if (this.unread.length < end) return false;
    const body = this.unread.subarray(headerBytes, end);
    if (this.hasStarted) this.read(String.fromCharCode(this.unread[0] ?? 0), body);
    else this.start(body);
    this.unread = this.unread.subarray(end);
    return true;
  }

  private start(body: Buffer): void {
    if (body.readUInt32BE(0) !== STARTUP_3_0) return;
    this.hasStarted = true;
    const words = body.subarray(4).toString('utf8').split('\0');
    const at = words.indexOf('application_name');
    this.client = at < 0 ? '' : (words[at + 1] ?? '');
  }

  private read(type: string, body: Buffer): void {
    const strings = (): string[] => body.toString('utf8').split('\0');
    if (type === 'Q') this.onStatement(this.client, strings()[0] ?? '');
    // Parse: the statement's name, then its text. Our driver names none, so that what is executed is what was parsed last.
    if (type === 'P') this.parsed = strings()[1] ?? '';
    if (type === 'E') this.onStatement(this.client, this.parsed);
  }
}
