import type { ImportMapping, ImportRemark, Language } from '@citypath/contracts';
import { Imports, type ImportedFile } from '@citypath/store';
import { Injectable, StreamableFile } from '@nestjs/common';
import writeWorkbook from 'write-excel-file/node';
import { Editions } from '../journeys/editions';
import { cellText, type Cell } from './file/table';
import type { RowVerdict } from './rows/dry-run';
import { importFields, type ImportField } from './rows/import-fields';

export const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What a cell of a workbook that we write may be: text never becomes a formula there. */
type Written = { value: string; type?: StringConstructor; fontWeight?: 'bold'; wrap?: boolean } | null;

/** Workbooks that go out: the template, and the rows that have to be corrected. */
@Injectable()
export class ImportFiles {
  constructor(
    private readonly editions: Editions,
    private readonly imports: Imports,
  ) {}

  /** @throws ProblemError programme-unknown */
  async template(programme: string): Promise<StreamableFile> {
    const fields = importFields(this.editions.newest(programme).definition);
    const titles = fields.map((field): Written => bold(`${field.title.en} / ${field.title.zh}`));
    const example = fields.map((field): Written => text(exampleOf(field)));
    const columns = fields.map(() => ({ width: 24 }));
    const workbook = writeWorkbook([
      { data: [titles], sheet: 'Cities 城市', columns, stickyRowsCount: 1 },
      { data: [titles, example], sheet: 'Example 示例', columns },
      { data: EXPLANATION.map((line): Written[] => [text(line)]), sheet: 'How 说明', columns: [{ width: 110 }] },
    ]);
    return new StreamableFile(await workbook.toBuffer(), { type: WORKBOOK });
  }

  /** The rows that are refused or failed, as they stand, with a column that says what is wrong. */
  async refusedRows(file: ImportedFile, language: Language): Promise<StreamableFile> {
    const rows = await this.imports.rows(file.id);
    const bad = rows.filter(({ verdict, state }) => (verdict as RowVerdict).level === 'refused' || state === 'failed');
    const { columns } = file.mapping as ImportMapping;
    const said = language === 'zh' ? '问题' : 'What is wrong';
    const data = [
      [bold(said), ...file.header.map(bold)],
      ...bad.map(({ cells, verdict, said: failure }): Written[] => [
        text(
          [
            ...(verdict as RowVerdict).remarks
              .filter(({ level }) => level === 'refused')
              .map((remark) => remarkText(remark, file.header, columns, language)),
            ...(failure === null ? [] : [(failure as { en: string; zh: string })[language]]),
          ].join('\n'),
        ),
        ...file.header.map((_, column) => text(cellText((cells as Cell[])[column]))),
      ]),
    ];
    const widths = [{ width: 60 }, ...file.header.map(() => ({ width: 20 }))];
    const workbook = writeWorkbook(data, { columns: widths, stickyRowsCount: 1 });
    return new StreamableFile(await workbook.toBuffer(), { type: WORKBOOK });
  }
}

function remarkText(
  { field, fieldTitle, sentence }: ImportRemark,
  header: readonly string[],
  columns: ImportMapping['columns'],
  language: Language,
): string {
  const column = field === null ? undefined : columns[field];
  const title = column === undefined ? fieldTitle?.[language] : header[column];
  const colon = language === 'zh' ? '：' : ': ';
  return title === undefined ? sentence[language] : `${title}${colon}${sentence[language]}`;
}

function bold(value: string): Written {
  return { value, type: String, fontWeight: 'bold', wrap: true };
}

function text(value: string): Written {
  return value === '' ? null : { value, type: String, wrap: true };
}

const EXAMPLES: Record<string, string> = {
  'city.nameEn': 'Yiwu',
  'city.nameZh': '义乌市',
  'city.level': 'county-level city',
  'city.gbCode': '330782',
  'city.country': 'CN',
  joinedOn: '2025-03-12',
  family: 'Xiong',
  given: 'Tao',
  nameZh: '',
  address: 'officer@yiwu.example',
  language: 'zh',
  title: 'Vice Mayor',
};

/** The officer is told in full; of the steps some with a day, some without. */
function exampleOf({ key }: ImportField): string {
  const known = EXAMPLES[key];
  if (known !== undefined) return known;
  const [kind, which = '', part = ''] = key.split('.');
  if (kind === 'seat') return which === 'cro' ? (EXAMPLES[part] ?? '') : '';
  return ['application', 'selection'].includes(which) ? '2025-04-30' : ['grant', 'cro'].includes(which) ? 'x' : '';
}

const EXPLANATION = [
  'One city in each row of the first sheet. Only the name of the city is needed; leave out what is not known.',
  'Days: 2026-10-26, 26/10/2026 or 2026年10月26日. Where a step is done and its day is not known, write x.',
  'A person needs a mail address. Who is known already is found by it and stays as he or she is.',
  'Columns may be left out, moved and called otherwise: after the upload you say which is which.',
  '第一个工作表中每行一个城市。只有城市名称为必填，不清楚的内容可以留空。',
  '日期可写作 2026-10-26、26/10/2026 或 2026年10月26日。步骤已完成而日期不详时，请写 x。',
  '人员须有邮箱。已登记的人员按邮箱匹配，资料保持不变。',
  '各列可以删减、移动或改名：上传后可以指定每列的含义。',
];
