import { Text } from '@react-email/text';
import { Fragment } from 'react';
import type { Group, Paragraph } from '../kinds/letter-text';
import { Dated } from './dated';
import { STYLE } from './letter-style';
import { manyLines } from './plain';

interface LetterParagraphProps {
  paragraph: Paragraph;
  /** What is wanted by when: a little larger than the rest. */
  isLead: boolean;
}

/** One paragraph of a letter, whatever it consists of. */
export function LetterParagraph({ paragraph, isLead }: LetterParagraphProps) {
  if (typeof paragraph === 'string') {
    return (
      <Text style={isLead ? STYLE.lead : STYLE.block}>
        <Dated text={paragraph} stressed={isLead} />
      </Text>
    );
  }
  if ('aside' in paragraph) {
    return (
      <Text className="aside" style={STYLE.aside}>
        <Dated text={paragraph.aside} />
      </Text>
    );
  }
  if ('quote' in paragraph) return <Quote words={paragraph.quote} />;
  if ('code' in paragraph) return <Text style={STYLE.code}>{paragraph.code}</Text>;
  if ('list' in paragraph) return <List items={paragraph.list} />;
  return <GroupOfEntries {...paragraph} />;
}

function Quote({ words }: { words: string }) {
  return (
    <blockquote className="quote" style={STYLE.quote}>
      {manyLines(words).map((line, position) => (
        <Fragment key={position}>
          {position > 0 && <br />}
          {line}
        </Fragment>
      ))}
    </blockquote>
  );
}

function List({ items }: { items: string[] }) {
  return (
    <ul style={STYLE.list}>
      {items.map((item) => (
        <li key={item} style={STYLE.item}>
          <Dated text={item} />
        </li>
      ))}
    </ul>
  );
}

function GroupOfEntries({ group, entries }: Group) {
  return (
    <>
      <Text className="group" style={STYLE.group}>
        {group}
      </Text>
      {entries.map(({ text, url }) => (
        // Bare elements: a digest of sixty stays small.
        <p key={url + text} className="entry" style={STYLE.entry}>
          <a className="entryLink" href={url} style={STYLE.entryLink}>
            <Dated text={text} />
            <span aria-hidden="true" className="house" style={STYLE.house}>
              {'\u00a0›'}
            </span>
          </a>
        </p>
      ))}
    </>
  );
}
