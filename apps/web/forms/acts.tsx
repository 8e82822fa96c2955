import type { ActOffered, CityStep, PersonShort } from '@citypath/contracts';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { cityWords } from '../words/city-words';
import { useSpeech, useWords } from '../words/use-words';
import { ActForm } from './act-form';
import styles from './forms.module.css';

interface Props {
  acts: ActOffered[];
  journeyId: string;
  step: CityStep | null;
  people: PersonShort[];
  /** The form of the main act is open from the beginning. */
  opened?: boolean;
  /** Said when an act is recorded. */
  onDone: (act: ActOffered) => void;
}

/**
 * What the reader may do: the main act as a button, the others behind "more". A form that is open stays open when
 * the page is read again, even if the act is no longer offered: what was typed is not thrown away.
 */
export function Acts({ acts, journeyId, step, people, opened = false, onDone }: Props) {
  const words = useWords(cityWords);
  const main = acts.filter((act) => act.main);
  const others = acts.filter((act) => !act.main);
  const [open, setOpen] = useState<ActOffered | null>(opened ? (main[0] ?? null) : null);
  if (acts.length === 0 && !open) return null;

  const button = (act: ActOffered) => (
    <ActButton key={act.href} act={act} isOpen={open?.href === act.href} onOpen={() => setOpen(act)} />
  );
  return (
    <div className={styles.acts}>
      {main.length > 0 ? <div className={styles.buttons}>{main.map(button)}</div> : null}
      {others.length > 0 ? (
        <details className={styles.more} open={main.length === 0 || undefined}>
          <summary>{words.moreActs}</summary>
          <div className={styles.buttons}>{others.map(button)}</div>
        </details>
      ) : null}
      {open ? (
        <ActForm
          key={open.href}
          act={open}
          journeyId={journeyId}
          step={step}
          people={people}
          onCancel={() => setOpen(null)}
          onDone={() => {
            setOpen(null);
            onDone(open);
          }}
        />
      ) : null}
    </div>
  );
}

/** A verb and its object, with what it causes underneath. */
function ActButton({ act, isOpen, onOpen }: { act: ActOffered; isOpen: boolean; onOpen: () => void }) {
  const speech = useSpeech();
  return (
    <div className={styles.act}>
      <Button
        variant={act.main ? 'filled' : 'default'}
        aria-expanded={isOpen}
        disabled={isOpen}
        onClick={onOpen}
        data-main-act={act.main || undefined}
      >
        {speech.say(act.title)}
      </Button>
      {act.causes && !isOpen ? <p className="dim small">{speech.say(act.causes)}</p> : null}
    </div>
  );
}
