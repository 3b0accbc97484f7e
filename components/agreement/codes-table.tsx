import Link from 'next/link';
import type { CodeReport, Report } from '@/lib/agreement';
import { bandOf, bandSource } from './band';
import { CodeDetail } from './code-detail';
import { ExpandableRow } from './expandable-row';
import { FigureText } from './figure-cell';
import { IntervalBar, scaleStart } from './interval-bar';
import type { Links } from './report-view';
import type { Scope } from './scope';
import classes from './tables.module.css';
import { count, decimal, percent } from './words';

type Props = { report: Report; scope: Scope; links: Pick<Links, 'code' | 'every'> };

/** One row per code: how often, how many, how far coders agree. Each row opens to its counts and formulas. */
export function CodesTable({ report, scope, links }: Props) {
  const from = scaleStart(report.codes.map(({ alpha }) => alpha));
  const known = new Map(scope.codes.map((code) => [code.id, code]));
  return (
    <div className={classes.scroller} tabIndex={0} role="region" aria-label="Agreement by code">
      <table className={classes.table}>
        <Head from={from} />
        {report.codes.map((code) => {
          const { color = '', depth = 0 } = known.get(code.codeId) ?? {};
          const name = <CodeName name={code.name} color={color} warned={code.warnings.length > 0} />;
          const cells = <Cells code={code} from={from} to={links.code(code.codeId)} />;
          return (
            <ExpandableRow key={code.codeId} name={name} depth={depth} cells={cells} columns={columns}>
              <CodeDetail code={code} coders={scope.coders} unit={report.choices.unit} to={links.code(code.codeId)} every={links.every(code.codeId)} />
            </ExpandableRow>
          );
        })}
      </table>
    </div>
  );
}

const columns = 14;

function Head({ from }: { from: number }) {
  return (
    <thead>
      <tr>
        <th scope="col" className={classes.sticky}>Code</th>
        <th scope="col" className={classes.number} title="Share of all decisions that were yes">Prevalence</th>
        <th scope="col" className={classes.number} title="Decisions yes, all coders together">Yes</th>
        <th scope="col" className={classes.number} title="Units that two or more coders decided on">n</th>
        <th scope="col" className={classes.number} title="Documents that two or more coders finished">Docs</th>
        <th scope="col" className={classes.number} title="Percent agreement: how often two coders give the same answer">Percent</th>
        <th scope="col" className={classes.number} title="Krippendorff’s alpha, nominal">Alpha</th>
        <th scope="col">
          <span className={classes.scale}>
            <span>{from === 0 ? 0 : decimal(from, 1)}</span>
            <span className={classes.marks}>.667 ┆ .800 │</span>
            <span>1</span>
          </span>
        </th>
        <th scope="col" className={classes.number}>95% interval</th>
        <th scope="col" title={`Reliable from .800, tentative from .667: ${bandSource}`}>Band</th>
        <th scope="col" className={classes.number} title="Gwet’s AC1">AC1</th>
        <th scope="col" className={classes.number} title="Positive agreement">p pos</th>
        <th scope="col" className={classes.number} title="Negative agreement">p neg</th>
        <th scope="col" className={classes.number} title="Units on which coders differ">Differ</th>
      </tr>
    </thead>
  );
}

function Cells({ code, from, to }: { code: CodeReport; from: number; to: string }) {
  const { alpha, differing } = code;
  return (
    <>
      <td className={classes.number}>{code.prevalence === null ? <span className={classes.undefined}>no decisions</span> : percent(code.prevalence)}</td>
      <td className={classes.number}>{count(code.positives)}</td>
      <td className={classes.number}>{count(code.pairableUnits)}</td>
      <td className={classes.number}>{count(code.doubleCodedDocuments)}</td>
      <td className={classes.number}><FigureText figure={code.percent} as="percent" /></td>
      <td className={`${classes.number} ${classes.main}`}><FigureText figure={alpha} /></td>
      <td><IntervalBar figure={alpha} from={from} /></td>
      <td className={classes.number}>
        {alpha.interval ? `${decimal(alpha.interval.low)} to ${decimal(alpha.interval.high)}` : alpha.value !== null && <span className={classes.undefined}>too little data</span>}
      </td>
      <td className={classes.quiet}>{bandOf(alpha)}</td>
      <td className={classes.number}><FigureText figure={code.ac1} /></td>
      <td className={classes.number}><FigureText figure={code.positiveAgreement} /></td>
      <td className={classes.number}><FigureText figure={code.negativeAgreement} /></td>
      <td className={classes.number}>
        {differing === 0 ? 0 : <Link href={to} aria-label={`${count(differing)} differences on ${code.name}`}>{count(differing)}</Link>}
      </td>
    </>
  );
}

function CodeName({ name, color, warned }: { name: string; color: string; warned: boolean }) {
  return (
    <>
      <span className={classes.swatch} style={{ background: color }} aria-hidden />
      <span dir="auto">{name}</span>
      {warned && <span className={classes.flag} title="Read the warning before the number">†<span className={classes.hidden}> with a warning</span></span>}
    </>
  );
}
