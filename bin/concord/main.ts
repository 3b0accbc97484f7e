import { print } from './print';

const usage =
  'usage: concord agreement [--resample] FILE...\n       concord convert IN OUT [--from F] [--to F]\n       concord read [--encoding=NAME] FILE...\n       concord reset-link EMAIL';

/** The commands by name, loaded when asked for. Each takes the rest of the command line and answers with the exit status. */
const commands: Readonly<Record<string, (words: readonly string[]) => Promise<number>>> = {
  agreement: async (words) => (await import('./agreement')).agreement(words),
  convert: async (words) => (await import('./convert')).convert(words),
  'reset-link': async (words) => (await import('./reset-link')).resetLink(words),
  read: async (words) => (await import('./read')).read(words),
};

const [name = '', ...words] = process.argv.slice(2);
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (command) process.exitCode = await command(words);
else {
  print(2, usage);
  process.exitCode = 2;
}
