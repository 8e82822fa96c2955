import type { Language } from '@citypath/calendar';
import type { LetterText } from './letter-text';

const NOTICE: Record<Language, string> = {
  en: 'A test that you had sent to yourself: it asks for nothing.',
  zh: '测试信函：由您本人请求发送，仅供查看，无需办理。',
};

/** Any letter as a test: its subject and its first line say so, whoever it is written to. */
export function asTest(letter: LetterText, language: Language): LetterText {
  const subject = language === 'zh' ? `【测试】${letter.subject}` : `[Test] ${letter.subject}`;
  const notice = [NOTICE[language], letter.notice].filter(Boolean).join(language === 'zh' ? '' : ' ');
  return { ...letter, subject, notice };
}
