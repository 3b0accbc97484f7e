import { CloseButton, Modal } from '@mantine/core';
import { Fragment } from 'react';
import classes from './sheets.module.css';

type Lines = [keys: string[], what: string][];

const sheet: [title: string, lines: Lines][] = [
  [
    'Read and select',
    [
      [['Arrows'], 'move the caret; with Ctrl by word, with Shift select'],
      [['Double-click', 'triple-click'], 'select the word, the paragraph'],
      [['J', 'K'], 'next, previous coded passage'],
      [['O'], 'next coding under the caret'],
      [['Ctrl+F'], 'find in this document; Esc leaves the find selected'],
      [['[', ']'], 'previous, next document'],
      [['Shift+T'], 'between an original and its translation, at the paragraph that belongs to this one'],
    ],
  ],
  [
    'Code',
    [
      [
        ['letter or digit'],
        'put the code with this key on the selection; another one right after puts a second code on the same passage',
      ],
      [['/'], 'find a code by name, key or rule'],
      [['Shift+I'], 'make a code of the selected words and put it on them (in vivo)'],
      [['Shift+A'], 'find the selected words everywhere here and code them all'],
      [['Alt+←', 'Alt+→'], 'move the end of your coding; with Shift its start, with Ctrl by word'],
      [['Shift+S'], 'split your coding at the caret'],
      [['Shift+J'], 'join your coding with those of the same code that touch it'],
      [['Shift+M'], 'write a memo on your coding'],
      [['Delete'], 'remove your coding'],
      [['Ctrl+Z', 'Ctrl+Shift+Z'], 'undo, redo'],
      [['Shift+F'], 'mark the document finished, or take it back'],
    ],
  ],
  [
    'Anywhere',
    [
      [['Esc'], 'leave a field, let go of a coding'],
      [['?'], 'this sheet'],
    ],
  ],
];

/** Every key of the workspace. J, K and O are never codes; all other letters are the codebook's. */
export function HelpSheet({ opened, close }: { opened: boolean; close: () => void }) {
  return (
    <Modal
      opened={opened}
      onClose={close}
      size="lg"
      withCloseButton={false}
      returnFocus={false}
      attributes={{ content: { 'aria-label': 'Keys' } }}
    >
      <div className={classes.helpHead}>
        <h2>Keys</h2>
        <CloseButton aria-label="Close" onClick={close} />
      </div>
      {sheet.map(([title, lines]) => (
        <section key={title} className={classes.help}>
          <h3>{title}</h3>
          <dl>
            {lines.map(([keys, what]) => (
              <Fragment key={what}>
                <dt>
                  {keys.map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </dt>
                <dd>{what}</dd>
              </Fragment>
            ))}
          </dl>
        </section>
      ))}
      <p className={classes.quiet}>
        J, K and O step through the text and are never a code’s key. All other letters belong to the codebook, whatever
        alphabet your keyboard is set to.
      </p>
    </Modal>
  );
}
