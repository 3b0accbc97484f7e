import type { Mark, Node } from '@tiptap/pm/model';
import { Fragment, useMemo, type ReactNode } from 'react';
import { readMemo } from './markdown';
import classes from './memo.module.css';

/** A memo for reading. It is built from the document that its Markdown says, so nothing in it can become HTML. */
export function RenderedMemo({ text }: { text: string }) {
  const document = useMemo(() => readMemo(text), [text]);
  return <div className={classes.written}>{contentOf(document)}</div>;
}

function contentOf(node: Node): ReactNode {
  return node.children.map((child, index) => <Fragment key={index}>{rendered(child)}</Fragment>);
}

function rendered(node: Node): ReactNode {
  const content = contentOf(node);
  switch (node.type.name) {
    case 'text':
      return node.marks.reduceRight(marked, node.text);
    case 'hardBreak':
      return <br />;
    case 'bulletList':
      return <ul dir="auto">{content}</ul>;
    case 'orderedList':
      return (
        <ol dir="auto" start={node.attrs['start'] as number}>
          {content}
        </ol>
      );
    case 'listItem':
      return <li>{content}</li>;
    case 'blockquote':
      return <blockquote dir="auto">{content}</blockquote>;
    default:
      return <p dir="auto">{content}</p>;
  }
}

function marked(content: ReactNode, { type, attrs }: Mark): ReactNode {
  if (type.name === 'bold') return <strong>{content}</strong>;
  if (type.name === 'italic') return <em>{content}</em>;
  return (
    <a href={attrs['href'] as string} target="_blank" rel="noopener noreferrer">
      {content}
    </a>
  );
}
