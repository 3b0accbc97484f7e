'use client';

import { Broken } from '@/components/ui/broken';

type Props = { error: Error & { digest?: string }; reset: () => void };

export default function ErrorPage(props: Props) {
  return (
    <main>
      <Broken {...props} to="/" where="To your projects" />
    </main>
  );
}
