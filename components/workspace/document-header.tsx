'use client';

import Link from 'next/link';
import { useProject } from '@/components/project/provider';
import { livePairs, placeInPair, type DocumentSummary } from '@/lib/documents';
import { attributesInOrder } from './documents-in-order';
import { Fingerprint } from './fingerprint';
import { Here } from './here';
import here from './here.module.css';
import { languageName } from './language-name';
import classes from './workspace.module.css';

/** Which statement this is: title, what is known about it, its language, the fingerprint of its text. */
export function DocumentHeader({ document }: { document: DocumentSummary }) {
  const state = useProject();
  const { attributes, documents, project } = state;
  const place = placeInPair(livePairs(state), document.id);
  const other = place && documents.get(place.otherId);
  const known = attributesInOrder(attributes.values()).flatMap(({ key, name, type }) => {
    const value = document.attributes[key];
    return value && type !== 'language' ? [{ key, name, value, url: type === 'url' && /^https?:/i.test(value) }] : [];
  });
  return (
    <header className={classes.title}>
      <h1 dir={document.direction} lang={document.language ?? undefined}>
        {document.title}
      </h1>
      <Here documentId={document.id} className={here.overTitle} />
      <p className={classes.facts}>
        {known.map(({ key, name, value, url }) => (
          <span key={key} title={name}>
            {url ? (
              <a href={value} target="_blank" rel="noopener noreferrer">
                {name}
              </a>
            ) : (
              <bdi>{value}</bdi>
            )}
          </span>
        ))}
        {place && other && (
          <span>
            {place.side === 'original' ? 'Translation: ' : 'Translated from: '}
            <Link href={`/projects/${project.id}/documents/${other.id}`}>
              <bdi>{other.title}</bdi>
            </Link>
          </span>
        )}
        {document.language && <span title="Language">{languageName(document.language)}</span>}
        <span>
          <Fingerprint sha256={document.sha256} />
        </span>
      </p>
    </header>
  );
}
