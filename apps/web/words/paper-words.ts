import { bilingual } from './language';

/** Files: on their way up, and handed in. */
export const paperWords = bilingual(
  {
    papers: 'Papers',
    size: (bytes: number) => sizeInWords(bytes),
    version: (version: number) => `version ${version}`,
    uploaded: (who: string | null, when: string) => (who === null ? when : `${who}, ${when}`),
    addFiles: 'Add files',
    files: 'Files added',
    choose: 'Choose files',
    takePhoto: 'Take a photo',
    orDrop: 'or drop them here',
    kinds: 'PDF, Word, Excel, PowerPoint without macros, PNG, JPEG or HEIC; up to 50 MB each.',
    arrived: 'arrived',
    state: {
      sending: 'on its way',
      paused: 'paused',
      checking: 'being looked at',
      stopped: 'stopped',
      refused: 'not taken',
    },
    noAnswer: 'No answer came. What was sent is kept; it goes on from there.',
    unfinished: (name: string) =>
      `“${name}” did not get through last time. Choose it again, and it goes on from there.`,
    progress: (name: string) => `How much of ${name} has arrived`,
    pause: 'Pause',
    pauseNamed: (name: string) => `Pause ${name}`,
    resume: 'Go on',
    resumeNamed: (name: string) => `Go on with ${name}`,
    retry: 'Try again',
    retryNamed: (name: string) => `Try again: ${name}`,
    remove: 'Take away',
    removeNamed: (name: string) => `Take away ${name}`,
  },
  {
    papers: '文件',
    size: (bytes: number) => sizeInWords(bytes),
    version: (version: number) => `第${version}版`,
    uploaded: (who: string | null, when: string) => (who === null ? when : `${who}，${when}`),
    addFiles: '添加文件',
    files: '已添加的文件',
    choose: '选择文件',
    takePhoto: '拍照',
    orDrop: '或拖放至此处',
    kinds: 'PDF、Word、Excel、PowerPoint（不含宏）、PNG、JPEG 或 HEIC；每个文件不超过 50 MB。',
    arrived: '已送达',
    state: {
      sending: '正在上传',
      paused: '已暂停',
      checking: '正在检查',
      stopped: '已中断',
      refused: '未接收',
    },
    noAnswer: '未收到回应。已上传的内容会保留，可从中断处继续。',
    unfinished: (name: string) => `“${name}”上次未上传完毕。请重新选择该文件，将从中断处继续。`,
    progress: (name: string) => `${name} 的上传进度`,
    pause: '暂停',
    pauseNamed: (name: string) => `暂停 ${name}`,
    resume: '继续',
    resumeNamed: (name: string) => `继续上传 ${name}`,
    retry: '重试',
    retryNamed: (name: string) => `重试 ${name}`,
    remove: '移除',
    removeNamed: (name: string) => `移除 ${name}`,
  },
);

/** '12 KB', '3.4 MB': what people compare with what their mail program says. */
function sizeInWords(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024))} KB`;
  const megabytes = bytes / (1024 * 1024);
  return `${megabytes < 10 ? megabytes.toFixed(1) : Math.round(megabytes)} MB`;
}
