import next from '@next/eslint-plugin-next';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { layers } from './lint/layers.mjs';

export default tseslint.config(
  {
    ignores: ['node_modules/**', '.next/**', '.concord/**', 'lib/generated/**', 'next-env.d.ts', 'test-results/**', 'playwright-report/**'],
  },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx,mjs}'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      'no-restricted-syntax': [
        'error',
        { selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]', message: 'Render data, never markup from data.' },
        { selector: 'ExpressionStatement > Literal[value="use server"]', message: 'No server actions: a route handler says who may.' },
      ],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-params': ['error', 3],
    },
  },
  { files: ['lib/**/*.ts'], ignores: ['**/*.test.ts', 'lib/testing/**'], rules: { 'max-lines-per-function': ['error', { max: 60 }] } },
  { files: ['**/*.ts'], rules: { 'max-lines': ['error', { max: 300, skipBlankLines: true }] } },
  {
    files: ['**/*.test.{ts,tsx}', 'e2e/**'],
    rules: { 'max-lines': 'off', 'no-restricted-syntax': ['error', {
      selector: 'MemberExpression[object.name=/^(it|test|describe)$/][property.name=/^(only|todo)$/]',
      message: 'Every test runs.',
    }] },
  },
  { files: ['{app,components}/**/*.{ts,tsx}'], plugins: { 'react-hooks': reactHooks, '@next/next': next }, rules: { ...reactHooks.configs.recommended.rules, ...next.configs.recommended.rules } },
  ...layers,
);
