import { Anchor, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { NoAnswer } from '../graphql/ask';
import { words } from '../words';
import { size } from './time';

const WORDS = words.application;

interface Props {
  readonly id: string;
  readonly name: string;
  readonly sizeBytes?: number;
}

/** A PDF by the browser's own reader, which keeps it away from this page, and text as text; other kinds as a download. */
export function FileInPage({ id, name, sizeBytes, title }: Props & { readonly title: string }) {
  const { data: file, isError } = useQuery({
    queryKey: ['File', id],
    staleTime: Infinity,
    queryFn: async ({ signal }) => {
      const answer = await fetch(`/files/${id}`, { signal });
      if (!answer.ok) throw new NoAnswer(words.states.noAnswerTitle);
      return { type: answer.headers.get('content-type') ?? '', bytes: await answer.arrayBuffer() };
    },
  });
  const isPdf = file?.type === 'application/pdf';
  const isText = file?.type.startsWith('text/plain') ?? false;
  const address = useObjectAddress(isPdf ? file.bytes : undefined);
  return (
    <>
      <Download id={id} name={name} sizeBytes={sizeBytes ?? file?.bytes.byteLength} />
      {!file && !isError && <Skeleton height="40vh" mt="sm" />}
      {isText && <Text className="prose paper-text">{new TextDecoder().decode(file!.bytes)}</Text>}
      {address && <iframe className="paper" src={address} title={title} />}
      {file && !isPdf && !isText && (
        <Text size="sm" c="dimmed">
          {WORDS.cvDownloadOnly}
        </Text>
      )}
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

export function Download({ id, name, sizeBytes }: Props) {
  return (
    <Anchor href={`/files/${id}`} size="sm" display="block" download>
      {WORDS.download(name, sizeBytes === undefined ? '…' : size(sizeBytes))}
    </Anchor>
  );
}
