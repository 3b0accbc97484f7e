import { getSchema } from '@tiptap/core';
import { Link } from '@tiptap/extension-link';
import StarterKit from '@tiptap/starter-kit';
import { isSafeLink } from './safe-link';

const auto = { HTMLAttributes: { dir: 'auto' } };

/** What a memo may hold: paragraphs, bold, italic, lists, quotes and links. Each block finds its own direction. */
export const memoExtensions = [
  StarterKit.configure({
    paragraph: auto,
    blockquote: auto,
    bulletList: auto,
    orderedList: auto,
    link: false,
    code: false,
    codeBlock: false,
    dropcursor: false,
    gapcursor: false,
    heading: false,
    horizontalRule: false,
    strike: false,
    trailingNode: false,
    underline: false,
  }),
  // Last in rank, so that a link stands inside what is bold: Markdown cannot write the two crossing each other.
  Link.extend({ priority: 1 }).configure({
    openOnClick: false,
    defaultProtocol: 'https',
    isAllowedUri: (href) => isSafeLink(href),
    HTMLAttributes: { target: '_blank', rel: 'noopener noreferrer' },
  }),
];

export const memoSchema = getSchema(memoExtensions);
