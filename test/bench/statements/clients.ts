/** The names under which our processes connect to PostgreSQL. */
export const API = 'citypath-api';
export const WORKER = 'citypath-worker';

/** The pages that our own pages ask for first. */
export const BOARD = '/journeys?programme=100rc-cn&limit=100';
export const NEEDS = '/needs?limit=50';
export const STUCK = '/stuck?programme=100rc-cn';
