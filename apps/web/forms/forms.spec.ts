import type { CityStep, EvidenceWanted, PaperShort } from '@citypath/contracts';
import { formWords } from '../words/form-words';
import { actParts } from './act-parts';
import type { FormContext } from './evidence-parts';
import { draftOf, filledFrom, saidToBeNone, withoutRow, withPaper, type Filled } from './parts-of-form';
import { placeErrors, pointersOf } from './place-errors';
import { requestOfForm } from './request-of-form';

const text = (en: string) => ({ en, zh: en });
const context: FormContext = {
  words: formWords.en,
  speech: { say: (said) => said.en, name: (person) => person.name },
  people: [{ id: 'p-1', name: 'Xiong Tao', nameZh: null, title: null, erased: false }],
};
const filledWith = (values: Record<string, string>, rows: Record<string, number> = {}): Filled => ({
  values,
  rows,
  papers: {},
});

const report: EvidenceWanted = { key: 'report', kind: 'document', title: text('Published report') };
const attendance: EvidenceWanted = {
  key: 'attendance',
  kind: 'form',
  optional: true,
  title: text('Workshop'),
  fields: [{ key: 'people', type: 'number', title: text('People who attended') }],
};
const areas: EvidenceWanted = {
  key: 'areas',
  kind: 'list',
  title: text('Discovery areas'),
  columns: [{ key: 'area', type: 'text', title: text('Area'), maxLength: 120 }],
  minRows: 1,
  maxRows: 8,
};
const fate: EvidenceWanted = {
  key: 'decision',
  kind: 'decision',
  title: text('What becomes of the post'),
  options: [{ key: 'permanent', title: text('It becomes permanent') }],
};
const paper = (id: string) => ({ id }) as PaperShort;
const step = (evidenceWanted: EvidenceWanted[], more: Partial<CityStep> = {}): CityStep =>
  ({ kind: 'document', evidenceWanted, mayReturnTo: [], waiver: null, ...more }) as CityStep;

describe('a form made from the evidence wanted', () => {
  it('asks for title and link of a document, and sends them as its answer', () => {
    const parts = actParts('submit', step([report]), context);
    const filled = filledWith({ '/evidence/report/title': ' Report ', '/evidence/report/link': 'https://a.example/r' });
    expect(requestOfForm(parts, filled)).toEqual({
      body: { evidence: { report: { kind: 'document', title: 'Report', link: 'https://a.example/r' } } },
      complaints: {},
    });
  });

  it('takes files instead of a link, and sends their ids', () => {
    const parts = actParts('submit', step([report]), context);
    const filled = withPaper(filledWith({}), '/evidence/report/papers', paper('paper-1'));
    expect(requestOfForm(parts, withPaper(filled, '/evidence/report/papers', paper('paper-2')))).toEqual({
      body: { evidence: { report: { kind: 'document', papers: ['paper-1', 'paper-2'] } } },
      complaints: {},
    });
  });

  it('leaves out optional things that are empty, and complains about the others at their field', () => {
    const parts = actParts('submit', step([report, attendance]), context);
    const { body, complaints } = requestOfForm(parts, filledWith({ '/evidence/report/title': 'Report' }));
    expect(complaints).toEqual({ '/evidence/report/papers': 'file-or-link' });
    expect(body).toEqual({ evidence: { report: { kind: 'document', title: 'Report' } } });
    const untitled = filledWith({ '/evidence/report/link': 'https://a.example/r' });
    expect(requestOfForm(parts, untitled).complaints).toEqual({ '/evidence/report/title': 'missing' });
  });

  it('comes back from a draft as it was, but for files that are gone', () => {
    const filled = withPaper(filledWith({ '/evidence/report/title': 'Report' }), '/at', paper('paper-1'));
    const kept = draftOf(withPaper(filled, '/at', paper('paper-2')));
    expect(kept.papers).toEqual({ '/at': ['paper-1', 'paper-2'] });
    expect(filledFrom(kept, [paper('paper-1')])).toEqual(filled);
  });

  it('sends numbers as numbers, choices by their key', () => {
    const parts = actParts('submit', step([attendance, fate]), context);
    const filled = filledWith({
      '/evidence/attendance/values/people': '42',
      '/evidence/decision/choice': 'permanent',
    });
    expect(requestOfForm(parts, filled).body).toEqual({
      evidence: {
        attendance: { kind: 'form', values: { people: 42 } },
        decision: { kind: 'decision', choice: 'permanent' },
      },
    });
    const wrong = requestOfForm(parts, filledWith({ '/evidence/attendance/values/people': 'many' }));
    expect(wrong.complaints['/evidence/attendance/values/people']).toBe('not-a-number');
  });

  it('sends the lines of a list without the empty ones at its end', () => {
    const parts = actParts('submit', step([areas]), context);
    const filled = filledWith(
      { '/evidence/areas/rows/0/area': 'Flood', '/evidence/areas/rows/1/area': 'Ageing' },
      { '/evidence/areas': 3 },
    );
    expect(requestOfForm(parts, filled).body).toEqual({
      evidence: { areas: { kind: 'list', rows: [{ area: 'Flood' }, { area: 'Ageing' }] } },
    });
    expect(requestOfForm(parts, filledWith({})).complaints).toEqual({ '/evidence/areas/rows/0/area': 'missing' });
  });

  it('moves the lines below up when one is taken away', () => {
    const [list] = actParts('submit', step([areas]), context);
    if (list?.part !== 'list') throw new Error('A list was expected.');
    const filled = filledWith(
      { '/evidence/areas/rows/0/area': 'a', '/evidence/areas/rows/1/area': 'b', '/evidence/areas/rows/2/area': 'c' },
      { '/evidence/areas': 3 },
    );
    const left = withoutRow(filled, list, 0);
    expect(left.rows['/evidence/areas']).toBe(2);
    expect(requestOfForm([list], left).body).toEqual({
      evidence: { areas: { kind: 'list', rows: [{ area: 'b' }, { area: 'c' }] } },
    });
  });
});

