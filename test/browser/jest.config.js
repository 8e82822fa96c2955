const { projects } = require('../../jest.config');

/**
 * The stories in a browser, run by `npm run test:browser`. They need a Chromium, which not every machine has and
 * which `npm test` must not depend on; hence a suffix of their own that its projects do not match.
 */
const stories = projects.find(({ displayName }) => displayName === 'stories');
module.exports = {
  ...stories,
  displayName: 'browser',
  rootDir: '../..',
  testMatch: ['<rootDir>/test/browser/**/*.browser.ts'],
  testTimeout: 60_000,
};
