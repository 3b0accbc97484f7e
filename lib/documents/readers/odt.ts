import { Refusal } from '@/lib/errors';
import { writeOpenBody } from './open-document/body';
import { openStyles } from './open-document/styles';
import type { Reader } from './reader';
import { TextWriter } from './text-writer';
import { titleOf } from './titles';
import { leniently, propertiesOf } from './dublin-core';
import { element, parseXml, type XmlElement } from './xml';
import { openZip, type Archive } from './zip';
import { counted } from './counted';

/**
 * OpenDocument texts (.odt), what LibreOffice writes: headings, lists with their numbers, tables, text boxes, foot- and
 * endnotes. What tracked changes struck out, hidden text and comments stay outside. Each is said.
 */
export const odt: Reader = {
  format: 'odt',
  title: 'OpenDocument text',
  extensions: ['.odt', '.ott', '.fodt'],
  async read(bytes) {
    const { content, styles, about } = await openPackage(bytes);
    const body = element(element(content, 'office:body'), 'office:text');
    if (!body)
      throw new Refusal(
        'unreadable',
        'This is an OpenDocument file, but not a text (.odt). Save its text as .odt or plain text.',
      );
    const writer = new TextWriter();
    const left = writeOpenBody(body, { writer, styles: openStyles([styles, content]) });
    const { text, blocks } = writer.finish();
    const warnings = [
      ...(left.changes > 0
        ? [
            `Tracked changes were taken as accepted (${counted(left.changes, 'change')}); what was struck out was left out.`,
          ]
        : []),
      ...(left.hidden > 0 ? [`Hidden text was left out (${counted(left.hidden, 'passage')}).`] : []),
      ...(left.comments > 0
        ? [`${counted(left.comments, 'comment')} beside the text ${left.comments === 1 ? 'was' : 'were'} left out.`]
        : []),
    ];
    return { text, blocks, warnings, title: titleOf(text, blocks), properties: propertiesOf(about), encoding: null, guessed: false };
  },
};

/** An OpenDocument is an archive, or ("flat") a single XML file that holds the same. */
async function openPackage(bytes: Uint8Array) {
  if (new TextDecoder('latin1').decode(bytes.subarray(0, 5)) === '<?xml')
    return flat(parseXml(bytes, 'The document'));
  const archive = await openZip(bytes, 'an OpenDocument text (.odt)');
  await refuseLocked(archive);
  const part = async (name: string) => {
    const member = await archive.read(name);
    return member && parseXml(member, `The part ${name} of the document`);
  };
  const content = await part('content.xml');
  if (!content)
    throw new Refusal('unreadable', 'This is an archive without a text in it, not an OpenDocument text (.odt).');
  return { content, styles: await part('styles.xml'), about: leniently(await archive.read('meta.xml')) };
}

function flat(content: XmlElement) {
  return { content, styles: null, about: element(content, 'office:meta') };
}

/** With a password the parts are still there, but unreadable; the list of parts says so. */
async function refuseLocked(archive: Archive): Promise<void> {
  const manifest = await archive.read('META-INF/manifest.xml');
  if (!manifest || !new TextDecoder().decode(manifest).includes('encryption-data')) return;
  throw new Refusal(
    'unreadable',
    'This file is protected by a password. Remove the password in LibreOffice and add it again.',
  );
}
