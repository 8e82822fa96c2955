import { createHmac, timingSafeEqual } from 'node:crypto';

/** A posting that a return address names: which letter, and which attempt (of the last 256). */
export interface Posting {
  letterId: string;
  attempt: number;
}

/** What an address says that a mail came to. */
export type AddressRead =
  | { kind: 'posting'; posting: Posting }
  /** An address for bounces that names nothing. */
  | { kind: 'no-letter' }
  /** It names a letter, and it was not us who wrote it. */
  | { kind: 'forged' }
  /** No address for bounces at all. */
  | { kind: 'not-ours' };

const LOCAL_PART = 'bounce';
const MAC_BYTES = 10;
const TOKEN = /^([0-9a-f]{32})([0-9a-f]{2})([0-9a-f]{20})$/;

/**
 * The addresses that letters come back to (VERP): each names its letter and the attempt, signed, so that nobody can
 * have a letter bounce that was not sent to him. Lower case and short (61 of 64 characters): servers change the case.
 */
export class ReturnAddresses {
  constructor(
    private readonly host: string,
    private readonly secret: string,
  ) {}

  /** 'bounce+<letter, attempt, signature>@host' */
  of({ letterId, attempt }: Posting): string {
    const named = letterId.replaceAll('-', '') + (attempt % 256).toString(16).padStart(2, '0');
    return `${LOCAL_PART}+${named}${this.macOf(named)}@${this.host}`;
  }

  /** Reads the address that a mail came to. */
  read(address: string): AddressRead {
    const at = address.lastIndexOf('@');
    const [local, host] = [address.slice(0, at).toLowerCase(), address.slice(at + 1).toLowerCase()];
    if (host !== this.host.toLowerCase()) return { kind: 'not-ours' };
    if (local !== LOCAL_PART && !local.startsWith(`${LOCAL_PART}+`)) return { kind: 'not-ours' };
    const [, id = '', attempt = '', mac = ''] = TOKEN.exec(local.slice(LOCAL_PART.length + 1)) ?? [];
    if (mac === '') return { kind: 'no-letter' };
    if (!timingSafeEqual(Buffer.from(mac), Buffer.from(this.macOf(id + attempt)))) return { kind: 'forged' };
    return { kind: 'posting', posting: { letterId: uuid(id), attempt: Number.parseInt(attempt, 16) } };
  }

  private macOf(named: string): string {
    return createHmac('sha256', this.secret)
      .update(`return-address ${named}`)
      .digest()
      .subarray(0, MAC_BYTES)
      .toString('hex');
  }
}

function uuid(hex: string): string {
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
