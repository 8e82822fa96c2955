import type { Language } from '@citypath/calendar';
import { greetingOf } from '../wording/names';
import type { PersonName } from './letter-facts';
import type { LetterText } from './letter-text';

export interface SignInFacts {
  language: Language;
  reader: PersonName;
  /** Of the page with the button that signs in. */
  linkUrl: string;
  /** Eight digits. */
  code: string;
  /** So long both hold. */
  minutes: number;
}

/** What somebody asked for just now, to sign in. No subject says the code: subjects are read over shoulders. */
export function signIn({ language, reader, linkUrl, code, minutes }: SignInFacts): LetterText {
  const inGroups = `${code.slice(0, 4)} ${code.slice(4)}`;
  const greeting = greetingOf(reader, language);
  if (language === 'zh') {
    return {
      subject: '登录CityPath',
      greeting,
      paragraphs: [
        '您刚刚请求登录CityPath。请在发出请求的浏览器中打开以下链接，并在页面上确认。',
        '如果您在另一台设备上阅读此邮件，请在原页面输入验证码：',
        { code: inGroups },
      ],
      button: { label: '登录CityPath', url: linkUrl },
      afterwards: [`链接和验证码在${minutes}分钟内有效，仅可使用一次。`],
      footnotes: ['如果不是您本人请求登录，无需任何操作：没有此邮件，任何人都无法登录。请勿将验证码告知他人。'],
    };
  }
  return {
    subject: 'Sign in to CityPath',
    greeting,
    paragraphs: [
      'You asked to sign in to CityPath just now. Open the link in the browser in which you asked, and confirm it on the page.',
      'Reading this on another device? Type this code on the page where you asked:',
      { code: inGroups },
    ],
    button: { label: 'Sign in to CityPath', url: linkUrl },
    afterwards: [`Link and code hold for ${minutes} minutes, and only one of them can be used, once.`],
    footnotes: [
      'If it was not you who asked, do nothing: without this letter nobody gets in. Never tell the code to anybody.',
    ],
  };
}
