'use client';

import Link from 'next/link';
import { pairFigures, type CodeReport, type Level, type PairFigure } from '@/lib/agreement';
import { pairLink } from './choices';
import classes from './code-detail.module.css';
import { Explained } from './explanation';
import { FigureText } from './figure-cell';
import type { ScopeCoder } from './scope';
import tables from './tables.module.css';
import { count, counted, unitWords } from './words';

type Props = { code: CodeReport; coders: readonly ScopeCoder[]; unit: Level; to: string; every: string };

/** What the numbers of one code were made from, and the way on to the units behind them. */
export function CodeDetail({ code, coders, unit, to, every }: Props) {
  return (
    <div className={classes.detail}>
      {code.warnings.map(({ kind, sentence }) => (
        <p key={kind} className={classes.warning}>† {sentence}</p>
      ))}
      <p className={classes.lead}>
        {count(code.positives)} of {counted(code.decisions, ['decision', 'decisions'])} were yes, on {counted(code.units, unitWords[unit])}.{' '}
        {code.differing > 0 ? (
          <Link href={to}>See the {counted(code.differing, unitWords[unit])} on which coders differ</Link>
        ) : (
          'Coders differ on none.'
        )}{' '}
        <Link href={every}>Every other coefficient</Link>
      </p>
      <div className={classes.figures}>
        <Explained name="Krippendorff’s alpha" figure={code.alpha} />
        <Explained name="Percent agreement" figure={code.percent} asPercent />
        <Explained name="Gwet’s AC1" figure={code.ac1} />
        <Explained name="Positive agreement" figure={code.positiveAgreement} />
        <Explained name="Negative agreement" figure={code.negativeAgreement} />
      </div>
      <Pairs code={code} coders={coders} to={to} />
    </div>
  );
}

function Pairs({ code, coders, to }: Pick<Props, 'code' | 'coders' | 'to'>) {
  const names = new Map(coders.map(({ id, name }) => [id, name]));
  const pairs = code.pairs.filter(({ n }) => n > 0);
  if (pairs.length === 0) return null;
  return (
    <table className={`${tables.table} ${classes.pairs}`}>
      <caption>Pairs of coders: what each said</caption>
      <thead>
        <tr>
          {['Pair', 'Both yes', 'Only first', 'Only second', 'Both no', 'n', 'Percent', 'Cohen’s kappa', 'Formula'].map((head, index) => (
            <th key={head} scope="col" className={index > 0 && index < 8 ? tables.number : undefined}>{head}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {pairs.map((pair) => (
          <Pair key={`${pair.a} ${pair.b}`} pair={pair} names={names} to={to} />
        ))}
      </tbody>
    </table>
  );
}

function Pair({ pair, names, to }: { pair: PairFigure; names: ReadonlyMap<string, string>; to: string }) {
  const { cohen, percent } = pairFigures(pair);
  return (
    <tr>
      <th scope="row">{names.get(pair.a)}, {names.get(pair.b)}</th>
      {[pair.both, pair.onlyA, pair.onlyB, pair.neither, pair.n].map((value, index) => (
        <td key={index} className={tables.number}>{count(value)}</td>
      ))}
      <td className={tables.number}><FigureText figure={percent} as="percent" /></td>
      <td className={tables.number}>
        {pair.onlyA + pair.onlyB > 0 ? <Link href={pairLink(to, [pair.a, pair.b])}><FigureText figure={cohen} /></Link> : <FigureText figure={cohen} />}
      </td>
      <td className={classes.filled}>{cohen.value === null ? cohen.because : cohen.explain.filled}</td>
    </tr>
  );
}
