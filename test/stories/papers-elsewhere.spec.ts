import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { createServer, connect } from 'node:net';
import { S3 } from '@aws-sdk/client-s3';
import { freePort } from '@citypath/local';
import { asProblem, type Caller } from '../support/caller';
import { House } from '../support/house';
import { pdf } from '../support/sample-files';
import { paperOf, Sender } from '../support/sender';
import { takeOverYiwu, type Yiwu } from '../support/yiwu-on-its-way';

/** Papers in a real S3 server, looked at by a real ClamAV that knows one signature of ours. */
const { CITYPATH_TEST_S3: endpoint, CITYPATH_TEST_CLAMD: clamd, CITYPATH_TEST_CLAMD_MARKER: marker } = process.env;

const bucket = `papers-${randomUUID()}`;
const store = {
  PAPERS_S3_ENDPOINT: endpoint ?? '',
  PAPERS_S3_BUCKET: bucket,
  PAPERS_S3_KEY: 'key',
  PAPERS_S3_SECRET: 'secret',
};
const s3 = new S3({
  endpoint: endpoint ?? '',
  region: 'us-east-1',
  forcePathStyle: true,
  credentials: { accessKeyId: 'key', secretAccessKey: 'secret' },
});
const keysInStore = async () =>
  ((await s3.listObjectsV2({ Bucket: bucket })).Contents ?? []).map(({ Key }) => Key ?? '');

let house: House;
let yiwu: Yiwu;
let officer: Caller;
let files: Sender;
let clamdPort: number;

/** Stands before the scanner, so that a story can take it away. */
const door = createServer((near) => {
  const [host = '', port = ''] = (clamd ?? '').split(':');
  const far = connect({ host, port: Number(port) });
  far.on('error', () => near.destroy());
  near.on('error', () => far.destroy());
  near.pipe(far).pipe(near);
});

beforeAll(async () => {
  if (!endpoint || !clamd || !marker) throw new Error('There is no S3 server or no virus scanner: run `npm test`.');
  await s3.createBucket({ Bucket: bucket });
  clamdPort = await freePort();
  await open();
  house = await House.start({ papers: { ...store, CLAMAV_ADDRESS: `127.0.0.1:${clamdPort}` } });
  yiwu = await takeOverYiwu(house);
  officer = await house.as(yiwu.people.cro);
  files = new Sender(officer, `${yiwu.path}/steps/asw_report`);
});
afterAll(async () => {
  await house.stop();
  await shut();
  s3.destroy();
});

const open = () => new Promise<void>((resolve) => door.listen(clamdPort, '127.0.0.1', resolve));
const shut = () => new Promise<void>((resolve) => door.close(() => resolve()));
const staged = () => readdirSync(house.environment.UPLOADS_FOLDER);

test('a clean paper lies in the bucket, whole, and comes back from there', async () => {
  const bytes = pdf(3_000_000);
  const paper = await files.sent('报告.pdf', bytes);
  expect(await keysInStore()).toEqual([`${yiwu.journeyId}/${paper.id}`]);
  const response = await fetch(`${house.apiUrl}${paper.href}`, { headers: { Cookie: officer.cookie ?? '' } });
  expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true);
  expect(staged()).toEqual([]);
});

test('what the scanner knows is refused by its name, and lies nowhere', async () => {
  const before = await keysInStore();
  const problem = await files.refusal('report.pdf', pdf(100_000, marker));
  expect(problem).toMatchObject({ status: 422, code: 'paper-infected' });
  expect(problem.detail).toContain('CityPath.Test');
  expect(await keysInStore()).toEqual(before);
  expect(staged()).toEqual([]);
});

test('while the scanner is away nothing is taken unseen; the bytes wait, and are not sent again', async () => {
  const bytes = pdf(50_000, 'patient');
  const before = await keysInStore();
  const id = await files.begun('patient.pdf', bytes.length);
  await files.piece(id, 0, bytes);
  await shut();
  const problem = asProblem(await files.finish(id));
  expect(problem).toMatchObject({ status: 503, code: 'paper-scanner-away' });
  expect(problem.detail).not.toMatch(/[A-Za-z]{4}/);
  expect(await keysInStore()).toEqual(before);
  await open();
  expect(paperOf(await files.finish(id)).name).toBe('patient.pdf');
});

test('a scanner that hangs up in the middle has said nothing', async () => {
  await shut();
  const rude = createServer((socket) => socket.once('data', () => socket.destroy()));
  await new Promise<void>((resolve) => rude.listen(clamdPort, '127.0.0.1', resolve));
  const bytes = pdf(500_000);
  const id = await files.begun('rude.pdf', bytes.length);
  await files.piece(id, 0, bytes);
  expect(asProblem(await files.finish(id)).code).toBe('paper-scanner-away');
  await new Promise<void>((resolve) => rude.close(() => resolve()));
  await open();
  expect(paperOf(await files.finish(id)).name).toBe('rude.pdf');
});

test('a bucket that is not there is a store that is away: it is said, and goes on when it is back', async () => {
  const bytes = pdf(50_000, 'waits for the store');
  const id = await files.begun('store.pdf', bytes.length);
  await files.piece(id, 0, bytes);
  const keys = await keysInStore();
  await s3.deleteObjects({ Bucket: bucket, Delete: { Objects: keys.map((Key) => ({ Key })) } });
  await s3.deleteBucket({ Bucket: bucket });
  expect(asProblem(await files.finish(id))).toMatchObject({ status: 503, code: 'paper-store-away' });
  await s3.createBucket({ Bucket: bucket });
  const paper = paperOf(await files.finish(id));
  expect(await keysInStore()).toEqual([`${yiwu.journeyId}/${paper.id}`]);
});
