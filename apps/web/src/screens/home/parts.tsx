import { Anchor, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';

export function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <Title order={2} mb="xs">
        {title}
      </Title>
      {children}
    </section>
  );
}

export function Person({ name, line, to }: { readonly name: string; readonly line: string; readonly to: string }) {
  return (
    <div>
      <Anchor component={Link} href={to} fw={600}>
        {name}
      </Anchor>
      <Text size="sm" c="dimmed">
        {line}
      </Text>
    </div>
  );
}
