/** What the bench's worker bundles: the real workflow, and the hand-written one beside it. */
export { cityJourney } from '@citypath/workflows';
export { handwrittenYear } from './handwritten.workflow';
