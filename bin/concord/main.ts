import { agreement } from './agreement';
import { convert } from './convert';
import { read } from './read';

const usage =
  'usage: concord agreement [--resample] FILE...\n       concord convert IN OUT [--from F] [--to F]\n       concord read [--encoding=NAME] FILE...';

/** The commands by name. Each takes the rest of the command line and answers with the exit status. */
const commands: Readonly<Record<string, (words: readonly string[]) => number | Promise<number>>> = {
  agreement,
  convert,
  read,
};

const [name = '', ...words] = process.argv.slice(2);
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (command) process.exitCode = await command(words);
else {
  process.stderr.write(`${usage}\n`);
  process.exitCode = 2;
}
