import Bowser from 'bowser';

/** What a browser says of itself, in a few words that its owner knows it by: "Firefox on Windows". */
export function deviceOf(agent: string): string {
  if (agent.trim() === '') return unknown;
  const { browser, os } = Bowser.parse(agent.slice(0, 500));
  if (!browser.name) return unknown;
  return os.name ? `${browser.name} on ${os.name}` : browser.name;
}

const unknown = 'An unknown browser';

/**
 * The network that an address lies in, all that is kept of it: enough to tell home from office, too little to tell one
 * machine of either from another. A /24 of IPv4, a /48 of IPv6; '' for what is no address.
 */
export function networkOf(address: string): string {
  const [, network] = /(\d+\.\d+\.\d+)\.\d+$/.exec(address) ?? [];
  if (network) return `${network}.x`;
  if (!address.includes(':')) return '';
  const [front = ''] = address.split('::');
  return `${front.split(':').slice(0, 3).join(':')}::`;
}

/** What counts as one address where failures are counted: an IPv6 customer holds a whole /64. */
export function countedAs(address: string): string {
  return address.includes(':') ? address.split(':').slice(0, 4).join(':') : address;
}
