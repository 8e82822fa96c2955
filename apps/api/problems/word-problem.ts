import {
  apiProblems,
  fieldProblems,
  fillIn,
  refusalProblems,
  type FieldProblemCode,
  type Language,
  type Problem,
  type ProblemWording,
} from '@citypath/contracts';
import type { FieldError, ProblemCode, ProblemError, ProblemParams } from './problem-error';

/** Puts a problem into the reader's words. */
export function wordProblem(error: ProblemError, language: Language): Problem {
  const wording = wordingOf(error.code);
  const params = inLanguage(error.params, language);
  return {
    type: `urn:citypath:problem:${error.code}`,
    status: wording.status,
    code: error.code,
    title: wording.title[language],
    detail: fillIn(wording.sentence[language], params),
    ...(error.errors.length > 0 && {
      errors: error.errors.map((field) => ({ ...field, detail: detailOf(field, params, language) })),
    }),
    ...(error.retryAfterSeconds !== undefined && { retryAfterSeconds: error.retryAfterSeconds }),
  };
}

export function wordingOf(code: ProblemCode): ProblemWording {
  return code in apiProblems
    ? apiProblems[code as keyof typeof apiProblems]
    : refusalProblems[code as keyof typeof refusalProblems];
}

function detailOf(field: FieldError, params: Record<string, string | number>, language: Language): string {
  return field.code in fieldProblems
    ? fieldProblems[field.code as FieldProblemCode][language]
    : fillIn(wordingOf(field.code as ProblemCode).sentence[language], params);
}

function inLanguage(params: ProblemParams, language: Language): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(params).map(([key, value]) => [key, typeof value === 'object' ? value[language] : value]),
  );
}
