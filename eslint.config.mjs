import tseslint from 'typescript-eslint';

/** What the pure rooms may not reach for: the clock, chance and the machine. `now` is an argument there. */
const impure = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'The clock is an argument: take `now`.',
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'The clock is an argument: take `now`.',
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'Rules know no chance.',
  },
  { selector: "MemberExpression[object.name='Intl']", message: 'Calendars and zones are data here: no Intl in rules.' },
  { selector: 'ImportDeclaration[source.value=/^node:/]', message: 'Pure rooms import nothing of the machine.' },
];

const noEnums = { selector: 'TSEnumDeclaration', message: 'Unions with assertNever, no enums.' };

export default tseslint.config(
  { ignores: ['**/dist/', '**/node_modules/', '.data/', 'coverage/'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [...tseslint.configs.strictTypeChecked],
    // All rooms as one program: a fifth faster than a program a room, and it needs no build.
    languageOptions: {
      parserOptions: {
        project: ['tsconfig.lint.json', 'apps/web/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // A Nest module is a class with nothing in it but its decorator.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Frameworks take their options as plain objects typed by classes; and we have no enums.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      'no-restricted-syntax': ['error', noEnums],
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: "Only libs/runtime's config reads the environment." },
      ],
    },
  },
  {
    files: ['libs/{calendar,journey,post}/**/*.ts', 'workflows/**/*.ts'],
    // Temporal's own clock, the same again on replay, is read in one file of workflow code.
    ignores: ['**/*.spec.ts', 'workflows/workflow-clock.ts'],
    rules: { 'no-restricted-syntax': ['error', noEnums, ...impure] },
  },
  {
    files: ['libs/runtime/config*.ts', 'libs/runtime/config/**/*.ts', 'test/**/*.ts', '**/*.spec.ts'],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    files: ['**/*.spec.ts', 'test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
);
