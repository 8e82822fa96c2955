/** The names under which our processes connect to PostgreSQL. */
export const API = 'citypath-api';
export const WORKER = 'citypath-worker';

/** The page of the board that is asked for. */
export const BOARD = '/journeys?programme=100rc-cn&limit=200';
