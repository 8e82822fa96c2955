import type { Language } from '@citypath/calendar';
import { Button } from '@react-email/button';
import { Hr } from '@react-email/hr';
import { Link } from '@react-email/link';
import { Text } from '@react-email/text';
import type { LetterText, Link as LetterLink } from '../kinds/letter-text';
import { Dated } from './dated';
import { BELOW, langOf } from './languages';
import { LetterParagraph } from './letter-paragraph';
import { STYLE } from './letter-style';

interface LetterBodyProps {
  letter: LetterText;
  language: Language;
  /** The language in which the same letter follows; null: it does not. */
  below: Language | null;
}

/** One letter in one language, from its letterhead to the small print. */
export function LetterBody({ letter, language, below }: LetterBodyProps) {
  const { letterhead, notice, greeting, paragraphs, button, afterwards, footnotes } = letter;
  const lead = paragraphs.findIndex((paragraph) => typeof paragraph === 'string');
  return (
    <>
      <Text className="letterhead" style={STYLE.letterhead}>
        <span className="house" style={STYLE.house}>
          CityPath
        </span>
        {letterhead === undefined ? '' : `${language === 'zh' ? '　' : ' \u00a0 '}${letterhead}`}
        {below && <span lang={langOf(below)}>{` \u00a0·\u00a0 ${BELOW[below]}`}</span>}
      </Text>
      {notice !== undefined && (
        <Text className="notice" style={STYLE.notice}>
          {notice}
        </Text>
      )}
      <Text style={STYLE.block}>{greeting}</Text>
      {paragraphs.map((paragraph, position) => (
        <LetterParagraph key={position} paragraph={paragraph} isLead={position === lead} />
      ))}
      {button && (
        <Text style={STYLE.act}>
          <Button className="button" href={button.url} style={STYLE.button}>
            {button.label}
          </Button>
        </Text>
      )}
      {afterwards.map((sentence) => (
        <Text key={sentence} style={STYLE.block}>
          <Dated text={sentence} />
        </Text>
      ))}
      <Hr className="rule" style={STYLE.rule} />
      {footnotes.map((note) => (
        <Small key={typeof note === 'string' ? note : note.url + note.label} note={note} />
      ))}
      {/* Where a mail reader shows no button, the address still stands there. */}
      {button && (
        <Text className="small" style={STYLE.small}>
          {`${button.label}${language === 'zh' ? '：' : ': '}`}
          <Anchor label={button.url} url={button.url} />
        </Text>
      )}
    </>
  );
}

function Small({ note }: { note: string | LetterLink }) {
  return (
    <Text className="small" style={STYLE.small}>
      {typeof note === 'string' ? <Dated text={note} /> : <Anchor {...note} />}
    </Text>
  );
}

function Anchor({ label, url }: LetterLink) {
  return (
    <Link className="link" href={url} style={STYLE.link}>
      {label}
    </Link>
  );
}
