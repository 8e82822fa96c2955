import type { Commenting } from '@citypath/contracts';
import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useEffect, useId, useRef, useState } from 'react';
import { failureOf } from '../../api/problem-error';
import { ActOutcome } from '../../forms/act-outcome';
import { useAct } from '../../forms/use-act';
import { commentWords } from '../../words/comment-words';
import { formWords } from '../../words/form-words';
import { useSpeech, useWords } from '../../words/use-words';
import styles from './comments.module.css';

type Audience = Commenting['audiences'][number];

interface Props {
  /** Where to POST it. */
  href: string;
  journeyId: string;
  commenting: Commenting;
  onDone: () => void;
  onCancel: () => void;
}

/** Something said about a step: the words, who sees them, and who is asked. */
export function CommentForm({ href, journeyId, commenting, onDone, onCancel }: Props) {
  const words = useWords(commentWords);
  const forms = useWords(formWords);
  const id = useId();
  const [comment, setComment] = useState('');
  const [audience, setAudience] = useState<Audience>(commenting.audiences[0] ?? 'everyone');
  const [mentions, setMentions] = useState<string[]>([]);
  const [isMissing, setIsMissing] = useState(false);
  const doing = useAct(href, journeyId, onDone);
  const text = useRef<HTMLTextAreaElement>(null);
  useEffect(() => text.current?.focus({ preventScroll: true }), []);

  const failure = doing.error ? failureOf(doing.error) : null;
  const found = failure?.kind === 'problem' ? (failure.problem.errors ?? []) : [];
  const wrong = found.find(({ pointer }) => pointer === '/comment')?.detail ?? (isMissing ? forms.missing : undefined);
  // Whoever is of the city cannot be asked in what the city does not see.
  const askable = commenting.askable.filter(({ of }) => audience === 'everyone' || of === 'programme');
  const asked = mentions.filter((person) => askable.some((one) => one.person.id === person));

  const send = () => {
    setIsMissing(comment.trim() === '');
    if (comment.trim() === '') text.current?.focus();
    else doing.send({ comment, audience, mentions: asked });
  };
  return (
    <form
      className={`${styles.form} fade-in`}
      noValidate
      aria-label={words.title}
      onSubmit={(event) => {
        event.preventDefault();
        if (!doing.busy) send();
      }}
    >
      <Textarea
        ref={text}
        id={`${id}-comment`}
        label={words.say}
        rows={3}
        maxLength={4000}
        value={comment}
        error={wrong}
        disabled={doing.busy}
        aria-required
        onChange={(event) => {
          setComment(event.target.value);
          setIsMissing(false);
        }}
      />
      {commenting.audiences.length > 1 ? (
        <NativeSelect
          label={words.audience}
          value={audience}
          disabled={doing.busy}
          data={commenting.audiences.map((value) => ({ value, label: words.audiences[value] }))}
          onChange={(event) => setAudience(event.target.value as Audience)}
        />
      ) : null}
      <AskedPeople askable={askable} asked={asked} disabled={doing.busy} onChange={setMentions} />
      <ActOutcome doing={doing} failure={failure} rest={[]} hasFieldErrors={wrong !== undefined} />
      <div className={styles.send}>
        <Button type="submit" loading={doing.busy}>
          {doing.isUnanswered ? forms.sendAgain : asked.length > 0 ? words.sendQuestion : words.send}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {words.cancel}
        </Button>
        <p className="small">{words.seenBy[audience]}</p>
      </div>
    </form>
  );
}

interface AskedProps {
  askable: Commenting['askable'];
  asked: string[];
  disabled: boolean;
  onChange: (people: string[]) => void;
}

/** The api takes no more at once. */
const most = 5;

/** Whom the comment asks: chosen one by one, each can be taken back. */
function AskedPeople({ askable, asked, disabled, onChange }: AskedProps) {
  const words = useWords(commentWords);
  const speech = useSpeech();
  const left = askable.filter(({ person }) => !asked.includes(person.id));
  if (askable.length === 0) return null;
  return (
    <div>
      {left.length > 0 && asked.length < most ? (
        <NativeSelect
          label={words.ask}
          value=""
          disabled={disabled}
          data={[
            { value: '', label: words.askMore },
            ...left.map(({ person, seatTitle }) => ({
              value: person.id,
              label: `${speech.name(person)}${speech.language === 'zh' ? `（${speech.say(seatTitle)}）` : `, ${speech.say(seatTitle)}`}`,
            })),
          ]}
          onChange={(event) => {
            if (event.target.value !== '') onChange([...asked, event.target.value]);
          }}
        />
      ) : null}
      <ul className={styles.asked}>
        {askable
          .filter(({ person }) => asked.includes(person.id))
          .map(({ person }) => (
            <li key={person.id}>
              {speech.name(person)}{' '}
              <Button
                variant="default"
                size="compact-md"
                disabled={disabled}
                aria-label={words.dontAsk(speech.name(person))}
                onClick={() => onChange(asked.filter((id) => id !== person.id))}
              >
                <span aria-hidden="true">–</span>
              </Button>
            </li>
          ))}
      </ul>
    </div>
  );
}
