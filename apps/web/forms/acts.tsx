import type { ActOffered, CityStep, PersonShort } from '@citypath/contracts';
import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { cityWords } from '../words/city-words';
import { useSpeech, useWords } from '../words/use-words';
import { ActForm } from './act-form';
import styles from './forms.module.css';

interface Props {
  acts: ActOffered[];
  journeyId: string;
  step: CityStep | null;
  people: PersonShort[];
  /** The most pressing thing on the page: its act stands out. */
  pressing?: boolean;
  /** The form of the main act is open from the beginning. */
  opened?: boolean;
  /** Another act that the reader came for, where it is offered. */
  openAct?: string | null;
  /** Said when an act is recorded. */
  onDone: (act: ActOffered) => void;
  /** Told when a form opens or closes: whoever shows it keeps it in place meanwhile. */
  onFormOpen?: (isOpen: boolean) => void;
}

/**
 * What the reader may do: the main act as a button, the others behind "more". A form that is open stays open when
 * the page is read again, even if the act is no longer offered: what was typed is not thrown away.
 */
export function Acts({ acts, journeyId, step, people, pressing = false, opened = false, openAct, ...more }: Props) {
  const { onDone, onFormOpen } = more;
  const words = useWords(cityWords);
  const main = acts.filter((act) => act.main);
  const others = acts.filter((act) => !act.main);
  const [open, setOpen] = useState<ActOffered | null>(
    opened ? (acts.find(({ act }) => act === openAct) ?? main[0] ?? null) : null,
  );
  const [pressed, setPressed] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const told = useRef(onFormOpen);
  useEffect(() => {
    told.current = onFormOpen;
  });
  const isOpen = open !== null;
  useEffect(() => told.current?.(isOpen), [isOpen]);
  if (acts.length === 0 && !open) return null;

  const openForm = (act: ActOffered) => {
    setPressed(true);
    setOpen(act);
  };
  const leave = (act: ActOffered) => {
    setOpen(null);
    // The button comes back where the form was, and the focus to it.
    requestAnimationFrame(() => place.current?.querySelector<HTMLElement>(`[data-act="${act.act}"]`)?.focus());
  };
  const isClosed = (act: ActOffered) => act.href !== open?.href;
  const button = (act: ActOffered) => (
    <ActButton key={act.href} act={act} standsOut={pressing && act === main[0]} onOpen={() => openForm(act)} />
  );
  return (
    <div ref={place} className={styles.acts}>
      {main.some(isClosed) ? <div className={styles.buttons}>{main.filter(isClosed).map(button)}</div> : null}
      {open ? (
        <ActForm
          key={open.href}
          act={open}
          journeyId={journeyId}
          step={step}
          people={people}
          takesFocus={pressed}
          onCancel={() => leave(open)}
          onDone={() => {
            setOpen(null);
            onDone(open);
          }}
        />
      ) : null}
      {others.some(isClosed) ? (
        <details className={styles.more}>
          <summary>{main.length > 0 ? words.moreActs : words.acts}</summary>
          <div className={styles.buttons}>{others.filter(isClosed).map(button)}</div>
        </details>
      ) : null}
    </div>
  );
}

/** A verb and its object. What it causes stands underneath where it stands out, and in its form before it is sent. */
function ActButton({ act, standsOut, onOpen }: { act: ActOffered; standsOut: boolean; onOpen: () => void }) {
  const speech = useSpeech();
  return (
    <div className={styles.act}>
      <Button
        variant={standsOut ? 'filled' : 'default'}
        onClick={onOpen}
        data-act={act.act}
        data-main-act={act.main || undefined}
      >
        {speech.say(act.title)}
      </Button>
      {act.causes && standsOut ? <p className="dim small">{speech.say(act.causes)}</p> : null}
    </div>
  );
}
