import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig({
  resolve: {
    alias: {
      '@': root.replace(/\/$/, ''),
      'server-only': `${root}lib/server-only.stub.ts`,
    },
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{lib,components,app,samples,bin,bench,lint}/**/*.test.{ts,tsx}'],
          exclude: ['**/store.test.ts', '**/*.store.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'store',
          include: ['{lib,app,prisma}/**/{store,*.store}.test.ts'],
          globalSetup: ['./lib/testing/postgres.ts'],
          testTimeout: 30_000,
        },
      },
    ],
  },
});
