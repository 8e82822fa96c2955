import { checkEvidence, evidenceGiven } from './check-evidence';
import type { EvidenceAnswers } from './evidence';
import type { StepDefinition } from './grammar';

const title = { en: 'T', zh: '题' };
const step: StepDefinition = {
  key: 'cro',
  kind: 'appointment',
  stage: 's',
  title,
  responsible: 'mayor',
  accepts: 'manager',
  whileVacant: ['manager'],
  due: { rule: 'to-be-confirmed' },
  appoints: 'cro',
  evidence: [
    { key: 'letter', kind: 'document', title },
    {
      key: 'appointment',
      kind: 'form',
      title,
      fields: [
        { key: 'officer', type: 'person', title },
        { key: 'from', type: 'day', title },
        { key: 'hours', type: 'number', min: 1, max: 40, optional: true, title },
        { key: 'motto', type: 'text', maxLength: 20, optional: true, title },
      ],
    },
    { key: 'areas', kind: 'list', title, minRows: 1, maxRows: 2, columns: [{ key: 'area', type: 'text', title }] },
    {
      key: 'verdict',
      kind: 'decision',
      title,
      optional: true,
      options: [
        { key: 'yes', title },
        { key: 'no', title },
      ],
    },
  ],
};

const good: EvidenceAnswers = {
  letter: { kind: 'document', title: '任命书', link: 'https://city.example/letter.pdf' },
  appointment: { kind: 'form', values: { officer: 'p-1', from: '2026-05-11' } },
  areas: { kind: 'list', rows: [{ area: '水' }, { area: 'Heat <script>' }] },
  verdict: { kind: 'decision', choice: 'yes' },
};

const wrong = (change: EvidenceAnswers) =>
  checkEvidence(step, { ...good, ...change }).map(({ field, code }) => `${code} ${field}`);

it('takes what is wanted, Chinese and angle brackets unharmed', () => {
  expect(checkEvidence(step, good)).toEqual([]);
  const { letter, appointment, areas } = good;
  expect(checkEvidence(step, { letter, appointment, areas } as EvidenceAnswers)).toEqual([]);
});

it('takes papers instead of a link, with a title or without', () => {
  for (const letter of [
    { kind: 'document', papers: ['paper-1'] },
    { kind: 'document', title: '任命书', papers: ['paper-1', 'paper-2'] },
    { kind: 'document', title: 'Letter', link: 'https://city.example/letter.pdf', papers: ['paper-1'] },
  ] as const)
    expect(checkEvidence(step, { ...good, letter: { ...letter, papers: [...letter.papers] } })).toEqual([]);
});

it('wants a link or a paper, and each paper once', () => {
  expect(wrong({ letter: { kind: 'document', title: 'Letter' } })).toEqual(['evidence-missing /letter/papers']);
  expect(wrong({ letter: { kind: 'document', papers: [] } })).toEqual(['evidence-missing /letter/papers']);
  expect(wrong({ letter: { kind: 'document', papers: ['paper-1', 'paper-1'] } })).toEqual([
    'evidence-malformed /letter/papers',
  ]);
  expect(wrong({ letter: { kind: 'document', papers: Array.from({ length: 21 }, (_, n) => `paper-${n}`) } })).toEqual([
    'evidence-out-of-range /letter/papers',
  ]);
  expect(wrong({ letter: { kind: 'document', link: 'https://city.example/letter.pdf' } })).toEqual([
    'evidence-missing /letter/title',
  ]);
});

it('names each thing that is missing or wrong, with its field', () => {
  expect(checkEvidence(step, {}).map(({ field, code }) => `${code} ${field}`)).toEqual([
    'evidence-missing /letter',
    'evidence-missing /appointment',
    'evidence-missing /areas',
  ]);
  expect(wrong({ song: { kind: 'decision', choice: 'x' } })).toEqual(['evidence-unknown /song']);
  expect(wrong({ letter: { kind: 'document', title: ' ', link: 'javascript:alert(1)' } })).toEqual([
    'evidence-missing /letter/title',
    'evidence-malformed /letter/link',
  ]);
  expect(wrong({ letter: { kind: 'document', title: '长'.repeat(300), link: 'https://a.example' } })).toEqual([
    'evidence-out-of-range /letter/title',
  ]);
  expect(
    wrong({
      appointment: {
        kind: 'form',
        values: { officer: 'p-1', from: '2026-02-30', hours: 41, motto: 'x'.repeat(21), age: 3 },
      },
    }),
  ).toEqual([
    'evidence-unknown /appointment/values/age',
    'evidence-malformed /appointment/values/from',
    'evidence-out-of-range /appointment/values/hours',
    'evidence-out-of-range /appointment/values/motto',
  ]);
  expect(wrong({ areas: { kind: 'list', rows: [] } })).toEqual(['evidence-out-of-range /areas/rows']);
  expect(wrong({ areas: { kind: 'list', rows: [{}] } })).toEqual(['evidence-missing /areas/rows/0/area']);
  expect(wrong({ verdict: { kind: 'decision', choice: 'maybe' } })).toEqual(['evidence-unknown /verdict/choice']);
  expect(wrong({ letter: { kind: 'decision', choice: 'yes' } })).toEqual(['evidence-malformed /letter']);
});

it('gives the rules keys, the appointed person, decisions and the rows that later steps repeat over: no other word', () => {
  expect(evidenceGiven(step, good, 't-1', ['areas'])).toEqual({
    text: 't-1',
    keys: ['letter', 'appointment', 'areas', 'verdict'],
    person: 'p-1',
    fromOn: '2026-05-11',
    items: ['水', 'Heat <script>'],
    choices: { verdict: 'yes' },
  });
});
