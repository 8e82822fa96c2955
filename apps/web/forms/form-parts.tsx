import { Button } from '@mantine/core';
import { formWords } from '../words/form-words';
import { useWords } from '../words/use-words';
import { FieldInput } from './field-input';
import { rowPointer, rowsOf, withoutRow, type Field, type Filled, type FormPart } from './parts-of-form';
import { PapersInput } from './uploads/papers-input';
import styles from './forms.module.css';

interface Props {
  /** Begins the ids of all fields. */
  id: string;
  parts: FormPart[];
  filled: Filled;
  /** By pointer. */
  errors: Record<string, string>;
  disabled: boolean;
  onChange: (filled: Filled) => void;
}

export function FormParts(props: Props) {
  return props.parts.map((part) => {
    switch (part.part) {
      case 'field':
        return <OneField key={part.field.pointer} {...props} field={part.field} />;
      case 'group':
        return <Group key={part.pointer} {...props} group={part} />;
      case 'list':
        return <List key={part.pointer} {...props} list={part} />;
    }
  });
}

function OneField({ field, ...props }: Props & { field: Field }) {
  const { input } = field;
  if (input.type === 'papers') {
    const { filled, onChange } = props;
    return (
      <PapersInput
        id={`${props.id}${field.pointer}`}
        pointer={field.pointer}
        evidence={input.evidence}
        papers={filled.papers[field.pointer] ?? []}
        error={props.errors[field.pointer]}
        disabled={props.disabled}
        onChange={(papers) => onChange({ ...filled, papers: { ...filled.papers, [field.pointer]: papers } })}
      />
    );
  }
  return (
    <FieldInput
      id={`${props.id}${field.pointer}`}
      field={field}
      value={props.filled.values[field.pointer] ?? ''}
      error={props.errors[field.pointer]}
      disabled={props.disabled}
      onChange={(value) =>
        props.onChange({ ...props.filled, values: { ...props.filled.values, [field.pointer]: value } })
      }
    />
  );
}

function Group({ group, ...props }: Props & { group: FormPart & { part: 'group' } }) {
  const [only] = group.fields;
  // A decision is one field, and its label says what is decided.
  if (only && group.fields.length === 1 && only.label === group.title)
    return <OneField {...props} field={{ ...only, required: only.required && !group.optional }} />;
  return (
    <fieldset className={styles.group}>
      <legend>
        <Title part={group} />
      </legend>
      {group.fields.map((field) => (
        <OneField
          key={field.pointer}
          {...props}
          field={group.optional && group.fields.length === 1 ? { ...field, required: false } : field}
        />
      ))}
    </fieldset>
  );
}

function List({ list, ...props }: Props & { list: FormPart & { part: 'list' } }) {
  const words = useWords(formWords);
  const count = rowsOf(props.filled, list);
  return (
    <fieldset className={styles.group}>
      <legend>
        <Title part={list} />
      </legend>
      {Array.from({ length: count }, (_, row) => (
        <div key={row} className={styles.row} role="group" aria-label={words.row(row + 1)}>
          {list.columns.map((column) => (
            <OneField
              key={column.pointer}
              {...props}
              field={{ ...column, pointer: rowPointer(list.pointer, row, column.pointer) }}
            />
          ))}
          {count > Math.max(1, list.minRows) ? (
            <Button
              variant="default"
              aria-label={words.removeRow(row + 1)}
              disabled={props.disabled}
              onClick={() => props.onChange(withoutRow(props.filled, list, row))}
            >
              <span aria-hidden="true">–</span>
            </Button>
          ) : null}
        </div>
      ))}
      {count < list.maxRows ? (
        <Button
          variant="default"
          disabled={props.disabled}
          onClick={() => props.onChange({ ...props.filled, rows: { ...props.filled.rows, [list.pointer]: count + 1 } })}
        >
          {words.addRow}
        </Button>
      ) : null}
    </fieldset>
  );
}

function Title({ part }: { part: { title: string; optional: boolean } }) {
  const words = useWords(formWords);
  return (
    <>
      {part.title}
      {part.optional ? <span className="dim"> · {words.optional}</span> : null}
    </>
  );
}
