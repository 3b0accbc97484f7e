import fc from 'fast-check';
import { expect, it } from 'vitest';
import { can, inScope, maySee, permissions, roles, sealOfMarks, type Permission, type Role } from '.';

const closed = { codersEditDocuments: false, codersEditCodebook: false };
const open = { codersEditDocuments: true, codersEditCodebook: true };

/** DESIGN section 6, written out cell by cell: y always, s if the project allows, - never. */
const matrix: Record<Permission, Record<Role, 'y' | 's' | '-'>> = {
  'project:read': { owner: 'y', adjudicator: 'y', coder: 'y', viewer: 'y' },
  'project:edit': { owner: 'y', adjudicator: '-', coder: '-', viewer: '-' },
  'members:manage': { owner: 'y', adjudicator: '-', coder: '-', viewer: '-' },
  'documents:edit': { owner: 'y', adjudicator: 'y', coder: 's', viewer: '-' },
  'codebook:edit': { owner: 'y', adjudicator: 'y', coder: 's', viewer: '-' },
  'codings:write': { owner: 'y', adjudicator: 'y', coder: 'y', viewer: '-' },
  'consensus:write': { owner: 'y', adjudicator: 'y', coder: '-', viewer: '-' },
  'rounds:run': { owner: 'y', adjudicator: 'y', coder: '-', viewer: '-' },
  'history:read': { owner: 'y', adjudicator: 'y', coder: '-', viewer: '-' },
  'log:system': { owner: '-', adjudicator: '-', coder: '-', viewer: '-' },
};

it.each(permissions.flatMap((permission) => roles.map((role) => [role, permission, matrix[permission][role]] as const)))(
  '%s, %s: %s',
  (role, permission, cell) => {
    expect(can(role, permission, closed)).toBe(cell === 'y');
    expect(can(role, permission, open)).toBe(cell !== '-');
  },
);

/** What a token of a script carries: r to read, w to write only, - never. */
const carried: Record<Permission, 'r' | 'w' | '-'> = {
  'project:read': 'r',
  'project:edit': '-',
  'members:manage': '-',
  'documents:edit': 'w',
  'codebook:edit': 'w',
  'codings:write': 'w',
  'consensus:write': 'w',
  'rounds:run': 'w',
  'history:read': 'r',
  'log:system': '-',
};

it.each(permissions)('a token reads, or also writes, and never manages people or the project: %s', (permission) => {
  expect(inScope('read', permission)).toBe(carried[permission] === 'r');
  expect(inScope('write', permission)).toBe(carried[permission] !== '-');
});

const person = fc.constantFrom('ann', 'ben', 'cem');
const documentId = fc.constantFrom('d1', 'd2', 'd3');
const seal = fc.record({ viewerId: person, sealedDocuments: fc.uniqueArray(documentId) });
const subject = fc.record({ coderId: person, documentId });

it('shows everybody their own work, sealed or not', () => {
  fc.assert(fc.property(seal, documentId, (s, d) => maySee(s, { coderId: s.viewerId, documentId: d })));
});

it('hides the work of others exactly on the documents that are sealed', () => {
  fc.assert(
    fc.property(seal, subject, (s, coding) => {
      fc.pre(coding.coderId !== s.viewerId);
      expect(maySee(s, coding)).toBe(!s.sealedDocuments.includes(coding.documentId));
    }),
  );
});

it('hides nothing that belongs to no single coder', () => {
  fc.assert(fc.property(seal, (s) => maySee(s, null)));
});

it('opens finished marks to whoever may run rounds, and to nobody else, leaving their codings sealed', () => {
  fc.assert(
    fc.property(seal, subject, fc.constantFrom(...roles), (s, mark, role) => {
      const manages = role === 'owner' || role === 'adjudicator';
      expect(maySee(sealOfMarks(s, role), mark)).toBe(manages || maySee(s, mark));
    }),
  );
});
