/**
 * The doors of the house: who may import whom. Rooms import each other by package name, so a path that leaves
 * a room leads to the other room's index (or to `workflows/messages.ts`, its public door).
 */

const specs = '\\.spec\\.ts$';

/** Each room with the rooms of ours that it may import. What is not listed is forbidden. */
const rooms = {
  'libs/calendar': [],
  'libs/journey': ['libs/calendar'],
  'libs/post': ['libs/calendar', 'libs/journey'],
  'libs/programmes': ['libs/calendar', 'libs/journey'],
  'libs/contracts': ['libs/journey'],
  'libs/store': ['libs/journey'],
  'libs/letters': ['libs/calendar', 'libs/journey', 'libs/post', 'libs/store'],
  'libs/runtime': [],
  workflows: ['libs/calendar', 'libs/journey'],
  'apps/api': [
    'libs/calendar',
    'libs/contracts',
    'libs/journey',
    'libs/letters',
    'libs/post',
    'libs/programmes',
    'libs/runtime',
    'libs/store',
    'workflows',
  ],
  'apps/worker': ['libs/calendar', 'libs/journey', 'libs/runtime', 'libs/store', 'workflows'],
  'apps/courier': [
    'libs/calendar',
    'libs/journey',
    'libs/letters',
    'libs/post',
    'libs/runtime',
    'libs/store',
    'workflows',
  ],
  'apps/cli': ['libs/contracts', 'libs/journey', 'libs/runtime', 'libs/store', 'workflows'],
  'apps/web': ['libs/contracts'],
  'infra/local': ['libs/calendar', 'libs/contracts', 'libs/journey', 'libs/programmes', 'libs/runtime'],
};

const doorRules = Object.entries(rooms).map(([room, mayImport]) => ({
  name: `doors-of-${room.replace('/', '-')}`,
  comment: `${room} may import ${mayImport.length > 0 ? mayImport.join(', ') : 'nothing of ours'}`,
  severity: 'error',
  from: { path: `^${room}/` },
  to: {
    path: '^(apps|libs|workflows|infra|test)/',
    pathNot: [room, ...mayImport].map((allowed) => `^${allowed}/`),
  },
}));

/** Another library is entered by its index, and by its package name: never by a path into the room. */
const wayRules = [...Object.keys(rooms), 'test'].flatMap((room) => [
  {
    name: `only-the-index-of-another-library-from-${room.replace('/', '-')}`,
    severity: 'error',
    from: { path: `^${room}/` },
    to: { path: '^libs/', pathNot: [`^${room}/`, '^libs/[^/]+/index\\.ts$'] },
  },
  {
    name: `no-relative-way-out-of-${room.replace('/', '-')}`,
    severity: 'error',
    from: { path: `^${room}/` },
    to: { path: '^(apps|libs|workflows|infra|test)/', pathNot: `^${room}/`, dependencyTypes: ['local'] },
  },
]);

/** A package that only some rooms may import. */
const onlyIn = (name, packages, from, fromPathNot = []) => ({
  name,
  severity: 'error',
  from: { pathNot: [...from.map((room) => `^${room}`), '^node_modules/', ...fromPathNot] },
  to: { path: `(^|/)node_modules/(@types/)?(${packages})/` },
});

module.exports = {
  forbidden: [
    ...doorRules,
    ...wayRules,
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'workflows-public-doors',
      comment: 'Only the worker may name the bundle; everyone else takes its messages (and types of its activities).',
      severity: 'error',
      from: { pathNot: ['^workflows/', '^apps/worker/', '^test/'] },
      to: { path: '^workflows/', pathNot: ['^workflows/(messages|activities)\\.ts$'] },
    },
    {
      name: 'the-bundle-is-not-imported',
      comment: 'The worker bundles workflows by path; importing them would run workflow code outside its sandbox.',
      severity: 'error',
      from: { path: '^apps/' },
      to: { path: '^workflows/index\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    onlyIn('typeorm-in-store-only', 'typeorm', ['libs/store/']),
    onlyIn('workflow-sdk-in-workflows-only', '@temporalio/workflow', [
      'workflows/',
      'test/bench/',
      'test/faults/other-code/',
    ]),
    onlyIn('nodemailer-at-the-edges-only', 'nodemailer', ['libs/runtime/', 'apps/courier/']),
    onlyIn('holidays-where-calendars-are-made', 'chinese-days|date-holidays', ['infra/local/', 'apps/api/'], [specs]),
    onlyIn('test-tools-in-specs-only', '@temporalio/testing|supertest|fast-check|playwright-core', ['test/'], [specs]),
    {
      name: 'pure-rooms-know-no-package',
      severity: 'error',
      from: { path: '^libs/(calendar|journey|post|programmes)/', pathNot: [specs] },
      to: { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown', 'core'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // What we built ourselves; packages keep their own dist folders.
    exclude: { path: '^((apps|infra|libs)/[^/]+|test|workflows)/dist/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['citypath-source', 'types', 'import', 'require', 'node', 'default'],
      mainFields: ['main', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
