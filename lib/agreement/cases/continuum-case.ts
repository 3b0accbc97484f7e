import type { Continuum, Marked } from '../unitizing/continuum';
import { overlapping } from '../unitizing/continuum';
import { distinct, fault, flagAt, labelAt, listAt, objectAt, stretchAt, wholeAt } from './fault';
import type { Plain } from './fault';

/** A continuum, read and checked. `parameters` are those of gamma, where the case asks for it. */
export type ContinuumCase = {
  readonly continuum: Continuum;
  readonly overlapping: boolean;
  readonly parameters: { readonly alpha: number; readonly beta: number; readonly deltaEmpty: number } | null;
};

/** Reads a case of kind "continuum". */
export function continuumCase(plain: Plain): ContinuumCase {
  const length = wholeAt(plain.length, 'length', 1);
  const coders = listAt(plain.coders, 'coders').map((value, index) =>
    coderAt(objectAt(value, `coders[${index}]`), `coders[${index}]`, length),
  );
  distinct(
    coders.map(({ name }) => name),
    (index) => `coders[${index}].name`,
  );
  const declared = flagAt(plain.overlapping, 'overlapping');
  coders.forEach(({ units }, index) => {
    if (declared === false && overlapping(units))
      fault(`coders[${index}].units`, 'overlap, although "overlapping" is false');
  });
  const overlaps = declared === true || coders.some(({ units }) => overlapping(units));
  return { continuum: { length, coders }, overlapping: overlaps, parameters: parametersAt(plain.parameters) };
}

function coderAt(plain: Plain, place: string, length: number) {
  const units = listAt(plain.units, `${place}.units`).map((value, index) =>
    unitAt(objectAt(value, `${place}.units[${index}]`), `${place}.units[${index}]`, length),
  );
  return { name: labelAt(plain.name, `${place}.name`), units };
}

function unitAt(plain: Plain, place: string, length: number): Marked {
  return { ...stretchAt(plain, place, length), code: labelAt(plain.code, `${place}.code`) };
}

function parametersAt(value: unknown): ContinuumCase['parameters'] {
  if (value === undefined) return null;
  const plain = objectAt(value, 'parameters');
  return {
    alpha: weightAt(plain.alpha, 'alpha'),
    beta: weightAt(plain.beta, 'beta'),
    deltaEmpty: weightAt(plain.deltaEmpty, 'deltaEmpty'),
  };
}

function weightAt(value: unknown, name: string): number {
  if (value === undefined) return 1;
  return typeof value === 'number' && value >= 0 && Number.isFinite(value)
    ? value
    : fault(`parameters.${name}`, 'must be a number, at least 0');
}
