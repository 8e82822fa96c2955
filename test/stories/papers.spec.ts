import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { cityPageResponse, type PaperShort } from '@citypath/contracts';
import { asProblem, type Caller } from '../support/caller';
import { House } from '../support/house';
import * as samples from '../support/sample-files';
import { paperOf, Sender } from '../support/sender';
import { addPerson, takeOverYiwu, type Yiwu } from '../support/yiwu-on-its-way';

let house: House;
let yiwu: Yiwu;
let officer: Caller;
let manager: Caller;
let stranger: Caller;
let step: string;
let files: Sender;

beforeAll(async () => {
  house = await House.start();
  yiwu = await takeOverYiwu(house);
  const address = 'wu.ming@huzhou.example';
  const elsewhere = await addPerson(house, { familyName: 'Wu', givenName: 'Ming', address, language: 'zh' });
  [officer, manager, stranger] = [
    await house.as(yiwu.people.cro),
    await house.as(yiwu.people.manager),
    await house.as(elsewhere),
  ];
  step = `${yiwu.path}/steps/asw_report`;
  files = new Sender(officer, step);
});
afterAll(() => house.stop());

const staged = () => readdirSync(house.environment.UPLOADS_FOLDER);
const kept = () => readdirSync(path.join(house.environment.PAPERS_FOLDER, yiwu.journeyId));
const download = async (reader: Caller, { href }: Pick<PaperShort, 'href'>) => {
  const { cookie } = reader;
  const response = await fetch(`${house.apiUrl}${href}`, { headers: cookie === null ? {} : { Cookie: cookie } });
  return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
};

