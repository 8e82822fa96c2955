import type { SignedInBrowser } from '@citypath/contracts';
import { bilingual } from './language';

type Browsers = Record<SignedInBrowser['browser'], string>;

const names: Omit<Browsers, 'wechat' | 'qq' | 'other'> = {
  chrome: 'Chrome',
  edge: 'Edge',
  firefox: 'Firefox',
  opera: 'Opera',
  safari: 'Safari',
  samsung: 'Samsung Internet',
};

/** The page of one's own account. */
export const accountWords = bilingual(
  {
    title: 'Your account',
    language: 'Language',
    languageExplained: 'Of your pages, and of all letters to you.',
    browsers: 'Where you are signed in',
    idle: (hours: string) => `A browser that nobody uses for ${hours} is signed out by itself.`,
    minutes: (count: number) => `${count} minutes`,
    hours: (count: number) => `${count} hours`,
    here: 'this browser',
    browser: { ...names, wechat: 'WeChat', qq: 'QQ Browser', other: 'Another browser' } satisfies Browsers,
    device: { computer: 'on a computer', phone: 'on a phone or tablet' },
    way: {
      link: 'by the link of a letter',
      code: 'by the code of a letter',
      organisation: 'through your organisation',
      local: 'by the door of this machine',
    },
    since: (at: string, way: string) => `Signed in on ${at}, ${way}`,
    lastSeen: (at: string) => `last used on ${at}`,
    end: 'Sign out',
    endNamed: (browser: string) => `Sign out ${browser}`,
    endOthers: 'Sign out everywhere but here',
    onlyHere: 'You are signed in nowhere else.',
    whereSignedIn: 'Signed in',
    nowhere: 'Signed in nowhere.',
    endAll: 'Sign out everywhere',
    organisation: 'Your organisation',
    linked: (name: string, at: string) => `Your account at ${name} signs you in here since ${at}.`,
    notLinked: (name: string) =>
      `Link your account at ${name}; afterwards you can sign in through it, without a letter.`,
    link: (name: string) => `Link your account at ${name}`,
    unlink: (name: string) => `Do not use the account at ${name} any more`,
    justLinked: 'The account is linked.',
  },
  {
    title: '您的账户',
    language: '语言',
    languageExplained: '用于您看到的页面以及发给您的所有邮件。',
    browsers: '已登录的浏览器',
    idle: (hours: string) => `浏览器连续${hours}无人使用时，将自动退出登录。`,
    minutes: (count: number) => `${count}分钟`,
    hours: (count: number) => `${count}小时`,
    here: '当前浏览器',
    browser: { ...names, safari: 'Safari', wechat: '微信', qq: 'QQ 浏览器', other: '其他浏览器' },
    device: { computer: '（电脑）', phone: '（手机或平板）' },
    way: { link: '邮件链接', code: '邮件验证码', organisation: '单位账号', local: '本机入口' },
    since: (at: string, way: string) => `${at}通过${way}登录`,
    lastSeen: (at: string) => `最近使用：${at}`,
    end: '退出登录',
    endNamed: (browser: string) => `退出登录：${browser}`,
    endOthers: '退出其他所有浏览器',
    onlyHere: '您没有在其他浏览器中登录。',
    whereSignedIn: '登录状态',
    nowhere: '目前没有登录。',
    endAll: '在所有浏览器中退出',
    organisation: '单位账号',
    linked: (name: string, at: string) => `您在${name}的账号自${at}起可用于登录。`,
    notLinked: (name: string) => `关联您在${name}的账号后，即可直接通过该账号登录，无需邮件。`,
    link: (name: string) => `关联${name}账号`,
    unlink: (name: string) => `不再使用${name}账号`,
    justLinked: '账号已关联。',
  },
);
