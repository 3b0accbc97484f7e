import { Fault } from './fault.mjs';

export const stageNames = ['lint', 'types', 'unit', 'store', 'browser'];

/** Reads `--only=a,b` and what is left over: filters for the test runners. */
export function readArguments(args) {
  const only = args.filter((arg) => arg.startsWith('--only=')).flatMap((arg) => arg.slice('--only='.length).split(','));
  const unknown = only.find((name) => !stageNames.includes(name));
  if (unknown !== undefined)
    throw new Fault(`There is no stage "${unknown}". The stages are: ${stageNames.join(', ')}`);
  return {
    stages: new Set(only.length > 0 ? only : stageNames),
    filters: args.filter((arg) => !arg.startsWith('--only=')),
  };
}
