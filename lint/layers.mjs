/**
 * The house as lint: which folder of lib/ may import which (DESIGN: each row imports only rows above it), that pure
 * files know neither database nor framework, that only stores reach the database, and that pages and components stay
 * in their place. One table; the rules follow from it.
 */
const ground = ['access', 'log'];
const domains = {
  text: [],
  access: [],
  log: ['access'],
  chance: [],
  accounts: ground,
  projects: ground,
  documents: [...ground, 'text'],
  codebook: [...ground, 'text'],
  codings: [...ground, 'text', 'documents', 'codebook'],
  rounds: [...ground, 'chance', 'text', 'documents', 'codings'],
  agreement: ['text', 'chance', 'codings'],
  analysis: ['text', 'documents', 'codebook', 'codings'],
  interchange: [...ground, 'text', 'projects', 'documents', 'codebook', 'codings', 'rounds', 'agreement', 'analysis'],
  door: [...ground, 'text', 'projects', 'documents', 'codebook', 'codings', 'rounds'],
};

/**
 * Where a store reads more than its pure neighbours may know: agreement's gathers units, asks the seal and folds the
 * log; that of projects asks for the session and its membership in one statement.
 */
const storesAlso = { agreement: [...ground, 'documents', 'codebook'], projects: ['accounts'] };

const frameworks = {
  regex: '^(next|react|react-dom|@prisma|@mantine|@tiptap|pg)(/|$)|lib/generated',
  message: 'Pure files know no framework and no database; put this in store.ts or in components/.',
};
const database = { regex: '(^@/lib|\\.\\.?)/db$', message: 'Only a store.ts reaches the database.' };
const stores = { regex: '/store$', message: 'Pure files and components never import a store.' };
const upward = (from) => ({
  regex: `^@/(app|components|e2e)(/|$)`,
  message: `lib/${from} lies below the pages and components and cannot import them.`,
});

function forbidden(domain, allowed) {
  const others = Object.keys(domains).filter((name) => name !== domain && !allowed.includes(name));
  return {
    regex: `(^@/lib|^\\.\\.)/(${others.join('|')})(/|$)`,
    message: `lib/${domain} may import only: ${allowed.join(', ') || 'nothing'} (lint/layers.mjs).`,
  };
}

const restrict = (patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });

const perDomain = Object.entries(domains).flatMap(([domain, allowed]) => [
  {
    files: [`lib/${domain}/**/*.ts`],
    ignores: ['**/store.ts', '**/performers.ts', '**/*.test.ts'],
    rules: restrict([forbidden(domain, allowed), frameworks, database, stores, upward(domain)]),
  },
  {
    files: [`lib/${domain}/**/store.ts`, 'lib/door/performers.ts'].filter((file) => domain === 'door' || !file.includes('performers')),
    rules: restrict([forbidden(domain, [...allowed, ...(storesAlso[domain] ?? [])]), upward(domain)]),
  },
]);

export const layers = [
  ...perDomain,
  {
    files: ['components/**/*.{ts,tsx}'],
    rules: restrict([
      stores,
      database,
      { regex: '^@/app(/|$)', message: 'Components never import routes.' },
      { regex: '^(@prisma|pg)(/|$)|lib/generated', message: 'Components never see the database.' },
    ]),
  },
  {
    files: ['components/ui/**/*.{ts,tsx}'],
    rules: restrict([
      { regex: '^@/(lib/(?!errors)|app|components/(?!ui))', message: 'components/ui holds pieces without domain words.' },
    ]),
  },
  {
    files: ['app/**/*.{ts,tsx}'],
    ignores: ['**/*.test.ts'],
    rules: restrict([
      { regex: '^(@prisma|pg)(/|$)|lib/generated', message: 'Routes ask a store; they never touch Prisma.' },
      database,
    ]),
  },
];
