import { Group, Paper, SegmentedControl, Text, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { ask } from '../../graphql/ask';
import { PreviewMailDocument } from '../../graphql/generated';
import { Shown } from '../../ui/states';
import { words } from '../../words';
import type { MailWords } from './template-editor';
import type { Place } from './template-place';

const WORDS = words.mail;
const PREVIEW_AFTER_MS = 400;

/** The mail as its reader would have it, while its words are typed. */
export function Preview({
  templateKey,
  place,
  typed,
}: {
  readonly templateKey: string;
  readonly place: Place;
  readonly typed: MailWords;
}) {
  const [view, setView] = useState('html');
  const [wanted] = useDebouncedValue(typed, PREVIEW_AFTER_MS);
  const query = useQuery({
    queryKey: ['PreviewMail', templateKey, place, wanted],
    queryFn: ({ signal }) => ask(PreviewMailDocument, { input: { key: templateKey, ...place, ...wanted } }, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="preview">
      <Group justify="space-between" mb="xs">
        <div>
          <Title order={3} id="preview">
            {WORDS.preview}
          </Title>
          <Text size="sm" c="dimmed">
            {WORDS.previewNote}
          </Text>
        </div>
        <SegmentedControl
          size="xs"
          aria-label={WORDS.preview}
          value={view}
          onChange={setView}
          data={[
            { value: 'html', label: WORDS.views.html },
            { value: 'text', label: WORDS.views.text },
          ]}
        />
      </Group>
      <Shown query={query}>
        {({ previewMail }) => {
          if (previewMail.__typename !== 'MailPreview')
            return (
              <Text className="bad prose" role="alert">
                {previewMail.message}
              </Text>
            );
          return (
            <>
              <Text fw={600} mb="xs">
                {previewMail.subject}
              </Text>
              {view === 'html' ? (
                <MailFrame html={previewMail.html} />
              ) : (
                <Text className="prose paper-text">{previewMail.text}</Text>
              )}
            </>
          );
        }}
      </Shown>
    </Paper>
  );
}

/** A mail's HTML in a page of no origin: it can run nothing and reach nothing of ours. */
function MailFrame({ html }: { readonly html: string }) {
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    const show = () => frame.current?.contentWindow?.postMessage(html, '*');
    const onReady = (event: MessageEvent) => {
      if (event.source === frame.current?.contentWindow) show();
    };
    window.addEventListener('message', onReady);
    show();
    return () => window.removeEventListener('message', onReady);
  }, [html]);
  return <iframe ref={frame} className="paper" src="/app/mail-frame" title={WORDS.frame} sandbox="allow-scripts" />;
}
