import type { ProblemWording } from './problem-wording';

/** What may be wrong at the door. */
export type SignInProblemCode =
  | 'sign-in-link-unknown'
  | 'sign-in-link-used'
  | 'sign-in-expired'
  | 'sign-in-replaced'
  | 'sign-in-other-browser'
  | 'sign-in-not-asked'
  | 'sign-in-code-wrong'
  | 'sign-in-code-locked'
  | 'sign-in-busy'
  | 'too-many-requests'
  | 'session-unknown'
  | 'organisation-closed'
  | 'organisation-away'
  | 'organisation-failed'
  | 'organisation-not-linked'
  | 'organisation-of-another';

export const signInProblems: Record<SignInProblemCode, ProblemWording> = {
  'sign-in-link-unknown': {
    status: 404,
    title: { en: 'No such link', zh: '链接无效' },
    sentence: {
      en: 'This link is not one of ours, or it is more than a day old. Ask for a new letter.',
      zh: '此链接无效，或发出已超过一天。请您重新获取登录邮件。',
    },
  },
  'sign-in-link-used': {
    status: 410,
    title: { en: 'The link was used', zh: '链接已使用' },
    sentence: {
      en: 'This link has signed somebody in already, and each link does so once. Ask for a new letter.',
      zh: '此链接已用于登录，每个链接只能使用一次。请您重新获取登录邮件。',
    },
  },
  'sign-in-expired': {
    status: 410,
    title: { en: 'The letter is too old', zh: '邮件已过期' },
    sentence: {
      en: 'Link and code of a letter hold for fifteen minutes, and these are over. Ask for a new letter.',
      zh: '邮件中的链接和验证码在15分钟内有效，现已过期。请您重新获取登录邮件。',
    },
  },
  'sign-in-replaced': {
    status: 410,
    title: { en: 'There is a newer letter', zh: '已有更新的邮件' },
    sentence: {
      en: 'You asked for another letter after this one. Only the newest one signs you in.',
      zh: '您在此之后又获取了新的登录邮件，只有最新一封有效。',
    },
  },
  'sign-in-other-browser': {
    status: 403,
    title: { en: 'Asked for in another browser', zh: '请在原浏览器中登录' },
    sentence: {
      en: 'This letter was asked for in another browser. Go back to that one and type the code of the letter there.',
      zh: '此邮件是在另一个浏览器中获取的。请回到该浏览器，输入邮件中的验证码。',
    },
  },
  'sign-in-not-asked': {
    status: 409,
    title: { en: 'No letter was asked for here', zh: '尚未获取登录邮件' },
    sentence: {
      en: 'No letter was asked for in this browser within the last day. Give your address first.',
      zh: '此浏览器在最近一天内没有获取过登录邮件。请先填写您的电子邮件地址。',
    },
  },
  'sign-in-code-wrong': {
    status: 422,
    title: { en: 'Not the right code', zh: '验证码不正确' },
    sentence: {
      en: 'This is not the code of the newest letter. Tries left: {left|0}.',
      zh: '这不是最新一封邮件中的验证码。还可尝试{left|0}次。',
    },
  },
  'sign-in-code-locked': {
    status: 403,
    title: { en: 'Too many wrong codes', zh: '验证码错误次数过多' },
    sentence: {
      en: 'A wrong code was typed five times, so this letter’s code no longer works. Ask for a new letter.',
      zh: '验证码已输错五次，该邮件的验证码已失效。请您重新获取登录邮件。',
    },
  },
  'sign-in-busy': {
    status: 503,
    title: { en: 'Too many at once', zh: '登录人数过多' },
    sentence: {
      en: 'Too many people sign in at this moment. Please try again in a few seconds.',
      zh: '当前登录的人数过多，请您几秒钟后重试。',
    },
  },
  'too-many-requests': {
    status: 429,
    title: { en: 'Too often in a short time', zh: '请求过于频繁' },
    sentence: {
      en: 'From your network, signing in was tried too often in a short time. Please wait {minutes|a few} minutes and try again.',
      zh: '您所在的网络在短时间内尝试登录的次数过多。请等待{minutes|几}分钟后再试。',
    },
  },
  'session-unknown': {
    status: 404,
    title: { en: 'No such session', zh: '没有该登录' },
    sentence: { en: 'This browser is signed out already.', zh: '该浏览器已经退出登录。' },
  },
  'organisation-closed': {
    status: 404,
    title: { en: 'This door is closed', zh: '此入口未开放' },
    sentence: {
      en: 'This installation has no sign-in through an organisation. Use the letter to your address.',
      zh: '本系统未开放单位账号登录。请您通过电子邮件登录。',
    },
  },
  'organisation-away': {
    status: 503,
    title: { en: 'The organisation does not answer', zh: '单位登录服务暂无响应' },
    sentence: {
      en: 'The sign-in of your organisation does not answer. Try again in a moment, or use the letter to your address.',
      zh: '单位登录服务暂无响应。请稍后重试，或通过电子邮件登录。',
    },
  },
  'organisation-failed': {
    status: 403,
    title: { en: 'The organisation did not sign you in', zh: '单位账号登录未完成' },
    sentence: {
      en: 'The answer of your organisation was not one that we asked for, so nobody was signed in. Please begin anew.',
      zh: '单位登录服务的返回信息与本次登录不符，登录未完成。请重新开始。',
    },
  },
  'organisation-not-linked': {
    status: 403,
    title: { en: 'This account is not linked', zh: '该账号尚未关联' },
    sentence: {
      en: 'Your organisation knows you, but CityPath does not know this account yet. Sign in by a letter first, then link the account on the page “Account”.',
      zh: '单位已确认您的身份，但该账号尚未与 CityPath 关联。请先通过电子邮件登录，再在“账户”页面关联该账号。',
    },
  },
  'organisation-of-another': {
    status: 409,
    title: { en: 'The account is somebody else’s', zh: '该账号已被他人关联' },
    sentence: {
      en: 'This account is linked to another person. Sign out at your organisation and choose your own account.',
      zh: '该账号已关联到其他人员。请在单位登录服务中退出，再选择您自己的账号。',
    },
  },
};
