import type { Code } from '@/lib/codebook';
import type { Attribute } from '@/lib/documents';
import type { CoderAttribute, Member } from '@/lib/projects';

/** What is in a project already, as far as an import has to know it. */
export type Here = {
  /** Who imports. */
  actorId: string;
  members: readonly Member[];
  coderAttributes: readonly CoderAttribute[];
  attributes: readonly Attribute[];
  codes: readonly Code[];
  /** `sealed`: an open round is held on it. */
  documents: readonly { id: string; title: string; sha256: string; sealed: boolean }[];
  /** Ids of documents and codes, deleted ones too. */
  taken: ReadonlySet<string>;
};

/** A project in which nothing was ever coded, added or imported: what an archive may come into as it is. */
export function isEmpty({ taken }: Here): boolean {
  return taken.size === 0;
}
