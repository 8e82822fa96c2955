import { bilingual } from './language';

/** The page of mail that came back and was not believed. */
export const quarantineWords = bilingual(
  {
    title: 'Mail in quarantine',
    explained:
      'Mail that came to the address for bounces and could not be believed. It changed nothing, and is deleted after 90 days.',
    empty: 'Nothing is in quarantine.',
    sender: 'From',
    noSender: 'nobody (as delivery reports have it)',
    recipient: 'To',
    reasons: {
      'no-letter': 'It names none of our letters.',
      forged: 'Its signature is not ours: it may be forged.',
      'letter-unknown': 'It names a letter that is not in the records.',
      'no-report': 'It is no delivery report: perhaps somebody answered a letter by mail.',
      'too-large': 'It was too large to be read.',
      unreadable: 'It could not be read.',
    },
  },
  {
    title: '隔离邮件',
    explained: '发至退信地址但无法采信的邮件。此类邮件不影响任何数据，保留90天后删除。',
    empty: '没有隔离邮件。',
    sender: '发件人',
    noSender: '空（退信通知通常如此）',
    recipient: '收件人',
    reasons: {
      'no-letter': '未指明由本平台发出的信函。',
      forged: '签名与本平台不符，可能系伪造。',
      'letter-unknown': '所指信函不在记录之中。',
      'no-report': '并非退信通知，可能是收信人直接回复了邮件。',
      'too-large': '邮件过大，未予读取。',
      unreadable: '邮件无法解析。',
    },
  },
);
