import { expect, it } from 'vitest';
import { usualChoices } from './choices';
import { resolve, sealedAsked, type Scope, type ScopeDocument } from './scope';

function document(id: string, office: string | null): ScopeDocument {
  return { id, title: id, language: 'ru', attributes: office === null ? {} : { office }, gone: false };
}

const scope: Scope = {
  documents: [document('speech', 'Kremlin'), document('briefing', 'Ministry'), document('leaflet', null)],
  sealed: [
    { document: document('address', 'Kremlin'), round: 'Pilot' },
    { document: document('note', 'Ministry'), round: 'Pilot' },
  ],
  coders: [],
  codes: [],
  rounds: [],
  codebookVersion: 1,
  attributes: [],
  documentAttributes: [
    { id: 'o', key: 'office', name: 'Office', type: 'one-of', options: ['Kremlin', 'Ministry'], position: 0 },
  ],
  at: null,
};

it('counts the documents that say what was asked for, and those alone wait for an open round', () => {
  const asked = { ...usualChoices, where: { office: ['Kremlin'] } };
  expect(resolve(scope, asked).documentIds).toEqual(['speech']);
  expect(sealedAsked(scope, asked).map(({ document: { id } }) => id)).toEqual(['address']);
});

it('narrows what was chosen by name further, and takes a blank for documents that say nothing', () => {
  const asked = { ...usualChoices, documents: ['speech', 'leaflet'], where: { office: ['Ministry', ''] } };
  expect(resolve(scope, asked).documentIds).toEqual(['leaflet']);
  expect(sealedAsked(scope, asked)).toEqual([]);
});

it('takes all documents where nothing is asked of them', () => {
  expect(resolve(scope, usualChoices).documentIds).toEqual(['speech', 'briefing', 'leaflet']);
  expect(sealedAsked(scope, usualChoices)).toHaveLength(2);
});
