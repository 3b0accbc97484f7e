import type { Draft, DraftDocument } from '../draft';
import { childOf, childrenOf, type XmlElement } from '../xml-read';
import { key } from './read-codes';
import type { Known } from './read-project';
import { attributeTypeOf, type VariableType } from './variables';

/** Variables as attributes; gives back the attributes' keys by the variables'. */
export function readVariables(draft: Draft, root: XmlElement): Map<string, string> {
  const variables = childrenOf(childOf(root, 'Variables'), 'Variable').map(({ attributes }): [string, string] => {
    const own = key(attributes.get('guid'));
    const type = attributeTypeOf[attributes.get('typeOfVariable') as VariableType] ?? 'text';
    return [own, draft.attribute(attributes.get('name') ?? '', { type, id: own })];
  });
  return new Map(variables);
}

/** The values that a source, or a case about it, has. */
export function readValues(
  draft: Draft,
  document: DraftDocument,
  { element, known }: { element: XmlElement; known: Known },
): void {
  for (const value of childrenOf(element, 'VariableValue')) {
    const attribute = known.variables.get(key(childOf(value, 'VariableRef')?.attributes.get('targetGUID')));
    const written = value.children.find(({ name }) => name.endsWith('Value'));
    if (attribute) draft.setAttribute(document, attribute, written?.text ?? '');
    else draft.note('Values of variables that the file does not define, which did not come in: #.');
  }
}

/**
 * Cases. Programs put the variables of documents into cases that refer to one source each, without a name; a case with a
 * name also says which case its documents are.
 */
export function readCases(
  draft: Draft,
  root: XmlElement,
  { known, documents }: { known: Known; documents: ReadonlyMap<string, DraftDocument> },
): void {
  for (const element of childrenOf(childOf(root, 'Cases'), 'Case')) {
    const refs = childrenOf(element, 'SourceRef').map((ref) => documents.get(key(ref.attributes.get('targetGUID'))));
    const about = refs.filter((document) => document !== undefined);
    const name = element.attributes.get('name')?.trim();
    for (const document of about) {
      readValues(draft, document, { element, known });
      if (!name) continue;
      const attribute = draft.attribute('Case');
      draft.setAttribute(document, attribute, [document.attributes[attribute], name].filter(Boolean).join('; '));
    }
    if (about.length === 0) draft.note('Cases that are not about whole documents, which did not come in: #.');
    else
      draft.note(
        'Passages that belong to a case, which did not come in as such: #.',
        childrenOf(element, 'SelectionRef').length,
      );
  }
}
