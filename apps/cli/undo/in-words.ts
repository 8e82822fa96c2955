import type { Text } from '@citypath/contracts';
import type { Language } from '@citypath/store';

/** An act that can be taken back as things stand. */
export interface UndoableAct {
  command: string;
  recordedAt: string;
  sentence: Text;
}

/** A line an act: its command, which `undo` asks for, and what it did. */
export function undoableInWords(acts: readonly UndoableAct[], language: Language): string {
  if (acts.length === 0)
    return { en: 'Nothing of the last 24 hours can be undone.', zh: '24小时内没有可撤销的操作。' }[language];
  return acts.map(({ command, recordedAt, sentence }) => `${command}  ${recordedAt}  ${sentence[language]}`).join('\n');
}
