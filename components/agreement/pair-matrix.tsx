'use client';

import { NativeSelect } from '@mantine/core';
import Link from 'next/link';
import { useState } from 'react';
import type { Level } from '@/lib/agreement';
import classes from './pair-matrix.module.css';
import report from './report.module.css';
import { sheetOf, sheetsOfAll, type PairCell, type PairedCode, type PairLine } from './pair-sheets';

type Props = {
  coders: { id: string; name: string }[];
  pairs: PairLine[];
  codes: PairedCode[];
  unit: Level;
  /** Where the differences about any code are listed. */
  to: string;
};

/** Every coder against every other, for all codes or for one. Tints are one hue and only repeat the numbers. */
export function PairMatrix({ coders, pairs, codes, unit, to }: Props) {
  const [chosen, setChosen] = useState('kappa');
  const all = sheetsOfAll(pairs, to);
  const code = codes.find(({ codeId }) => codeId === chosen);
  const sheet = code ? sheetOf(code, unit) : (all.find(({ id }) => id === chosen) ?? all[0]);
  if (!sheet) return null;
  const choices = [...all.map(({ id, title }) => ({ value: id, label: title })), ...codes.map(({ codeId, name }) => ({ value: codeId, label: `${name}: Cohen’s kappa` }))];
  const cells = new Map(sheet.cells.map((cell) => [`${cell.a} ${cell.b}`, cell]));
  const columns = coders.slice(1);
  return (
    <>
      <NativeSelect
        className={classes.select}
        label="Shown"
        value={sheet.id}
        onChange={(event) => setChosen(event.currentTarget.value)}
        data={choices}
      />
      <div className={classes.scroller} tabIndex={0} role="region" aria-label="Pairs of coders">
        <table className={classes.matrix}>
          <caption className={classes.caption}>{sheet.title}</caption>
          <thead>
            <tr>
              <td />
              {columns.map(({ id, name }) => <th key={id} scope="col">{name}</th>)}
            </tr>
          </thead>
          <tbody>
            {coders.slice(0, -1).map((row, index) => (
              <tr key={row.id}>
                <th scope="row">{row.name}</th>
                {columns.map((column, at) => {
                  const cell = at >= index ? (cells.get(`${row.id} ${column.id}`) ?? cells.get(`${column.id} ${row.id}`)) : undefined;
                  return cell ? <Filled key={column.id} cell={cell} /> : <td key={column.id} className={classes.empty} />;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <details className={report.made}>
        <summary>The formula of each pair, filled in</summary>
        <Formulas cells={sheet.cells} coders={coders} />
      </details>
    </>
  );
}

function Formulas({ cells, coders }: { cells: readonly PairCell[]; coders: Props['coders'] }) {
  const names = new Map(coders.map(({ id, name }) => [id, name]));
  return (
    <ul className={classes.formulas}>
      {cells.filter(({ a, b }) => names.has(a) && names.has(b)).map(({ a, b, text, formula, note }) => (
        <li key={`${a} ${b}`}>
          <strong>{names.get(a)}, {names.get(b)}</strong>: <code>{formula}</code> = {text}. {formula === note ? '' : note}
        </li>
      ))}
    </ul>
  );
}

function Filled({ cell }: { cell: PairCell }) {
  const background = `color-mix(in srgb, var(--mantine-primary-color-filled) ${Math.round(cell.tint * 40)}%, transparent)`;
  return (
    <td style={{ background }} title={cell.note}>
      {cell.to ? <Link href={cell.to} className={classes.value}>{cell.text}</Link> : <span className={classes.value}>{cell.text}</span>}
      <span className={classes.n}>{cell.n}</span>
    </td>
  );
}
