/** Where to go after signing in: a path of this server (one leading slash, no second) or, for anything else, the projects. */
export function ownPath(next: unknown): string {
  return typeof next === 'string' && /^\/(?![/\\])[^\s\\]*$/.test(next) ? next : '/projects';
}
