/**
 * What the words of a group are for. 'label': the number before a list item. 'header': page headers and footers, which
 * are left out but said.
 */
export type Destination = 'text' | 'label' | 'header' | 'fonts' | 'styles' | 'nowhere';

/**
 * Groups by their first word. Those that begin with `\*` and are not listed are left out, as the format has it; so are
 * those listed as 'nowhere'. All others are part of the text around them.
 */
export const destinations: Readonly<Record<string, Destination>> = {
  fonttbl: 'fonts',
  stylesheet: 'styles',
  ...listed('label', 'listtext', 'pntext'),
  ...listed('header', 'header', 'headerl', 'headerr', 'headerf', 'footer', 'footerl', 'footerr', 'footerf'),
  ...listed('text', 'shpinst', 'shptxt', 'fldrslt', 'result'),
  ...listed('nowhere', 'colortbl', 'info', 'pict', 'nonshppict', 'sp', 'shprslt', 'objdata', 'fldinst', 'datafield'),
  ...listed('nowhere', 'ftnsep', 'ftnsepc', 'ftncn', 'aftnsep', 'aftnsepc', 'aftncn', 'listtable', 'listoverridetable'),
  ...listed(
    'nowhere',
    'revtbl',
    'filetbl',
    'annotation',
    'atnid',
    'atnauthor',
    'atndate',
    'atnref',
    'atrfstart',
    'atrfend',
  ),
  ...listed('nowhere', 'bkmkstart', 'bkmkend', 'xe', 'tc', 'rxe', 'txe', 'pnseclvl', 'pntxta', 'pntxtb'),
};

function listed(to: Destination, ...names: string[]): Record<string, Destination> {
  return Object.fromEntries(names.map((name) => [name, to]));
}