describe('a file that is taken', () => {
  test.each([
    ['report.pdf', 'pdf', () => samples.pdf()],
    ['Report.docx', 'docx', () => samples.office('docx')],
    ['budget.xlsx', 'xlsx', () => samples.office('xlsx')],
    ['talk.pptx', 'pptx', () => samples.office('pptx')],
    ['map.png', 'png', () => samples.png],
    ['hall.JPEG', 'jpg', () => samples.jpg],
    ['IMG_0001.HEIC', 'heic', () => samples.heic],
  ])('%s is a %s by its content', async (name, kind, made) => {
    const bytes = await made();
    const paper = await files.sent(name, bytes);
    expect(paper).toMatchObject({ name, kind, version: 1, sizeBytes: bytes.length, by: { id: yiwu.people.cro } });
    expect(paper.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(staged()).toEqual([]);
  });

  test('under a name that was there it is the next version, and both stay', async () => {
    const bytes = samples.pdf(0, 'second');
    const [second, third] = [await files.sent('report.pdf', bytes), await files.sent('report.pdf', samples.pdf())];
    expect([second.version, third.version]).toEqual([2, 3]);
    expect((await download(officer, second)).bytes).toEqual(bytes);
  });

  test('finished twice it is one paper', async () => {
    const bytes = samples.pdf(0, 'twice');
    const id = await files.begun('twice.pdf', bytes.length);
    await files.piece(id, 0, bytes);
    const both = await Promise.all([files.finish(id), files.finish(id)]);
    const again = await files.finish(id);
    expect([...both, again].map((answer) => paperOf(answer).id)).toEqual([id, id, id]);
    expect(paperOf(again).version).toBe(1);
  });

  test('comes back as an attachment under its own name, and never as a page', async () => {
    const name = '研讨会 "final" 报告.pdf';
    const paper = await files.sent(name, samples.pdf());
    const { status, headers, bytes } = await download(manager, paper);
    expect(status).toBe(200);
    expect(bytes).toEqual(samples.pdf());
    expect(headers.get('content-type')).toBe('application/pdf');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain('sandbox');
    const disposition = headers.get('content-disposition') ?? '';
    expect(disposition).toMatch(/^attachment; /);
    expect(disposition).toContain(`filename*=UTF-8''${encodeURIComponent(name)}`);
  });

  test('is for those who may see the step, and for nobody else', async () => {
    const paper = await files.sent('private.pdf', samples.pdf());
    expect((await download(stranger, paper)).status).toBe(404);
    expect((await download(house.stranger, paper)).status).toBe(401);
    expect((await officer.problemOf('GET', `/papers/paper-${'0'.repeat(32)}`)).code).toBe('paper-unknown');
    const sentByStranger = await new Sender(stranger, step).begin('mine.pdf', 10);
    expect(asProblem(sentByStranger).code).toBe('journey-unknown');
  });
});

describe('a file that is refused', () => {
  const bad: [what: string, name: string, made: () => Promise<Buffer> | Buffer, code: string][] = [
    ['a plain zip', 'papers.zip', () => samples.zip({ 'a.txt': Buffer.from('a') }), 'paper-kind-refused'],
    [
      'a plain zip under another name',
      'papers.docx',
      () => samples.zip({ 'a.txt': Buffer.from('a') }),
      'paper-not-what-it-says',
    ],
    ['a file for macros', 'report.docm', () => samples.withMacros(), 'paper-with-macros'],
    ['macros under another name', 'report.docx', () => samples.withMacros(), 'paper-with-macros'],
    [
      'macros that the list of parts hides',
      'report.docx',
      () => samples.office('docx', { 'word/vbaProject.bin': Buffer.from('m') }),
      'paper-with-macros',
    ],
    [
      'macro sheets',
      'sheet.xlsx',
      () => samples.office('xlsx', { 'xl/macrosheets/sheet1.xml': Buffer.from('m') }),
      'paper-with-macros',
    ],
    ['a zip bomb', 'report.docx', () => samples.zipBomb(), 'paper-unpacks-too-large'],
    ['a page', 'report.html', () => samples.html, 'paper-kind-refused'],
    ['a PDF that is a page', 'report.pdf', () => samples.html, 'paper-not-what-it-says'],
    ['a page that begins as a PDF', 'report.pdf', () => samples.htmlInPdf, 'paper-not-what-it-says'],
    ['a PDF that breaks off', 'report.pdf', () => samples.pdf().subarray(0, 60), 'paper-damaged'],
    [
      'a document that breaks off',
      'report.docx',
      async () => (await samples.office('docx')).subarray(0, 200),
      'paper-damaged',
    ],
    ['SVG with a script', 'map.svg', () => samples.svg, 'paper-kind-refused'],
    ['SVG under another name', 'map.png', () => samples.svg, 'paper-not-what-it-says'],
    ['a picture under another kind', 'map.pdf', () => samples.png, 'paper-not-what-it-says'],
    ['a sheet under another kind', 'report.docx', () => samples.office('xlsx'), 'paper-not-what-it-says'],
    ['nothing', 'empty.pdf', () => Buffer.alloc(0), 'paper-empty'],
    ['more than 50 MB', 'large.pdf', () => Buffer.alloc(50 * 1024 * 1024 + 1), 'paper-too-large'],
    ['no name', '../..', () => samples.pdf(), 'paper-name-unusable'],
    ['a name of what cannot be seen', '\u202e\r\n.', () => samples.pdf(), 'paper-name-unusable'],
  ];
  test.each(bad)('%s (%j)', async (_what, name, made, code) => {
    const before = kept().length;
    const problem = await files.refusal(name, await made());
    expect(problem.code).toBe(code);
    expect(problem.detail).not.toMatch(/[{}]/);
    expect(staged()).toEqual([]);
    expect(kept().length).toBe(before);
  });

  test('is told to a Chinese reader in Chinese, by its name', async () => {
    const problem = await files.refusal('宏.docx', await samples.withMacros());
    expect(problem.detail).toMatch(/^“宏\.docx”包含宏/);
  });

  test('and an evidence that is not asked for, or a step that is not open, takes no file', async () => {
    expect(asProblem(await files.begin('report.pdf', 10, 'poem')).code).toBe('evidence-unknown');
    const draft = new Sender(officer, `${yiwu.path}/steps/draft`);
    expect(asProblem(await draft.begin('draft.pdf', 10, 'draft')).code).toBe('step-not-open');
  });
});

describe('names', () => {
  test.each([
    ['../../etc/passwd.pdf', 'passwd.pdf'],
    ['C:\\papers\\report.pdf', 'report.pdf'],
    ['report.pdf\r\nSet-Cookie: a=b.pdf', 'report.pdfSet-Cookie: a=b.pdf'],
    ['exe\u202efdp.pdf', 'exefdp.pdf'],
    ['..hidden  name .pdf', 'hidden name.pdf'],
    [`${'长'.repeat(300)}.pdf`, `${'长'.repeat(150)}.pdf`],
  ])('%j is kept as %j, in one line', async (given, name) => {
    const paper = await files.sent(given, samples.pdf());
    expect(paper.name).toBe(name);
    const { headers } = await download(officer, paper);
    expect(headers.get('set-cookie')).toBeNull();
  });
});

describe('an upload that does not come through at once', () => {
  const bytes = samples.pdf(2_000_000, 'in pieces');
  const part = Math.floor(bytes.length * 0.9);

  test('is cut at nine tenths, and goes on from there after the api was restarted', async () => {
    const id = await files.begun('cut.pdf', bytes.length);
    expect((await files.piece(id, 0, bytes.subarray(0, part))).status).toBe(204);
    await house.processes.api.kill();
    await house.processes.api.start();
    expect(await files.standsAt(id)).toBe(part);
    expect(asProblem(await files.finish(id)).code).toBe('upload-unfinished');
    expect(asProblem(await files.piece(id, 0, bytes)).code).toBe('upload-not-there');
    expect((await files.piece(id, part, bytes.subarray(part))).status).toBe(204);
    // Not even the last word got through: it is asked again of an api that began anew.
    await house.processes.api.kill();
    await house.processes.api.start();
    const paper = paperOf(await files.finish(id));
    expect((await download(officer, paper)).bytes.equals(bytes)).toBe(true);
  });

  test('is nobody else’s to go on with, and may be given up', async () => {
    const id = await files.begun('given-up.pdf', bytes.length);
    const elsewhere = new Sender(officer, `${yiwu.path}/steps/p1_actions`);
    expect(asProblem(await elsewhere.finish(id)).code).toBe('upload-unknown');
    const given = await officer.send('DELETE', `${step}/papers/${id}`, {
      key: null,
      headers: { 'Tus-Resumable': '1.0.0' },
    });
    expect(given.status).toBe(204);
    expect(asProblem(await files.finish(id)).code).toBe('upload-unknown');
    expect(staged()).toEqual([]);
  });

  test('is thrown away when no byte came for a day', async () => {
    const [left, going] = [await files.begun('left.pdf', bytes.length), await files.begun('going.pdf', bytes.length)];
    const aDayAgo = new Date(Date.now() - 25 * 3_600_000);
    await utimes(path.join(house.environment.UPLOADS_FOLDER, left), aDayAgo, aDayAgo);
    await house.processes.api.stop();
    await house.processes.api.start();
    expect(asProblem(await files.finish(left)).code).toBe('upload-unknown');
    expect(await files.standsAt(going)).toBe(0);
  });
});

describe('when there is no room, or the store is away', () => {
  const bytes = samples.pdf(0, 'patient');

  test('the disk of uploads is full: it is said, and goes on once there is room', async () => {
    const id = await files.begun('full.pdf', bytes.length);
    const file = path.join(house.environment.UPLOADS_FOLDER, id);
    await rm(file);
    await symlink('/dev/full', file);
    const problem = asProblem(await files.piece(id, 0, bytes));
    expect(problem).toMatchObject({ status: 507, code: 'paper-store-full' });
    await rm(file);
    await writeFile(file, '');
    await files.piece(id, 0, bytes);
    expect(paperOf(await files.finish(id)).name).toBe('full.pdf');
  });

  test('the store is full: nothing is half kept, and nothing has to be sent again', async () => {
    const id = await files.begun('store-full.pdf', bytes.length);
    await files.piece(id, 0, bytes);
    const partial = path.join(house.environment.PAPERS_FOLDER, yiwu.journeyId, `${id}.partial`);
    await symlink('/dev/full', partial);
    expect(asProblem(await files.finish(id))).toMatchObject({ status: 507, code: 'paper-store-full' });
    expect(kept().filter((name) => name.includes(id))).toEqual([]);
    const paper = paperOf(await files.finish(id));
    expect((await download(officer, paper)).bytes).toEqual(bytes);
  });

  test('the store is away: the upload waits, papers cannot be read, and all is there when it is back', async () => {
    const before = await files.sent('before.pdf', bytes);
    const id = await files.begun('away.pdf', bytes.length);
    await files.piece(id, 0, bytes);
    const folder = house.environment.PAPERS_FOLDER;
    await rename(folder, `${folder}-elsewhere`);
    expect(asProblem(await files.finish(id))).toMatchObject({ status: 503, code: 'paper-store-away' });
    expect((await officer.problemOf('GET', `/papers/${before.id}`)).code).toBe('paper-store-away');
    await rename(`${folder}-elsewhere`, folder);
    expect(paperOf(await files.finish(id)).name).toBe('away.pdf');
    expect((await download(officer, before)).status).toBe(200);
  });
});

describe('handing papers in', () => {
  test('names papers of this step and evidence only', async () => {
    const other = await new Sender(officer, `${yiwu.path}/steps/p1_actions`).sent(
      'actions.pdf',
      samples.pdf(),
      'inventory',
    );
    for (const papers of [[other.id], [`paper-${'0'.repeat(32)}`]]) {
      const problem = await officer.problemOf('POST', `${step}/submission`, {
        body: { evidence: { report: { kind: 'document', papers } } },
      });
      expect(problem.code).toBe('paper-not-of-this-step');
      expect(problem.errors).toMatchObject([{ pointer: '/evidence/report/papers' }]);
    }
    const neither = await officer.problemOf('POST', `${step}/submission`, {
      body: { evidence: { report: { kind: 'document', title: 'Nothing' } } },
    });
    expect(neither.errors).toMatchObject([{ pointer: '/evidence/report/papers', code: 'evidence-missing' }]);
  });

  test('shows them on the page of the city, with who and when', async () => {
    const [report, photo] = [await files.sent('final.pdf', samples.pdf()), await files.sent('hall.png', samples.png)];
    const papers = [report.id, photo.id];
    await officer.does(`${step}/submission`, { evidence: { report: { kind: 'document', title: 'Report', papers } } });
    const page = await manager.read(cityPageResponse, yiwu.path);
    const [round] = page.steps.find(({ ref }) => ref === 'asw_report')!.rounds;
    expect(round!.handedIn).toMatchObject({
      report: {
        kind: 'document',
        title: 'Report',
        papers: [
          { name: 'final.pdf', kind: 'pdf', by: { id: yiwu.people.cro }, href: report.href },
          { name: 'hall.png', kind: 'png', href: photo.href },
        ],
      },
    });
    expect(asProblem(await files.begin('late.pdf', 10)).code).toBe('step-not-open');
  });
});
