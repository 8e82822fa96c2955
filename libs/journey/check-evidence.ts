import { isDay } from '@citypath/calendar';
import { assertNever } from './assert-never';
import type { EvidenceAnswer, EvidenceAnswers, EvidenceComplaint, EvidenceGiven } from './evidence';
import type { EvidenceField, EvidenceWanted, StepDefinition } from './grammar';

const DEFAULT_TEXT_LENGTH = 2000;
const TITLE_LENGTH = 200;
const MOST_PAPERS = 20;

/** @returns what is wrong with the answers for a step, with a JSON pointer below the answers; empty when all that is wanted is there. */
export function checkEvidence(step: StepDefinition, answers: EvidenceAnswers): EvidenceComplaint[] {
  const unknown = Object.keys(answers)
    .filter((key) => !step.evidence.some((wanted) => wanted.key === key))
    .map((key): EvidenceComplaint => ({ field: `/${key}`, code: 'evidence-unknown' }));
  const wrong = step.evidence.flatMap((wanted) => {
    const answer = answers[wanted.key];
    if (answer === undefined) return wanted.optional ? [] : [complaint(`/${wanted.key}`, 'evidence-missing')];
    return checkAnswer(wanted, answer).map(({ field, code }) => complaint(`/${wanted.key}${field}`, code));
  });
  return [...unknown, ...wrong];
}

function complaint(field: string, code: EvidenceComplaint['code']): EvidenceComplaint {
  return { field, code };
}

function checkAnswer(wanted: EvidenceWanted, answer: EvidenceAnswer): EvidenceComplaint[] {
  switch (wanted.kind) {
    case 'document':
      if (answer.kind !== 'document') return [complaint('', 'evidence-malformed')];
      return checkDocument(answer);
    case 'form':
      return answer.kind === 'form'
        ? checkValues(wanted.fields, answer.values, '/values')
        : [complaint('', 'evidence-malformed')];
    case 'list': {
      if (answer.kind !== 'list') return [complaint('', 'evidence-malformed')];
      const count = answer.rows.length;
      if (count < wanted.minRows || count > wanted.maxRows) return [complaint('/rows', 'evidence-out-of-range')];
      return answer.rows.flatMap((row, index) => checkValues(wanted.columns, row, `/rows/${index}`));
    }
    case 'decision':
      if (answer.kind !== 'decision') return [complaint('', 'evidence-malformed')];
      return wanted.options.some(({ key }) => key === answer.choice) ? [] : [complaint('/choice', 'evidence-unknown')];
    default:
      return assertNever(wanted);
  }
}

/** A document is proven by papers, or by a link with a title, or by both. */
function checkDocument({
  title,
  link,
  papers = [],
}: Extract<EvidenceAnswer, { kind: 'document' }>): EvidenceComplaint[] {
  if (link === undefined && papers.length === 0) return [complaint('/papers', 'evidence-missing')];
  const complaints = checkTitle(title, link !== undefined);
  if (link !== undefined && !isLink(link)) complaints.push(complaint('/link', 'evidence-malformed'));
  if (papers.length > MOST_PAPERS) complaints.push(complaint('/papers', 'evidence-out-of-range'));
  if (new Set(papers).size < papers.length) complaints.push(complaint('/papers', 'evidence-malformed'));
  return complaints;
}

/** A file has a name of its own; a bare link says nothing to a reader. */
function checkTitle(title: string | undefined, needed: boolean): EvidenceComplaint[] {
  if ((title ?? '').trim() === '') return needed ? [complaint('/title', 'evidence-missing')] : [];
  return (title ?? '').length > TITLE_LENGTH ? [complaint('/title', 'evidence-out-of-range')] : [];
}

/** Only web addresses: a link is shown to others, and "javascript:" is one too. */
function isLink(link: string): boolean {
  return link.length <= 2000 && /^https?:\/\/[^\s/$.?#][^\s]*$/i.test(link);
}

function checkValues(
  fields: EvidenceField[],
  values: Record<string, string | number>,
  at: string,
): EvidenceComplaint[] {
  const unknown = Object.keys(values)
    .filter((key) => !fields.some((field) => field.key === key))
    .map((key) => complaint(`${at}/${key}`, 'evidence-unknown'));
  const wrong = fields.flatMap((field) => {
    const value = values[field.key];
    if (value === undefined || value === '')
      return field.optional ? [] : [complaint(`${at}/${field.key}`, 'evidence-missing')];
    const code = checkValue(field, value);
    return code === null ? [] : [complaint(`${at}/${field.key}`, code)];
  });
  return [...unknown, ...wrong];
}

function checkValue(field: EvidenceField, value: string | number): EvidenceComplaint['code'] | null {
  switch (field.type) {
    case 'number':
      if (typeof value !== 'number' || !Number.isFinite(value)) return 'evidence-malformed';
      return value < (field.min ?? -Infinity) || value > (field.max ?? Infinity) ? 'evidence-out-of-range' : null;
    case 'day':
      return typeof value === 'string' && isDay(value) ? null : 'evidence-malformed';
    case 'choice':
      return field.options.some(({ key }) => key === value) ? null : 'evidence-unknown';
    case 'text':
      if (typeof value !== 'string' || value.trim() === '') return 'evidence-malformed';
      return value.length > (field.maxLength ?? DEFAULT_TEXT_LENGTH) ? 'evidence-out-of-range' : null;
    case 'person':
      return typeof value === 'string' && value.length <= 80 ? null : 'evidence-malformed';
    default:
      return assertNever(field);
  }
}

/**
 * What rules and journal see of checked answers: the keys, and the few values that rules read (an appointed person
 * and first day, decisions, the first column of a list that later steps repeat over). Never free text about people.
 * @param text where the answers themselves are kept
 * @param listedFor keys of this step's lists that other steps repeat over
 */
export function evidenceGiven(
  step: StepDefinition,
  answers: EvidenceAnswers,
  text: string | null,
  listedFor: string[],
): EvidenceGiven {
  const given: EvidenceGiven = { text, keys: Object.keys(answers) };
  for (const wanted of step.evidence) {
    const answer = answers[wanted.key];
    if (answer?.kind === 'decision') given.choices = { ...given.choices, [wanted.key]: answer.choice };
    if (answer?.kind === 'list' && wanted.kind === 'list' && listedFor.includes(wanted.key)) {
      const column = wanted.columns[0]?.key ?? '';
      given.items = answer.rows.map((row) => String(row[column] ?? ''));
    }
    if (answer?.kind === 'form' && wanted.kind === 'form' && step.appoints !== undefined)
      Object.assign(given, appointed(wanted.fields, answer.values));
  }
  return given;
}

function appointed(
  fields: EvidenceField[],
  values: Record<string, string | number>,
): Pick<EvidenceGiven, 'person' | 'fromOn'> {
  const person = values[fields.find(({ type }) => type === 'person')?.key ?? ''];
  const fromOn = values[fields.find(({ type }) => type === 'day')?.key ?? ''];
  return {
    ...(typeof person === 'string' ? { person } : {}),
    ...(typeof fromOn === 'string' && isDay(fromOn) ? { fromOn } : {}),
  };
}

/** The lists of a step that other steps of the programme have an occurrence for each row of. */
export function listsRepeatedOver(steps: StepDefinition[], step: string): string[] {
  return steps.flatMap(({ perItem }) => (perItem?.step === step ? [perItem.evidence] : []));
}
