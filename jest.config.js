const compiled = (parser) => [
  '@swc/jest',
  {
    module: { type: 'commonjs' },
    jsc: {
      target: 'es2024',
      parser,
      transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
      keepClassNames: true,
    },
    sourceMaps: 'inline',
  },
];

/**
 * Five kinds of specs. `unit` needs nothing; the others need servers that `npm test` starts once for all files
 * (a PostgreSQL cluster, a Temporal dev server, Temporal's time-skipping server, an S3 server, a virus scanner) and names
 * in the environment, beside the program of a browser.
 */
const everyProject = {
  testEnvironment: 'node',
  // Rooms import each other by package name; this condition leads to the sources, so that no build is needed.
  testEnvironmentOptions: { customExportConditions: ['citypath-source', 'node', 'node-addons'] },
  transform: {
    '^.+\\.ts$': compiled({ syntax: 'typescript', decorators: true }),
    '^.+\\.tsx$': compiled({ syntax: 'typescript', tsx: true }),
  },
  transformIgnorePatterns: ['/node_modules/'],
  modulePathIgnorePatterns: ['/dist/', '/\\.data/'],
};

const specsIn = (...rooms) => rooms.map((room) => `<rootDir>/${room}/**/*.spec.ts`);

module.exports = {
  projects: [
    { ...everyProject, displayName: 'unit', testMatch: specsIn('libs', 'apps', 'infra', 'test/rules', 'test/house') },
    { ...everyProject, displayName: 'time-skipping', testMatch: specsIn('workflows', 'test/time-skipping') },
    { ...everyProject, displayName: 'replay', testMatch: specsIn('test/replay') },
    { ...everyProject, displayName: 'stories', testMatch: specsIn('test/stories', 'test/faults') },
    { ...everyProject, displayName: 'browser', testMatch: specsIn('test/browser') },
  ],
};
