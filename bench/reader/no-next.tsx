import type { ComponentProps } from 'react';

/** What the surface asks of Next, in a page without it. */
export function useRouter() {
  return { refresh: () => undefined };
}

export default function Link(props: ComponentProps<'a'>) {
  return <a {...props}>{props.children}</a>;
}
