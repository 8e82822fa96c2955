import type { ProblemWording } from './problem-wording';

/** What can be wrong with a file on its way in, or with a draft. */
export type PaperProblemCode =
  | 'paper-unknown'
  | 'paper-not-of-this-step'
  | 'paper-name-unusable'
  | 'paper-kind-refused'
  | 'paper-not-what-it-says'
  | 'paper-damaged'
  | 'paper-with-macros'
  | 'paper-unpacks-too-large'
  | 'paper-empty'
  | 'paper-too-large'
  | 'paper-infected'
  | 'paper-scanner-away'
  | 'paper-store-away'
  | 'paper-store-full'
  | 'upload-unknown'
  | 'upload-unfinished'
  | 'upload-not-there'
  | 'upload-malformed'
  | 'draft-changed-meanwhile';

export const paperProblems: Record<PaperProblemCode, ProblemWording> = {
  'paper-unknown': {
    status: 404,
    title: { en: 'No such paper', zh: '没有该文件' },
    sentence: {
      en: 'There is no such paper, or it is not one that you may read.',
      zh: '没有该文件，或您无权查阅。',
    },
  },
  'paper-not-of-this-step': {
    status: 422,
    title: { en: 'Not a paper of this step', zh: '文件不属于该步骤' },
    sentence: {
      en: 'A paper named here was not uploaded for this evidence of this step. Add the file again.',
      zh: '所列文件并非为该步骤的此项材料上传，请重新添加。',
    },
  },
  'paper-name-unusable': {
    status: 422,
    title: { en: 'The name cannot be used', zh: '文件名无法使用' },
    sentence: {
      en: 'Nothing is left of the name of this file once what cannot be shown is taken away. Rename it, for example "report.pdf".',
      zh: '去除无法显示的字符后，文件名为空。请重新命名，例如“报告.pdf”。',
    },
  },
  'paper-kind-refused': {
    status: 415,
    title: { en: 'Not a kind that is taken', zh: '不支持的文件类型' },
    sentence: {
      en: '"{name|This file}" is not one of PDF, Word (docx), Excel (xlsx), PowerPoint (pptx), PNG, JPEG or HEIC. Save it as one of them and add it again.',
      zh: '“{name|该文件}”不属于 PDF、Word（docx）、Excel（xlsx）、PowerPoint（pptx）、PNG、JPEG 或 HEIC。请另存为其中一种格式后重新添加。',
    },
  },
  'paper-not-what-it-says': {
    status: 422,
    title: { en: 'Not what its name says', zh: '内容与文件名不符' },
    sentence: {
      en: '"{name|This file}" is called {said|one thing} and holds something else. Save it anew from the program that made it, and add it again.',
      zh: '“{name|该文件}”的内容与后缀（{said|–}）不符。请用原程序重新保存后再添加。',
    },
  },
  'paper-damaged': {
    status: 422,
    title: { en: 'The file is damaged', zh: '文件已损坏' },
    sentence: {
      en: '"{name|This file}" cannot be read to its end. Save it anew from the program that made it, and add it again.',
      zh: '“{name|该文件}”无法完整读取。请用原程序重新保存后再添加。',
    },
  },
  'paper-with-macros': {
    status: 422,
    title: { en: 'The file holds macros', zh: '文件包含宏' },
    sentence: {
      en: '"{name|This file}" holds macros, which could harm whoever opens it. Save it without macros (docx, xlsx or pptx), and add it again.',
      zh: '“{name|该文件}”包含宏，可能危及打开它的人。请另存为不含宏的格式（docx、xlsx 或 pptx）后重新添加。',
    },
  },
  'paper-unpacks-too-large': {
    status: 422,
    title: { en: 'Unpacks to far too much', zh: '解压后过大' },
    sentence: {
      en: '"{name|This file}" would unpack to far more than a document holds, so it was not opened. Save it anew, with smaller pictures.',
      zh: '“{name|该文件}”解压后的大小远超正常文档，因此未予打开。请压缩其中的图片后重新保存。',
    },
  },
  'paper-empty': {
    status: 422,
    title: { en: 'The file is empty', zh: '文件为空' },
    sentence: { en: '"{name|This file}" holds nothing.', zh: '“{name|该文件}”没有内容。' },
  },
  'paper-too-large': {
    status: 413,
    title: { en: 'The file is too large', zh: '文件过大' },
    sentence: {
      en: 'A file may hold 50 MB at most. Make its pictures smaller, or hand in a link instead.',
      zh: '单个文件不得超过 50 MB。请压缩其中的图片，或改为提交链接。',
    },
  },
  'paper-infected': {
    status: 422,
    title: { en: 'The virus scanner refuses it', zh: '未通过病毒扫描' },
    sentence: {
      en: 'The virus scanner found {signature|something} in "{name|this file}", so it was thrown away. Have your computer looked at, and add a clean file.',
      zh: '病毒扫描在“{name|该文件}”中发现{signature|可疑内容}，文件已删除。请检查您的电脑，并添加干净的文件。',
    },
  },
  'paper-scanner-away': {
    status: 503,
    title: { en: 'The virus scanner is away', zh: '病毒扫描暂不可用' },
    sentence: {
      en: 'The virus scanner does not answer. What was sent is kept for a day: please try again in a moment, nothing has to be sent anew.',
      zh: '病毒扫描服务暂无响应。已上传的内容会保留一天，请稍后重试，无需重新上传。',
    },
  },
  'paper-store-away': {
    status: 503,
    title: { en: 'The store of papers is away', zh: '文件存储暂不可用' },
    sentence: {
      en: 'The store of papers does not answer. What was sent is kept for a day: please try again in a moment, nothing has to be sent anew.',
      zh: '文件存储服务暂无响应。已上传的内容会保留一天，请稍后重试，无需重新上传。',
    },
  },
  'paper-store-full': {
    status: 507,
    title: { en: 'The store of papers is full', zh: '文件存储空间已满' },
    sentence: {
      en: 'There is no room for this file at the moment; an administrator has to make some. What was sent is kept for a day, and you may try again. Instead of the file a link will do.',
      zh: '存储空间已满，需由管理员清理。已上传的内容会保留一天，您可稍后重试，也可改为提交链接。',
    },
  },
  'upload-unknown': {
    status: 404,
    title: { en: 'No such upload', zh: '没有该上传' },
    sentence: {
      en: 'This upload is not known here: it was thrown away, or waited longer than a day. Add the file again.',
      zh: '没有该上传的记录：可能已被删除，或已超过一天。请重新添加文件。',
    },
  },
  'upload-unfinished': {
    status: 409,
    title: { en: 'Not all of it arrived', zh: '上传尚未完成' },
    sentence: {
      en: 'Not all of the file has arrived yet. Let the upload go on first.',
      zh: '文件尚未全部送达，请先继续上传。',
    },
  },
  'upload-not-there': {
    status: 409,
    title: { en: 'It goes on elsewhere', zh: '续传位置不符' },
    sentence: {
      en: 'The upload has got further, or not as far, as was thought. Ask where it stands, and go on from there.',
      zh: '上传进度与预期不符，请查询当前进度后继续。',
    },
  },
  'upload-malformed': {
    status: 400,
    title: { en: 'Not an upload', zh: '上传请求有误' },
    sentence: {
      en: 'Files are sent by the tus protocol, version 1.0.0, with their length and the metadata "evidence" and "filename".',
      zh: '文件须按 tus 协议 1.0.0 版上传，并附文件长度及元数据 evidence 与 filename。',
    },
  },
  'draft-changed-meanwhile': {
    status: 409,
    title: { en: 'Somebody else wrote meanwhile', zh: '草稿已被他人修改' },
    sentence: {
      en: 'Somebody else changed this draft meanwhile, so yours was not saved over it. What you typed is still here.',
      zh: '草稿已被他人修改，因此未覆盖保存。您填写的内容仍在本页。',
    },
  },
};
