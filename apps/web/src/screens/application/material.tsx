import { Anchor, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { NoAnswer } from '../../graphql/ask';
import { size } from '../../ui/time';
import { words } from '../../words';
import type { Application } from './application';
import { Outside } from './facts';

const WORDS = words.application;
type File = Pick<Application['attachments'][number], 'id' | 'fileName' | 'contentType' | 'sizeBytes'>;

/** What the candidate gave: their CV in the page, other files, their answers. */
export function Material({ application: { attachments, answers } }: { readonly application: Application }) {
  const cv = attachments.findLast(({ kind }) => kind === 'CV');
  return (
    <Stack>
      <Paper withBorder p="md" component="section" aria-labelledby="cv">
        <Title order={2} id="cv" mb="xs">
          {WORDS.cv}
        </Title>
        {cv ? <FileInPage file={cv} title={WORDS.showCv} /> : <Text c="dimmed">{WORDS.noCv}</Text>}
        {attachments
          .filter(({ id }) => id !== cv?.id)
          .map((file) => (
            <Download key={file.id} file={file} />
          ))}
      </Paper>
      <Paper withBorder p="md" component="section" aria-labelledby="answers">
        <Title order={2} id="answers" mb="xs">
          {WORDS.answers}
        </Title>
        {answers.length === 0 && <Text c="dimmed">{WORDS.noAnswers}</Text>}
        <Stack gap="sm">
          {answers.map(({ questionId, label, kind, text }) => (
            <div key={questionId}>
              <Text size="sm" c="dimmed">
                {label}
              </Text>
              {kind === 'LINK' ? <Outside address={text} /> : <Text className="prose">{text}</Text>}
            </div>
          ))}
        </Stack>
      </Paper>
    </Stack>
  );
}

/** A PDF by the browser's own reader, which keeps it away from this page, and text as text; other kinds as a download. */
export function FileInPage({ file, title }: { readonly file: File; readonly title: string }) {
  const isPdf = file.contentType === 'application/pdf';
  const isText = file.contentType.startsWith('text/plain');
  const { data: bytes, isError } = useQuery({
    queryKey: ['File', file.id],
    enabled: isPdf || isText,
    staleTime: Infinity,
    queryFn: async ({ signal }) => {
      const answer = await fetch(`/files/${file.id}`, { signal });
      if (!answer.ok) throw new NoAnswer(words.states.noAnswerTitle);
      return answer.arrayBuffer();
    },
  });
  const address = useObjectAddress(isPdf ? bytes : undefined);
  return (
    <>
      <Download file={file} />
      {isText && bytes && <Text className="prose paper-text">{new TextDecoder().decode(bytes)}</Text>}
      {!isPdf && !isText && (
        <Text size="sm" c="dimmed">
          {WORDS.cvDownloadOnly}
        </Text>
      )}
      {isPdf &&
        !isError &&
        (address ? <iframe className="paper" src={address} title={title} /> : <Skeleton height="70vh" mt="sm" />)}
    </>
  );
}

/** An address for bytes that lives as long as they are shown. The type is said here: nothing but a PDF reader opens it. */
function useObjectAddress(bytes: ArrayBuffer | undefined): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (!bytes) return;
    const made = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [bytes]);
  return address;
}

export function Download({ file: { id, fileName, sizeBytes } }: { readonly file: Pick<File, 'id' | 'fileName' | 'sizeBytes'> }) {
  return (
    <Anchor href={`/files/${id}`} size="sm" display="block" download>
      {WORDS.download(fileName, size(sizeBytes))}
    </Anchor>
  );
}
