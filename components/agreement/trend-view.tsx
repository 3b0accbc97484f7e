'use client';

import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { count, decimal, percent } from './words';
import matrix from './pair-matrix.module.css';
import report from './report.module.css';
import tables from './tables.module.css';
import { TrendChart, type TrendMark } from './trend-chart';

/** Alpha as a trend shows it: the value and its interval, or in words why there is none. */
export type TrendValue = { value: number | null; low: number | null; high: number | null; because: string | null };
export type TrendRound = {
  id: string;
  title: string;
  closed: string;
  coders: number;
  documents: number;
  units: number;
  same: number | null;
  all: TrendValue;
  codes: { codeId: string; name: string; alpha: TrendValue }[];
  /** The report of that round. */
  to: string;
};

/** Agreement from round to round: a chart of all codes or of one, and the table that it is drawn from. */
export function TrendView({ rounds }: { rounds: TrendRound[] }) {
  const [chosen, setChosen] = useState('');
  const names = new Map(rounds.flatMap(({ codes }) => codes.map(({ codeId, name }) => [codeId, name] as const)));
  const name = names.get(chosen) ?? 'All codes (MASI)';
  const valueOf = ({ all, codes }: TrendRound) =>
    names.has(chosen) ? (codes.find(({ codeId }) => codeId === chosen)?.alpha ?? null) : all;
  const marks = rounds.map((round): TrendMark => ({
    id: round.id,
    title: round.title,
    closed: round.closed,
    ...(valueOf(round) ?? missing),
  }));
  return (
    <>
      <NativeSelect
        className={matrix.select}
        label="Alpha of"
        value={chosen}
        onChange={(event) => setChosen(event.currentTarget.value)}
        data={[
          { value: '', label: 'All codes together, with MASI distance' },
          ...[...names].map(([value, label]) => ({ value, label })),
        ]}
      />
      <TrendChart name={name} marks={marks} />
      <div className={tables.scroller} tabIndex={0} role="region" aria-label="Agreement by round">
        <table className={tables.table}>
          <thead>
            <tr>
              <th scope="col" className={tables.sticky}>
                Round
              </th>
              <th scope="col">Closed</th>
              {['Coders', 'Docs', 'Units', 'Same codes', `Alpha: ${name}`, '95% interval'].map((head) => (
                <th key={head} scope="col" className={tables.number}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rounds.map((round) => (
              <Row key={round.id} round={round} alpha={valueOf(round) ?? missing} />
            ))}
          </tbody>
        </table>
      </div>
      <p className={report.quiet}>
        Each round with its own documents and coders, and with the codings and the codebook of the moment when it
        closed. Rounds over different documents differ for that reason too: read the intervals.
      </p>
    </>
  );
}

const missing: TrendValue = {
  value: null,
  low: null,
  high: null,
  because: 'The code was not in the codebook when this round closed.',
};

function Row({ round, alpha }: { round: TrendRound; alpha: TrendValue }) {
  return (
    <tr>
      <th scope="row" className={tables.sticky}>
        <a href={round.to}>
          <bdi>{round.title}</bdi>
        </a>
      </th>
      <td>{round.closed}</td>
      <td className={tables.number}>{count(round.coders)}</td>
      <td className={tables.number}>{count(round.documents)}</td>
      <td className={tables.number}>{count(round.units)}</td>
      <td className={tables.number}>{round.same === null ? '' : percent(round.same)}</td>
      <td className={`${tables.number} ${tables.main}`}>
        {alpha.value === null ? (
          <span className={tables.undefined} title={alpha.because ?? undefined}>
            no value
          </span>
        ) : (
          decimal(alpha.value)
        )}
      </td>
      <td className={tables.number}>
        {alpha.low === null || alpha.high === null ? '' : `${decimal(alpha.low)} to ${decimal(alpha.high)}`}
      </td>
    </tr>
  );
}
