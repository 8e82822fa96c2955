import type { Locator } from 'playwright-core';
import type { Desk } from './desk';
import type { Somebody } from './network-of-five';
import type { PaperFile } from './papers-made-here';

/** Writes somebody new down in the window that stands open, in the language of the desk. */
export async function writeDown(desk: Desk, somebody: Somebody): Promise<void> {
  const { page } = desk;
  const add = desk.words('Add a person', '添加人员');
  const form = page.getByRole('dialog', { name: add });
  await form.getByLabel(desk.words('Family name', '姓（拼音或外文）')).fill(somebody.familyName);
  await form.getByLabel(desk.words('Given name', '名（拼音或外文）')).fill(somebody.givenName);
  await form.getByLabel(desk.words('Chinese name', '中文姓名')).fill(somebody.nameZh);
  await form.getByLabel(desk.words('Mail address', '邮箱地址')).fill(somebody.address);
  await form.getByLabel(desk.words('Language of pages', '页面和信函的语言')).selectOption(desk.language);
  await form.getByRole('button', { name: add }).click();
  await form.waitFor({ state: 'detached' });
}

/** Gives a seat of the programme to somebody new. */
export async function giveSeat(desk: Desk, seat: string, somebody: Somebody): Promise<void> {
  const { page } = desk;
  const give = desk.words('Give this seat', '授予此职务');
  const line = page.getByRole('listitem').filter({ hasText: seat });
  await line.getByRole('button', { name: give }).click();
  await line.getByRole('button', { name: desk.words('Add somebody new', '添加新人员') }).click();
  await writeDown(desk, somebody);
  await line.getByRole('button', { name: give }).click();
  await line.getByRole('link', { name: nameOn(desk, somebody) }).waitFor();
}

/** Imports a workbook of five cities, all of them good, and lets the letters go at once. */
export async function importCities(desk: Desk, buffer: Buffer): Promise<void> {
  const { page } = desk;
  await page.getByRole('link', { name: desk.words('Programmes', '项目'), exact: true }).click();
  await page.getByRole('link', { name: desk.words('Import cities', '导入城市') }).click();
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const name = desk.words('network.xlsx', '城市网络.xlsx');
  await page.locator('input[type=file]').setInputFiles({ name, mimeType, buffer });
  await desk.press(desk.words('Import all 5 cities', '导入全部5个城市'));
  await page.getByText(desk.words('5 cities have joined.', '已加入5个城市。')).waitFor();
  await desk.press(desk.words('Send the letters now', '立即发出信函'));
  await page.getByText(desk.words('Their letters go since', '暂缓期已过')).waitFor();
}

/** Gives a seat of the city whose page stands open to somebody new: `act` is the button's words. */
export async function seatSomebodyNew(desk: Desk, seat: string, act: string, somebody: Somebody): Promise<void> {
  const { page } = desk;
  const line = page
    .getByRole('region', { name: desk.words('People', '人员') })
    .getByRole('listitem')
    .filter({ hasText: seat })
    .first();
  await line.getByText(desk.words('Acts', '操作')).click();
  await line.getByRole('button', { name: act }).click();
  const form = line.getByRole('form');
  await form
    .getByRole('button', { name: desk.words('Add somebody new', '添加新人员') })
    .first()
    .click();
  await writeDown(desk, somebody);
  await form.getByLabel(desk.words('The day is not known', '日期不详')).check();
  await form.getByRole('button', { name: act }).click();
  await line.getByText(nameOn(desk, somebody)).waitFor();
}

/** Hands papers in at the step whose page stands open. */
export async function handIn(desk: Desk, step: string, papers: PaperFile[]): Promise<void> {
  const { page } = desk;
  const act = desk.words(`Hand in: ${step}`, `提交${step}`);
  const form = page.getByRole('form', { name: act });
  await form.waitFor();
  await form.locator('input[type=file]').first().setInputFiles(papers);
  for (const { name } of papers) await arrived(desk, form, name);
  await form.getByRole('button', { name: act, exact: true }).click();
  await page.getByText(desk.words('Recorded.', '已记录。')).waitFor();
}

/** Accepts or returns what waits first on the page that stands open. */
export async function decide(desk: Desk, act: string, comment?: string): Promise<void> {
  const { page } = desk;
  await page.getByRole('button', { name: act }).first().click();
  const form = page.getByRole('form', { name: act });
  if (comment !== undefined) await form.getByLabel(desk.words('What has to change', '需要修改的内容')).fill(comment);
  await form.getByRole('button', { name: act }).click();
  await form.waitFor({ state: 'detached' });
}

/** A person as the desk's language names somebody. */
export function nameOn(desk: Desk, { familyName, givenName, nameZh }: Somebody): string {
  return desk.words(`${familyName} ${givenName}`, nameZh);
}

async function arrived(desk: Desk, form: Locator, name: string): Promise<void> {
  await form.getByRole('listitem').filter({ hasText: name }).getByText(desk.words('arrived', '已送达')).waitFor();
}
