import { workbook, zipped } from './spec/workbook';
import { readTable } from './read-table';

const titles = ['City', 'Joined on', 'Grant agreement'];
const problemOf = async (file: Buffer): Promise<unknown> => {
  try {
    await readTable(file);
    return null;
  } catch (error) {
    return error;
  }
};

describe('a table as text', () => {
  const rows = 'City,城市中文名\r\nYiwu,义乌市\r\n\r\n"Deyang, Sichuan",德阳市\r\n';

  it.each([
    ['UTF-8', Buffer.from(rows)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${rows}`)],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${rows}`, 'utf16le')],
    ['semicolons', Buffer.from('City;城市中文名\nYiwu;义乌市\n\nDeyang, Sichuan;德阳市\n')],
    ['tabs', Buffer.from('City\t城市中文名\nYiwu\t义乌市\n\nDeyang, Sichuan\t德阳市\n')],
  ])('is read: %s', async (_what, file) => {
    const table = await readTable(file);
    expect(table.header).toEqual(['City', '城市中文名']);
    expect(table.rows.map(({ cells }) => cells)).toEqual([
      ['Yiwu', '义乌市'],
      ['Deyang, Sichuan', '德阳市'],
    ]);
    expect(table.rows.map(({ line }) => line)).toEqual([2, 4]);
  });

  it('is read in GB18030', async () => {
    // 义乌
    const file = Buffer.concat([
      Buffer.from('City,x\nYiwu,'),
      Buffer.from([0xd2, 0xe5, 0xce, 0xda]),
      Buffer.from('\n'),
    ]);
    expect((await readTable(file)).rows[0]?.cells).toEqual(['Yiwu', '义乌']);
  });
});

describe('a workbook', () => {
  it('gives days, numbers and the results of formulas', async () => {
    const file = await workbook([titles, ['Yiwu', { day: 45_728 }, { formula: 'A1', result: 'x' }]]);
    expect((await readTable(file)).rows).toEqual([{ line: 2, cells: ['Yiwu', { on: '2025-03-12' }, 'x'] }]);
  });

  it('says which cells are merged, and which formulas were never computed', async () => {
    const rows = [titles, ['Yiwu', '2025-03-12', { formula: 'VLOOKUP(A2;B:C;2)' }], ['Deyang', null, null]];
    const table = await readTable(await workbook(rows, { merged: ['B2:B3'] }));
    expect(table.rows[0]?.cells[2]).toEqual({ fault: 'formula', shown: '=VLOOKUP(A2;B:C;2)' });
    expect(table.rows[1]?.cells[1]).toEqual({ fault: 'merged', shown: 'B2:B3' });
    expect(table.remarks[0]?.en).toMatch(/^Some cells are merged: B2:B3/);
  });
});

describe('a file that cannot be imported is refused by name', () => {
  const many = (count: number) => Array.from({ length: count }, (_, index) => [`City ${index}`, '2025-01-01', 'x']);

  it.each<[string, string, () => Promise<Buffer> | Buffer]>([
    ['50,000 rows of text', 'import-too-many-rows', () => Buffer.from([titles, ...many(50_000)].join('\n'))],
    ['50,000 rows in a workbook', 'import-too-many-rows', () => workbook([titles, ...many(50_000)])],
    [
      'a workbook with macros',
      'import-file-with-macros',
      () => workbook([titles, ['Yiwu']], { parts: { 'xl/vbaProject.bin': 'Sub Auto_Open()' } }),
    ],
    [
      'a zip bomb',
      'import-file-unpacks-too-large',
      () => workbook([titles, ['Yiwu']], { parts: { 'xl/media/image1.png': Buffer.alloc(61 * 1024 * 1024) } }),
    ],
    ['a plain zip', 'import-file-of-another-kind', () => zipped({ 'notes.txt': 'hello' })],
    ['an old or locked workbook', 'import-file-locked', () => Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1])],
    ['a PDF', 'import-file-of-another-kind', () => Buffer.from('%PDF-1.7')],
    ['a workbook that was cut off', 'import-file-broken', async () => (await workbook([titles])).subarray(0, 300)],
    ['nothing', 'import-file-empty', () => Buffer.alloc(0)],
    ['titles only', 'import-without-rows', () => Buffer.from('City,Level\n')],
    ['bytes that are no text', 'import-file-unreadable-text', () => Buffer.from([0x00, 0xff, 0x00, 0x81])],
  ])('%s', async (_what, code, make) => {
    expect(await problemOf(await make())).toMatchObject({ code });
  });

  it('says how many rows there are, and how many there may be', async () => {
    const problem = await problemOf(Buffer.from([titles, ...many(50_000)].join('\n')));
    expect(problem).toMatchObject({ params: { rows: 50_000, most: 5_000 } });
  });
});
