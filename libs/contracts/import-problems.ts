import type { ProblemWording } from './problem-wording';

/** Why a file cannot be imported, or an import cannot go on. */
export type ImportProblemCode =
  | 'import-unknown'
  | 'import-file-too-large'
  | 'import-file-empty'
  | 'import-file-of-another-kind'
  | 'import-file-with-macros'
  | 'import-file-locked'
  | 'import-file-broken'
  | 'import-file-unpacks-too-large'
  | 'import-file-unreadable-text'
  | 'import-without-rows'
  | 'import-too-many-rows'
  | 'import-with-refused-rows'
  | 'import-without-good-rows'
  | 'import-began-already'
  | 'import-not-done';

export const importProblems: Record<ImportProblemCode, ProblemWording> = {
  'import-unknown': {
    status: 404,
    title: { en: 'No such import', zh: '没有该导入' },
    sentence: { en: 'Nothing was imported under this address.', zh: '此地址没有导入记录。' },
  },
  'import-file-too-large': {
    status: 413,
    title: { en: 'The file is too large', zh: '文件过大' },
    sentence: {
      en: 'The file is larger than {most|5} MB. Five thousand cities fit into much less: take out pictures and other sheets, or split the file.',
      zh: '文件超过 {most|5} MB。五千个城市远不需要这么大：请删去图片和其他工作表，或拆分文件。',
    },
  },
  'import-file-empty': {
    status: 422,
    title: { en: 'The file is empty', zh: '文件为空' },
    sentence: { en: 'There is nothing in the file. Choose another one.', zh: '文件中没有内容，请另选文件。' },
  },
  'import-file-of-another-kind': {
    status: 422,
    title: { en: 'Not a table', zh: '不是表格文件' },
    sentence: {
      en: 'The file is neither an Excel workbook (.xlsx) nor a table as text (.csv). In your spreadsheet program choose "Save as" and one of the two.',
      zh: '该文件既不是 Excel 工作簿（.xlsx），也不是文本表格（.csv）。请在电子表格软件中选择“另存为”其中一种格式。',
    },
  },
  'import-file-with-macros': {
    status: 422,
    title: { en: 'The workbook has macros', zh: '工作簿含有宏' },
    sentence: {
      en: 'The workbook carries macros (.xlsm), which are programs. None of them was run, and nothing was read. Save it as a plain workbook (.xlsx) and choose that one.',
      zh: '该工作簿含有宏（.xlsm），即程序。系统没有运行其中任何宏，也没有读取内容。请另存为普通工作簿（.xlsx）后再选择。',
    },
  },
  'import-file-locked': {
    status: 422,
    title: { en: 'An old or locked workbook', zh: '旧格式或加密的工作簿' },
    sentence: {
      en: 'The file is an old workbook (.xls) or is locked with a password. Open it in your spreadsheet program and save it as .xlsx without a password.',
      zh: '该文件为旧格式工作簿（.xls）或已加密。请用电子表格软件打开，另存为不加密的 .xlsx 文件。',
    },
  },
  'import-file-broken': {
    status: 422,
    title: { en: 'The workbook is damaged', zh: '工作簿已损坏' },
    sentence: {
      en: 'The workbook cannot be read: it is damaged, or was cut off on its way. Open it in your spreadsheet program, save it again, and choose it once more.',
      zh: '无法读取该工作簿：文件已损坏或传输不完整。请用电子表格软件打开并重新保存后再选择。',
    },
  },
  'import-file-unpacks-too-large': {
    status: 422,
    title: { en: 'The workbook unpacks to too much', zh: '工作簿解压后过大' },
    sentence: {
      en: 'Unpacked, the workbook would be larger than {most|60} MB, so it was not unpacked. A table of cities is much smaller: copy it into a new workbook.',
      zh: '该工作簿解压后将超过 {most|60} MB，因此未予解压。城市表格远小于此：请将表格复制到新的工作簿。',
    },
  },
  'import-file-unreadable-text': {
    status: 422,
    title: { en: 'The text cannot be read', zh: '无法识别文字编码' },
    sentence: {
      en: 'The text is neither UTF-8 nor GB18030, or its quotation marks do not end. Save it as "CSV UTF-8", or as .xlsx.',
      zh: '文字编码既不是 UTF-8 也不是 GB18030，或引号没有配对。请另存为“CSV UTF-8”或 .xlsx。',
    },
  },
  'import-without-rows': {
    status: 422,
    title: { en: 'No city in the file', zh: '文件中没有城市' },
    sentence: {
      en: 'The first sheet has no row below its titles. Titles stand in the first row, each city in one row below.',
      zh: '第一个工作表的标题行下面没有内容。标题应在第一行，其下每行一个城市。',
    },
  },
  'import-too-many-rows': {
    status: 422,
    title: { en: 'Too many rows', zh: '行数过多' },
    sentence: {
      en: 'The file has {rows|too many} rows, and one import takes at most {most|5000}. Split it into several files.',
      zh: '文件共有{rows|过多的}行，而一次最多导入{most|5000}行。请拆分为几个文件。',
    },
  },
  'import-with-refused-rows': {
    status: 409,
    title: { en: 'Some rows are refused', zh: '部分行无法导入' },
    sentence: {
      en: '{refused|Some} of the rows cannot be imported as they are. Correct them, or import only the good ones.',
      zh: '有{refused|若干}行无法按现状导入。请先更正，或只导入合格的行。',
    },
  },
  'import-without-good-rows': {
    status: 409,
    title: { en: 'No row can be imported', zh: '没有可导入的行' },
    sentence: {
      en: 'None of the rows can be imported as it is. What is wrong stands at each of them.',
      zh: '没有一行可以按现状导入，每行的问题均已列出。',
    },
  },
  'import-began-already': {
    status: 409,
    title: { en: 'It began already', zh: '导入已经开始' },
    sentence: {
      en: 'This import has begun, so its rows stay as they are. Its page shows what became of each.',
      zh: '导入已经开始，各行不再更改。每行的结果请见导入页面。',
    },
  },
  'import-not-done': {
    status: 409,
    title: { en: 'Not at this moment', zh: '目前不能执行' },
    sentence: {
      en: 'This can be done once the import has ended, and only once. Its page shows where it stands.',
      zh: '此操作须在导入结束后进行，且只能进行一次。目前进展请见导入页面。',
    },
  },
};
