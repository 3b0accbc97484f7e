/** Everybody in the demo study signs in with this. A demo is for looking at: real texts belong on a server without it. */
export const demoPassword = 'concord-demo';

/** The demo's people have addresses that no real person can have. */
export const demoDomain = 'demo.concord.example';
