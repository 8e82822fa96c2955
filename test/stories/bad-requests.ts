import type { Asked } from '../support/caller';
import { report } from '../support/yiwu-on-its-way';

export const submission = '/journeys/100rc-cn.yiwu/steps/asw_report/submission';
export const returning = '/journeys/100rc-cn.yiwu/steps/asw_report/return';
export const newPerson = {
  familyName: 'Wu',
  givenName: 'Ming',
  address: 'wu.ming@yiwu.example',
  language: 'zh',
} as const;
const joining = { programme: '100rc-cn', city: 'yiwu', joinedOn: null };

/** A request that cannot be, and the problem that it has to be answered with. */
export interface BadRequest {
  /** Yiwu's officer unless said otherwise; the neighbour is the officer of another city of the programme. */
  by?: 'stranger' | 'neighbour' | 'manager' | 'administrator';
  to: string;
  send: Asked;
  status: number;
  code: string;
  /** JSON pointer to the field, and its code. */
  field?: [pointer: string, code: string];
}

/** By what is wrong with them. Huzhou is known and has not joined. */
export const badRequests: Record<string, BadRequest> = {
  'nobody is signed in': {
    by: 'stranger',
    to: submission,
    send: { body: report() },
    status: 401,
    code: 'not-signed-in',
  },
  'the officer of another city': {
    by: 'neighbour',
    to: submission,
    send: { body: report() },
    // Not told apart from a journey that is not there.
    status: 404,
    code: 'journey-unknown',
  },
  'the officer accepts what is his own': {
    to: '/journeys/100rc-cn.yiwu/steps/asw_report/acceptance',
    send: { body: {} },
    status: 403,
    code: 'not-allowed',
  },
  'a write sent from another site': {
    to: submission,
    send: { body: report(), headers: { Origin: 'https://elsewhere.example' } },
    status: 403,
    code: 'other-origin',
  },
  'a write that a browser marks as cross-site': {
    to: submission,
    send: { body: report(), headers: { 'Sec-Fetch-Site': 'cross-site' } },
    status: 403,
    code: 'other-origin',
  },
  'no Idempotency-Key': {
    to: submission,
    send: { body: report(), key: null },
    status: 400,
    code: 'idempotency-key-missing',
  },
  'a step that is not open': {
    to: '/journeys/100rc-cn.yiwu/steps/draft/submission',
    send: { body: { evidence: { draft: { kind: 'document', title: 'Draft', link: 'https://yiwu.example/draft' } } } },
    status: 409,
    code: 'step-not-open',
  },
  'a step that the programme does not have': {
    to: '/journeys/100rc-cn.yiwu/steps/coronation/submission',
    send: { body: report() },
    status: 404,
    code: 'step-unknown',
  },
  'a journey that is not there': {
    to: '/journeys/100rc-cn.atlantis/steps/asw_report/submission',
    send: { body: report() },
    status: 404,
    code: 'journey-unknown',
  },
  'evidence that lacks all that is wanted': {
    to: submission,
    send: { body: { evidence: {} } },
    status: 422,
    code: 'evidence-missing',
    field: ['/evidence/report', 'evidence-missing'],
  },
  'evidence that lacks a field': {
    by: 'manager',
    to: '/journeys/100rc-cn.yiwu/steps/cro_funding_end/submission',
    send: { body: { evidence: { decision: { kind: 'decision' } } } },
    status: 422,
    code: 'malformed-request',
    field: ['/evidence/decision/choice', 'field-missing'],
  },
  'evidence that nobody asked for': {
    to: submission,
    send: { body: { evidence: { poem: { kind: 'document', title: 'Ode', link: 'https://yiwu.example/ode' } } } },
    status: 422,
    code: 'evidence-unknown',
    field: ['/evidence/poem', 'evidence-unknown'],
  },
  'a link that would run in a reader’s browser': {
    to: submission,
    send: { body: { evidence: { report: { kind: 'document', title: 'Report', link: 'javascript:alert(1)' } } } },
    status: 422,
    code: 'malformed-request',
    field: ['/evidence/report/link', 'link-malformed'],
  },
  'a day before joining': {
    by: 'administrator',
    to: '/journeys',
    send: {
      body: { ...joining, city: 'huzhou', joinedOn: '2026-03-02', done: [{ step: 'grant', happenedOn: '2026-02-27' }] },
    },
    status: 422,
    code: 'day-before-joining',
    field: ['/done/0/happenedOn', 'day-before-joining'],
  },
  'a day that is no day': {
    by: 'manager',
    to: '/journeys/100rc-cn.yiwu/steps/asw_report/date',
    send: { body: { dueOn: '2027-02-30', reason: 'Later.' } },
    status: 422,
    code: 'malformed-request',
    field: ['/dueOn', 'day-malformed'],
  },
  'a seat that nobody defined': {
    by: 'administrator',
    to: '/journeys',
    send: { body: { ...joining, city: 'huzhou', seats: [{ seat: 'king', person: null, fromOn: null }] } },
    status: 404,
    code: 'seat-unknown',
    field: ['/seats/0/seat', 'seat-unknown'],
  },
  'a person whom nobody knows': {
    by: 'manager',
    to: '/journeys/100rc-cn.yiwu/seats/focal_point/appointment',
    send: { body: { person: 'p-nobody', fromOn: null } },
    status: 422,
    code: 'person-unknown',
    field: ['/person', 'person-unknown'],
  },
  'a city that has joined already': {
    by: 'administrator',
    to: '/journeys',
    send: { body: joining },
    status: 409,
    code: 'journey-already-joined',
  },
  'a field that is not expected': {
    to: submission,
    send: { body: { ...report(), status: 'done' } },
    status: 422,
    code: 'malformed-request',
    field: ['/status', 'field-unknown'],
  },
  'control characters in a comment': {
    by: 'manager',
    to: returning,
    send: { body: { comment: 'bell\u0007 and null\u0000' } },
    status: 422,
    code: 'malformed-request',
    field: ['/comment', 'text-with-control-characters'],
  },
  'half of a surrogate pair': {
    by: 'manager',
    to: returning,
    send: { raw: '{"comment":"\\ud83d"}' },
    status: 422,
    code: 'malformed-request',
    field: ['/comment', 'text-with-control-characters'],
  },
  'a name of 300 characters': {
    by: 'administrator',
    to: '/people',
    send: { body: { ...newPerson, familyName: 'W'.repeat(300) } },
    status: 422,
    code: 'malformed-request',
    field: ['/familyName', 'text-too-long'],
  },
  'an address that is none': {
    by: 'administrator',
    to: '/people',
    send: { body: { ...newPerson, address: 'wu.ming' } },
    status: 422,
    code: 'malformed-request',
    field: ['/address', 'address-malformed'],
  },
  'JSON over 256 kB': {
    by: 'manager',
    to: returning,
    send: { body: { comment: 'x'.repeat(257 * 1024) } },
    status: 413,
    code: 'request-too-large',
  },
  'what is not JSON': {
    to: submission,
    send: { raw: '{"evidence":' },
    status: 400,
    code: 'malformed-json',
  },
  'what does not claim to be JSON': {
    to: submission,
    send: { raw: 'evidence=report', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } },
    status: 415,
    code: 'unsupported-media-type',
  },
};
