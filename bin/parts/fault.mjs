/** Something went wrong that a person can mend: the message is the whole answer, no stack is shown. */
export class Fault extends Error {
  name = 'Fault';
}

/** Runs a command's main function; a fault becomes its sentence and exit code 1, a bug keeps its stack. */
export async function runCommand(main) {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof Fault ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}