describe('forms of the other acts', () => {
  it('says null where a day is not known, and leaves out what nobody chose', () => {
    const parts = actParts('appoint', null, context);
    expect(requestOfForm(parts, filledWith({ '/person': 'p-1', '/fromOn': saidToBeNone })).body).toEqual({
      person: 'p-1',
      fromOn: null,
    });
  });

  it('offers the earlier steps of the loop, and the step itself without naming it', () => {
    const loop = step([], { mayReturnTo: [{ step: 'draft', title: text('Draft strategy') }] });
    const parts = actParts('return', loop, context);
    expect(requestOfForm(parts, filledWith({ '/comment': 'Costs', '/to': '' })).body).toEqual({ comment: 'Costs' });
    expect(requestOfForm(parts, filledWith({ '/comment': 'Costs', '/to': 'draft' })).body).toEqual({
      comment: 'Costs',
      to: 'draft',
    });
  });

  it('makes a list of names, one a line', () => {
    const parts = actParts('complete', step([areas]), context);
    const { body } = requestOfForm(parts, filledWith({ '/happenedOn': '2026-10-01', '/items': 'Flood\n\n Ageing \n' }));
    expect(body).toEqual({ happenedOn: '2026-10-01', items: ['Flood', 'Ageing'] });
  });
});

describe('what the api found wrong', () => {
  const parts = actParts('submit', step([report, areas]), context);
  const pointers = pointersOf(parts, filledWith({}, { '/evidence/areas': 2 }));
  const error = (pointer: string) => ({ pointer, code: 'x', detail: `about ${pointer}` });

  it('stands at its field, of a whole thing at the first one', () => {
    expect(placeErrors([error('/evidence/report/link'), error('/evidence/areas')], pointers)).toEqual({
      byPointer: {
        '/evidence/report/link': 'about /evidence/report/link',
        '/evidence/areas/rows/0/area': 'about /evidence/areas',
      },
      rest: [],
    });
  });

  it('is said above the form where no field is concerned', () => {
    expect(placeErrors([error('/evidence/other/title')], pointers).rest).toEqual(['about /evidence/other/title']);
  });
});
