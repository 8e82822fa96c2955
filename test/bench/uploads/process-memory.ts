import { readFileSync, writeFileSync } from 'node:fs';

/** The memory of another process as Linux counts it: what lies in RAM, and the most that ever did. */
export class ProcessMemory {
  constructor(private readonly pid: number) {}

  /** Begins to look for the peak anew. @returns bytes now */
  reset(): number {
    writeFileSync(`/proc/${this.pid}/clear_refs`, '5');
    return this.read('VmRSS');
  }

  /** @returns the most since the last reset, in bytes */
  peak(): number {
    return this.read('VmHWM');
  }

  private read(name: 'VmRSS' | 'VmHWM'): number {
    const status = readFileSync(`/proc/${this.pid}/status`, 'utf8');
    const [, kilobytes] = new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status) ?? [];
    if (kilobytes === undefined) throw new Error(`Linux does not say ${name} of ${this.pid}.`);
    return Number(kilobytes) * 1024;
  }
}
