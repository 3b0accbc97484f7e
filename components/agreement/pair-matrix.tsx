'use client';

import { NativeSelect } from '@mantine/core';
import Link from 'next/link';
import { useState } from 'react';
import classes from './pair-matrix.module.css';

/** One pair under one heading: the number as written, how strong its tint, how many units, what stands behind it. */
export type PairCell = { a: string; b: string; text: string; tint: number; n: string; note: string; to: string | null };
export type PairSheet = { id: string; title: string; cells: PairCell[] };

type Props = { coders: { id: string; name: string }[]; sheets: PairSheet[] };

/** Every coder against every other, for all codes or for one. Tints are one hue and only repeat the numbers. */
export function PairMatrix({ coders, sheets }: Props) {
  const [chosen, setChosen] = useState(sheets[0]?.id ?? '');
  const sheet = sheets.find(({ id }) => id === chosen) ?? sheets[0];
  if (!sheet) return null;
  const cells = new Map(sheet.cells.map((cell) => [`${cell.a} ${cell.b}`, cell]));
  const columns = coders.slice(1);
  return (
    <>
      <NativeSelect
        className={classes.select}
        label="Shown"
        value={sheet.id}
        onChange={(event) => setChosen(event.currentTarget.value)}
        data={sheets.map(({ id, title }) => ({ value: id, label: title }))}
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
    </>
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
