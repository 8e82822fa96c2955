import type { BulkChoicesResponse, DroppedStep, EvidenceField, EvidenceWanted, PersonShort } from '@citypath/contracts';
import type { formWords } from '../words/form-words';
import type { Speech } from '../words/use-words';
import type { Field, FormPart } from './parts-of-form';

export interface FormContext {
  words: (typeof formWords)['en'];
  speech: Pick<Speech, 'say' | 'name'>;
  people: PersonShort[];
  /** Of an act that takes a new version of the programme: the steps that it lacks. */
  dropped?: DroppedStep[] | undefined;
  /** Seats that a step can be given to, where there is no step of one city that says it. */
  seats?: BulkChoicesResponse['seats'];
}

/** The parts of a form that ask for what is wanted with a submission. */
export function evidenceParts(wanted: EvidenceWanted[], context: FormContext): FormPart[] {
  return wanted.map((one) => evidencePart(one, context));
}

function evidencePart(wanted: EvidenceWanted, context: FormContext): FormPart {
  const pointer = `/evidence/${wanted.key}`;
  const title = context.speech.say(wanted.title);
  const optional = wanted.optional === true;
  const group = { part: 'group', pointer, title, optional, kind: wanted.kind } as const;
  switch (wanted.kind) {
    case 'document':
      return {
        ...group,
        fields: [
          {
            pointer: `${pointer}/papers`,
            label: context.words.files,
            required: false,
            input: { type: 'papers', evidence: wanted.key },
          },
          {
            pointer: `${pointer}/title`,
            label: context.words.paperTitle,
            required: false,
            input: { type: 'line', maxLength: 200 },
          },
          {
            pointer: `${pointer}/link`,
            label: context.words.paperLink,
            hint: context.words.paperLinkHint,
            required: false,
            input: { type: 'link' },
          },
        ],
      };
    case 'form':
      return { ...group, fields: wanted.fields.map((field) => evidenceField(field, `${pointer}/values/`, context)) };
    case 'decision':
      return {
        ...group,
        fields: [
          {
            pointer: `${pointer}/choice`,
            label: title,
            required: true,
            input: { type: 'choice', options: optionsOf(wanted.options, context) },
          },
        ],
      };
    case 'list':
      return {
        part: 'list',
        pointer,
        title,
        optional,
        columns: wanted.columns.map((column) => evidenceField(column, '/', context)),
        minRows: wanted.minRows,
        maxRows: wanted.maxRows,
      };
  }
}

function evidenceField(field: EvidenceField, below: string, context: FormContext): Field {
  return {
    pointer: `${below}${field.key}`,
    label: context.speech.say(field.title),
    required: field.optional !== true,
    input: inputOf(field, context),
  };
}

function inputOf(field: EvidenceField, context: FormContext): Field['input'] {
  switch (field.type) {
    case 'text': {
      const maxLength = field.maxLength ?? 4000;
      return maxLength > 300 ? { type: 'lines', maxLength } : { type: 'line', maxLength };
    }
    case 'day':
      return { type: 'day' };
    case 'number':
      return { type: 'number', min: field.min, max: field.max };
    case 'choice':
      return { type: 'choice', options: optionsOf(field.options, context) };
    case 'person':
      return { type: 'choice', options: personOptions(context) };
  }
}

function optionsOf(
  options: { key: string; title: { en: string; zh: string } }[],
  { speech }: FormContext,
): { value: string; label: string }[] {
  return options.map(({ key, title }) => ({ value: key, label: speech.say(title) }));
}

export function personOptions({ people, speech }: FormContext): { value: string; label: string }[] {
  return people.filter(({ erased }) => !erased).map((person) => ({ value: person.id, label: speech.name(person) }));
}
