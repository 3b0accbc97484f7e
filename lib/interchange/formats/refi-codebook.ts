import { Refusal } from '@/lib/errors';
import { encoded } from '../byte-writer';
import { Draft } from '../draft';
import { bareName, onlyFile } from '../incoming';
import { readCodes } from '../refi/read-codes';
import { codesXml } from '../refi/write-codes';
import { childOf, childrenOf, readXml } from '../xml-read';
import { xmlAttributes } from '../xml-write';
import type { Format } from './format';
import { beginning } from './refi-project';

const namespace = 'urn:QDA-XML:codebook:1.0';

/** The codebook alone, as other programs exchange it. */
export const refiCodebook: Format = {
  name: 'refi-qda-codebook',
  title: 'REFI-QDA codebook',
  extension: 'qdc',
  mediaType: 'application/xml; charset=utf-8',
  purpose: 'The tree of codes with colours and definitions, for other programs of qualitative analysis.',
  loses: [
    'everything but the codes',
    'rules for use, examples, shortcuts and versions of codes',
    'whether a code is archived',
    'control characters, which XML cannot carry',
  ],
  filtered: false,
  async *write({ codes }) {
    if (codes.length === 0) {
      throw new Refusal('invalid', 'The codebook has no codes, and this format cannot be empty. Add a code first.');
    }
    yield encoded('<?xml version="1.0" encoding="utf-8"?>\n');
    yield encoded(`<CodeBook${xmlAttributes({ xmlns: namespace, origin: 'Concord' })}>`);
    yield encoded(`${codesXml(codes, null)}</CodeBook>\n`);
  },
  async read(incoming) {
    const root = readXml(onlyFile(incoming) ?? new Uint8Array(0), incoming.name);
    if (root.name !== 'CodeBook') {
      throw new Refusal('unreadable', `This is no REFI-QDA codebook: it begins with ${root.name}.`);
    }
    const draft = new Draft(bareName(incoming.name));
    readCodes(draft, root, { origin: root.attributes.get('origin') });
    draft.note('Sets (groups of codes), which did not come in: #.', childrenOf(childOf(root, 'Sets'), 'Set').length);
    return draft.reading();
  },
  recognises({ files, name }) {
    const bytes = onlyFile({ files, name });
    return (
      bytes !== null &&
      /<([a-z]+:)?CodeBook[\s>]/.test(beginning(bytes)) &&
      !/<([a-z]+:)?Project[\s>]/.test(beginning(bytes))
    );
  },
};
