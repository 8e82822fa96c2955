import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { checkout } from '../support/checkout';
import { House } from '../support/house';
import { office, pdf } from '../support/sample-files';
import { Sender } from '../support/sender';
import { takeOverYiwu, type Yiwu } from '../support/yiwu-on-its-way';

const execute = promisify(execFile);

interface Manifest {
  papers: { id: string; file: string; name: string; sha256: string; journey: string; step: string; evidence: string }[];
  damaged: { id: string; problem: string }[];
}

let house: House;
let yiwu: Yiwu;
let files: Sender;
let folder: string;

beforeAll(async () => {
  house = await House.start();
  yiwu = await takeOverYiwu(house);
  files = new Sender(await house.as(yiwu.people.cro), `${yiwu.path}/steps/asw_report`);
  folder = path.join(house.folder, 'export');
});
afterAll(() => house.stop());

/** `citypath export-papers`, as an administrator runs it. @returns what it printed, and how it ended */
async function exportPapers(): Promise<{ said: string; code: number }> {
  const program = path.join(checkout, 'apps', 'cli', 'dist', 'main.js');
  const env = { PATH: process.env['PATH'], ...house.environment };
  try {
    const { stdout } = await execute(process.execPath, [program, 'export-papers', folder], { env });
    return { said: stdout, code: 0 };
  } catch (error) {
    const { stdout, code } = error as { stdout: string; code: number };
    return { said: stdout, code };
  }
}

const manifest = async () => JSON.parse(await readFile(path.join(folder, 'manifest.json'), 'utf8')) as Manifest;

test('every paper is in the export, as it was handed in, and the manifest says what it is', async () => {
  const [report, sheet] = [
    await files.sent('../报告.pdf', pdf(70_000)),
    await files.sent('list.xlsx', await office('xlsx')),
  ];
  const { said, code } = await exportPapers();
  expect([said, code]).toEqual([expect.stringMatching(/^2 papers \(\d+ KB\) are in /), 0]);
  const { papers, damaged } = await manifest();
  expect(damaged).toEqual([]);
  expect(papers.map(({ id }) => id).sort()).toEqual([report.id, sheet.id].sort());
  for (const { file, sha256 } of papers) {
    const bytes = await readFile(path.join(folder, file));
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
  }
  const about = { name: '报告.pdf', version: 1, journey: yiwu.journeyId, step: 'asw_report', evidence: 'report' };
  expect(papers.find(({ id }) => id === report.id)).toMatchObject({ ...about, by: yiwu.people.cro });
});

test('a paper that was changed or is gone in the store is found out, by name', async () => {
  const [changed, gone] = [await files.sent('changed.pdf', pdf()), await files.sent('gone.pdf', pdf())];
  const inStore = ({ id }: { id: string }) => path.join(house.environment.PAPERS_FOLDER, yiwu.journeyId, id);
  await writeFile(inStore(changed), pdf(0, 'other words'));
  await rm(inStore(gone));
  const { said, code } = await exportPapers();
  expect(code).toBe(1);
  expect(said).toContain(changed.id);
  const { papers, damaged } = await manifest();
  expect(papers).toHaveLength(2);
  expect(damaged).toEqual(
    expect.arrayContaining([
      { id: changed.id, problem: 'changed' },
      { id: gone.id, problem: 'missing' },
    ]),
  );
});
