import { onlyFile } from '../incoming';
import { readProject, readQde } from '../refi/read-project';
import { writeProject } from '../refi/write-project';
import { isZip, openZip } from '../zip-read';
import type { Format } from './format';

/** The exchange format of the programs for qualitative analysis. */
export const refiProject: Format = {
  name: 'refi-qda-project',
  title: 'REFI-QDA project',
  extension: 'qdpx',
  mediaType: 'application/zip',
  purpose: 'Texts, codes, codings, memos and attributes for NVivo, ATLAS.ti, MAXQDA, QualCoder and their like.',
  loses: [
    'rounds, with what was settled and said in them, finished marks and layers: nothing tells consensus from a coder’s own',
    'roles of members and what describes them',
    'shortcuts of codes and whether they are archived',
    'versions of the codebook and when a coding last changed',
    'keys, options and some types of attributes',
    'which document is the translation of which',
    'paragraphs, language and direction of texts, which are found out anew',
    'control characters in names and memos, which XML cannot carry',
  ],
  filtered: true,
  write: (project) => writeProject(project),
  async read(incoming) {
    const { files } = incoming;
    const unpacked = [...files.keys()].find((path) => files.size > 1 && /\.qde$/i.test(path));
    if (unpacked) {
      const texts = { names: [...files.keys()], bytes: async (name: string) => files.get(name)! };
      return readQde(files.get(unpacked)!, incoming.name, texts);
    }
    const bytes = onlyFile(incoming) ?? new Uint8Array(0);
    return isZip(bytes) ? readProject(bytes, incoming.name) : readQde(bytes, incoming.name, null);
  },
  async recognises({ files, name }) {
    const bytes = onlyFile({ files, name });
    if (!bytes) return [...files.keys()].some((path) => /\.qde$/i.test(path));
    if (isZip(bytes)) return /\.qdpx$/i.test(name) || (await openZip(bytes)).names.some((each) => /\.qde$/i.test(each));
    return /\.qde$/i.test(name) || /<([a-z]+:)?Project[\s>]/.test(beginning(bytes));
  },
};

/** Enough of a file to tell what it is. */
export function beginning(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes.subarray(0, 2000));
}
