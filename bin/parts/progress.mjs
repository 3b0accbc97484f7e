// A command that goes on under another Node goes on counting.
export const startedAt = Number(process.env.CONCORD_STARTED_AT ?? Date.now());

/** Seconds since the command began, as `12.3 s`. */
export function elapsed() {
  return `${((Date.now() - startedAt) / 1000).toFixed(1)} s`;
}

/** One line of progress: when, and what begins now. */
export function say(line) {
  console.log(`[${elapsed().padStart(7)}] ${line}`);
}
