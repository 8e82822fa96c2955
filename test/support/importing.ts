import { importResponse, importRowsResponse, type ImportResponse, type ImportRowAnswer } from '@citypath/contracts';
import type { Answer, Caller } from './caller';
import { until } from './until';

const PROGRAMME = '100rc-cn';

/** What the page does with a file, as the manager who imports it. */
export class Importing {
  constructor(private readonly caller: Caller) {}

  send(file: Buffer | string, name = 'cities.csv', key?: string): Promise<Answer> {
    return this.caller.send('POST', `/imports?programme=${PROGRAMME}&name=${encodeURIComponent(name)}`, {
      raw: Buffer.from(file),
      headers: { 'Content-Type': 'application/octet-stream' },
      ...(key === undefined ? {} : { key }),
    });
  }

  async upload(file: Buffer | string, name?: string): Promise<ImportResponse> {
    const answer = await this.send(file, name);
    if (answer.status !== 201)
      throw new Error(`The file was answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    return importResponse.parse(answer.body);
  }

  async rows(id: string, only = 'all'): Promise<ImportRowAnswer[]> {
    return (await this.caller.read(importRowsResponse, `/imports/${id}/rows?only=${only}&limit=200`)).rows;
  }

  read(id: string): Promise<ImportResponse> {
    return this.caller.read(importResponse, `/imports/${id}`);
  }

  async does(id: string, act: 'start' | 'undo' | 'letters', body: object = {}): Promise<ImportResponse> {
    return importResponse.parse(await this.caller.put('POST', `/imports/${id}/${act}`, body));
  }

  async correct(id: string, line: number, field: string, value: string): Promise<ImportResponse> {
    return importResponse.parse(await this.caller.put('PUT', `/imports/${id}/rows/${line}`, { field, value }));
  }

  /** Until it has ended. */
  async ended(id: string, as: ImportResponse['status'] = 'done'): Promise<ImportResponse> {
    return until(
      `import ${id} is ${as}`,
      async () => {
        const now = await this.read(id).catch(() => null);
        return now?.status === as ? now : null;
      },
      120_000,
    );
  }
}

/** Rows of a table as text. */
export function csv(rows: readonly (readonly string[])[], separator = ','): string {
  const cell = (value: string) => (/["\n,;\t]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  return rows.map((row) => row.map(cell).join(separator)).join('\r\n');
}

export const TITLES = [
  'City',
  'City in Chinese',
  'Level',
  'Joined on',
  'Chief Resilience Officer: family name',
  'Chief Resilience Officer: given name',
  'Chief Resilience Officer: address',
  'Application',
  'Selection decision',
  'Grant agreement',
];

/** A city with an officer of its own that has come as far as the grant. */
export function cityRow(number: number): string[] {
  const place = `Rowtown ${String(number).padStart(2, '0')}`;
  const address = `officer.${number}@rowtown.example`;
  return [place, '', 'county', '2025-03-12', 'Officer', `Number${number}`, address, '2025-04-01', 'x', '15/05/2025'];
}
