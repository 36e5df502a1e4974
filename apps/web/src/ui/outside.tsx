import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';

/** A link to what a stranger gave as an address; text where it is none that a browser should open. */
export function Outside({ address, children = address }: { readonly address: string; readonly children?: ReactNode }) {
  if (!/^https?:\/\//i.test(address)) return <span>{address}</span>;
  return (
    <Anchor href={address} rel="noopener noreferrer nofollow" target="_blank" display="block">
      {children}
    </Anchor>
  );
}
