import { inOrder, type Code } from '@/lib/codebook';
import type { Contents } from '../memory-archive';
import { xmlSafe } from '../xml-write';

/**
 * For each format that is written and read: what of a project survives the way there and back, which is everything less
 * what the format declares it loses. Two projects of which the same survives are the same to that format.
 */
export const survivors: Record<string, (contents: Contents) => unknown> = {
  archive: (contents) => contents,

  'refi-qda-project': ({ project, members, attributes, documents, codes, codings }) => ({
    project: [xmlSafe(project.title).trim(), xmlSafe(project.description)],
    members: members.map(({ id, name }) => [id, xmlSafe(name)]),
    attributes: attributes.map(({ id, name }) => [id, xmlSafe(name)]),
    documents: documents.map(({ id, title, text, createdAt, attributes: values }) => ({
      ...{ id, text, createdAt, title: xmlSafe(title) },
      values: attributes.flatMap(({ id: variable, key }) => (values[key] ? [[variable, xmlSafe(values[key])]] : [])),
    })),
    codes: treeOf(codes, ({ useWhen, avoidWhen, examples }) => ({
      rules: [useWhen, avoidWhen].map(xmlSafe),
      examples: examples.map(({ text, note, counter }) => [xmlSafe(text), xmlSafe(note), counter]),
    })),
    codings: codings.map(({ id, documentId, codeId, coderId, start, end, quote, memo, createdAt }) => {
      return { ...{ id, documentId, codeId, coderId, start, end, quote, createdAt }, memo: xmlSafe(memo) };
    }),
  }),

  codebook: ({ codes }) =>
    inOrder(codes).map(({ code: { id, parentId, name, color, shortcut, definition, useWhen, avoidWhen } }) => {
      return { id, parentId, name, color, shortcut, definition, useWhen, avoidWhen };
    }),

  'refi-qda-codebook': ({ codes }) => treeOf(codes, () => ({})),
};

/** The codes as a list of paths, in codebook order, with what every codebook keeps and what else this one does. */
function treeOf(codes: readonly Code[], more: (code: Code) => object) {
  return inOrder(codes).map(({ code, depth }) => {
    const { id, parentId, name, color, definition } = code;
    return { ...{ id, parentId, depth, name: xmlSafe(name), color, definition: xmlSafe(definition) }, ...more(code) };
  });
}
