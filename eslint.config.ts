import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import type { Linter } from 'eslint';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** One room of the house: what its files may not import. Paths are matched as written in the import. */
function border(files: string[], patterns: { regex: string; message: string }[]): Linter.Config {
  return {
    files,
    rules: {
      'no-restricted-imports': ['error', { patterns }],
      // That rule does not see import(). A selector's pattern can hold no slash.
      'no-restricted-syntax': [
        'error',
        ...patterns.map(({ regex, message }) => ({
          selector: `ImportExpression > Literal[value=/${regex.replaceAll('/', '\\x2f')}/]`,
          message,
        })),
      ],
    },
  };
}

const electron = { regex: '^electron(/|$)', message: 'Electron stays inside main/electron.' };
const host = {
  regex: '^(\\.\\./)+(electron|web|cli)/',
  message: 'Hosts are outermost: nothing imports them.',
};
const service = {
  regex: '^(\\.\\./)+service/',
  message: 'Arrows run hosts -> service -> api -> domain -> store.',
};
const api = { regex: '^(\\.\\./)+api/', message: 'Domain modules do not know the contract.' };
const orpc = { regex: '^@orpc/', message: 'oRPC stays in main/api, main/service and the hosts.' };
const react = { regex: '^(react|react-dom|@fluentui)(/|$)', message: 'React stays in renderer/.' };
const domains = [
  'accounts',
  'cases',
  'catalogue',
  'citizens',
  'documents',
  'handover',
  'identity',
  'kiosk',
  'learning',
  'mail',
  'registrations',
  'settings',
  'sms',
  'supervision',
  'triage',
];
const domain = {
  regex: `^(\\.\\./)+(${domains.join('|')})/`,
  message: 'The store knows no domain module.',
};
const renderer = { regex: 'renderer/', message: 'main/ does not know the renderer.' };
const generated = { regex: 'store/generated', message: 'Prisma rows stay behind main/store.' };

export default defineConfig(
  { ignores: ['dist', 'release', 'main/store/generated', 'node_modules', 'test/fixtures'] },
  js.configs.recommended,
  tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        // One program over all: with the three of `npm run types` the types of main/ would be worked out three times.
        project: './tsconfig.lint.json',
        tsconfigRootDir: import.meta.dirname,
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/require-await': 'off',
      eqeqeq: ['error', 'always'],
      'no-console': 'error',
    },
  },
  border(
    [`main/{${domains.join(',')}}/**`],
    [electron, host, service, api, orpc, react, renderer, generated],
  ),
  border(['main/store/**'], [electron, host, service, api, orpc, react, renderer, domain]),
  border(['main/api/**'], [electron, host, service, react, renderer, generated]),
  border(['main/service/**'], [electron, host, react, renderer, generated]),
  border(['main/{web,cli}/**'], [electron, react, renderer, generated]),
  border(['main/electron/**'], [react, renderer, generated]),
  { files: ['**/*.cts'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  {
    files: ['renderer/**'],
    plugins: { 'react-hooks': { rules: reactHooks.rules } },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            { regex: '^(electron|node:|@orpc/server|@prisma)', message: 'The renderer has no Node.' },
            {
              regex: 'main/(?!api/)',
              message: 'The renderer imports types from main/api and nothing else of main/.',
            },
            {
              regex: 'main/api/',
              allowTypeImports: true,
              message: 'Only types: no code of main/ runs in the renderer.',
            },
          ],
        },
      ],
    },
  },
  { files: ['main/cli/**', 'main/start.ts', 'prisma/*.ts', 'test/**'], rules: { 'no-console': 'off' } },
);
