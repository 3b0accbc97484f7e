'use client';

import { createTheme, MantineProvider, Notification, type CSSVariablesResolver } from '@mantine/core';
import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import { setNonce } from 'get-nonce';
import { createContext, useContext, useState, type ReactNode } from 'react';

const theme = createTheme({
  primaryColor: 'teal',
  // The only shade of teal on which white words reach 4.5:1; on both papers it stands out by more than 3:1.
  primaryShade: 9,
  autoContrast: true,
  defaultRadius: 'sm',
  cursorType: 'pointer',
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
  headings: { fontWeight: '650' },
  components: { Notification: Notification.extend({ defaultProps: { closeButtonProps: { 'aria-label': 'Dismiss' } } }) },
});

/** A button under the pointer gets darker; Mantine's own lighter shade would leave its white words too faint. */
const both = { '--mantine-color-dimmed': 'var(--concord-quiet)', '--mantine-color-teal-filled-hover': '#06674a' };

/** Mantine's faint colours, raised to where words in them reach 4.5:1 on the paper and in fields. */
const colors: CSSVariablesResolver = () => ({
  variables: {},
  light: { ...both, '--mantine-color-error': '#c92a2a', '--mantine-color-placeholder': '#70757d' },
  dark: { ...both, '--mantine-color-error': '#ff8787', '--mantine-color-placeholder': '#95999f' },
});

const Nonce = createContext<string | undefined>(undefined);

/** The nonce of this page, for libraries that add style elements of their own. */
export function useNonce(): string | undefined {
  return useContext(Nonce);
}

/** The policy of a document stays that of its first answer, so later answers' nonces are of no use to it. */
function useFirst(nonce: string | undefined): string | undefined {
  const [first] = useState(() => {
    // Mantine's dialogs lock scrolling with a style element that asks this package for its nonce.
    if (nonce && typeof window !== 'undefined') setNonce(nonce);
    return nonce;
  });
  return first;
}

export function Theme({ nonce: given, children }: { nonce: string | undefined; children: ReactNode }) {
  const nonce = useFirst(given);
  return (
    <Nonce value={nonce}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={colors}
        defaultColorScheme="auto"
        getStyleNonce={() => nonce ?? ''}
      >
        <ModalsProvider>
          <Notifications position="bottom-right" />
          {children}
        </ModalsProvider>
      </MantineProvider>
    </Nonce>
  );
}
