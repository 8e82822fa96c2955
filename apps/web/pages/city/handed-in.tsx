import type { EvidenceField, EvidenceHandedIn, EvidenceWanted, PersonShort } from '@citypath/contracts';
import { PaperLines } from '../../parts/paper-lines';
import { useSpeech, type Speech } from '../../words/use-words';
import styles from './city.module.css';

interface Props {
  evidence: EvidenceHandedIn;
  wanted: EvidenceWanted[];
  people: PersonShort[];
}

/** What was handed in, under the titles of what was wanted. Links of other sites are opened without telling them whence. */
export function HandedIn({ evidence, wanted, people }: Props) {
  const speech = useSpeech();
  return (
    <dl className={styles.handedIn}>
      {Object.entries(evidence).map(([key, answer]) => {
        const asked = wanted.find((one) => one.key === key);
        return (
          <div key={key}>
            <dt className="dim">{asked ? speech.say(asked.title) : key}</dt>
            <dd>
              <Answer answer={answer} asked={asked} people={people} />
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

interface AnswerProps {
  answer: EvidenceHandedIn[string];
  asked: EvidenceWanted | undefined;
  people: PersonShort[];
}

function Answer({ answer, asked, people }: AnswerProps) {
  const speech = useSpeech();
  switch (answer.kind) {
    case 'document':
      return (
        <>
          {answer.link === undefined ? (
            answer.title
          ) : (
            <a href={answer.link} target="_blank" rel="noreferrer noopener">
              {answer.title ?? answer.link}
            </a>
          )}
          <PaperLines papers={answer.papers ?? []} />
        </>
      );
    case 'decision': {
      const option =
        asked?.kind === 'decision' ? asked.options.find((candidate) => candidate.key === answer.choice) : undefined;
      return option ? speech.say(option.title) : answer.choice;
    }
    case 'form':
      return valuesInWords(answer.values, asked?.kind === 'form' ? asked.fields : [], people, speech);
    case 'list':
      return (
        <ol>
          {answer.rows.map((row, order) => (
            <li key={order}>{valuesInWords(row, asked?.kind === 'list' ? asked.columns : [], people, speech)}</li>
          ))}
        </ol>
      );
  }
}

function valuesInWords(
  values: Record<string, string | number>,
  fields: EvidenceField[],
  people: PersonShort[],
  speech: Speech,
): string {
  const known = fields.filter(({ key }) => key in values);
  if (known.length === 0) return Object.values(values).join(' · ');
  return known
    .map((field) => {
      const value = valueInWords(values[field.key] ?? '', field, people, speech);
      return known.length === 1 ? value : `${speech.say(field.title)}${speech.colon}${value}`;
    })
    .join(' · ');
}

function valueInWords(value: string | number, field: EvidenceField, people: PersonShort[], speech: Speech): string {
  const written = String(value);
  switch (field.type) {
    case 'day':
      return speech.day(written);
    case 'choice': {
      const option = field.options.find(({ key }) => key === written);
      return option ? speech.say(option.title) : written;
    }
    case 'person': {
      const person = people.find(({ id }) => id === written);
      return person ? speech.name(person) : written;
    }
    case 'text':
    case 'number':
      return written;
  }
}
