import { apiProblems, fieldProblems, fillIn, refusalProblems } from './index';
import { day, key, link, longText, name, stepRef } from './primitives';

const accepts = (schema: { safeParse: (value: unknown) => { success: boolean } }, value: unknown) =>
  schema.safeParse(value).success;

describe('text that comes in', () => {
  it('takes Chinese, markup and marks of any script as they are', () => {
    for (const given of ['义乌市', '<script>alert(1)</script>', "O'Brien", 'Zoë', '𠮷野']) {
      expect(name.parse(given)).toBe(given);
    }
  });

  it('refuses control characters, turned writing, half characters and 201 letters in a name', () => {
    for (const given of ['a\u0000b', 'a\nb', 'a\u0007', 'a\u202Eb', '\ud800', 'x'.repeat(201), '   ']) {
      expect(accepts(name, given)).toBe(false);
    }
  });

  it('keeps line breaks and tabs in a reason, and nothing else that is invisible', () => {
    expect(longText.parse('first\n\tsecond')).toBe('first\n\tsecond');
    expect(accepts(longText, 'a\u001bb')).toBe(false);
    expect(accepts(longText, 'x'.repeat(4001))).toBe(false);
  });

  it('knows days, keys, steps and links from what only looks like them', () => {
    expect(accepts(day, '2028-02-29')).toBe(true);
    expect(accepts(day, '2027-02-29')).toBe(false);
    expect(accepts(day, '0001-01-01')).toBe(false);
    expect(accepts(key, '../etc')).toBe(false);
    expect(accepts(stepRef, 'q_review@2027-Q1')).toBe(true);
    expect(accepts(link, 'javascript:alert(1)')).toBe(false);
    expect(accepts(link, 'https://example.org/报告.pdf')).toBe(true);
  });
});

describe('the wording of problems', () => {
  const wordings = Object.entries({ ...apiProblems, ...refusalProblems });

  it.each(wordings)('%s speaks both languages and is a whole sentence in each', (_code, { title, sentence }) => {
    expect(title.en).not.toBe('');
    expect(title.zh).toMatch(/\p{Script=Han}/u);
    expect(sentence.en).toMatch(/[.}]$/);
    expect(sentence.zh).toMatch(/[。}]$/);
    expect(sentence.en).not.toMatch(/!|\p{Script=Han}/u);
  });

  it('has words for every complaint about a field', () => {
    for (const { en, zh } of Object.values(fieldProblems)) expect([en, zh]).not.toContain('');
  });

  it('fills in what is known, and stays a sentence where it is not', () => {
    const { en } = refusalProblems['step-not-open'].sentence;
    expect(fillIn(en, { step: 'The report' })).toMatch(/^The report is not open/);
    expect(fillIn(en, {})).toMatch(/^This step is not open/);
  });
});
