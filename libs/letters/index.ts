export { Dossiers } from './facts/dossiers';
export type { Dossier } from './facts/dossier';
export { signIn } from './kinds/sign-in';
export type { Group, LetterText, Link, Paragraph } from './kinds/letter-text';
export { oneLine } from './render/plain';
export { renderFor, renderLetter } from './render/render-letter';
export type { RenderedLetter } from './render/render-letter';
export { nameOf } from './wording/names';
export { seatAbout, writeLetter } from './write-letter';
