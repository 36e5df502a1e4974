import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ask } from '../graphql/ask';
import { PostingNamesDocument } from '../graphql/generated';
import { words } from '../words';

/** The postings that the reader may know of, by name; asked once for all who show them. */
export function usePostingNames() {
  return useQuery({ queryKey: ['PostingNames'], queryFn: ({ signal }) => ask(PostingNamesDocument, {}, signal) });
}

interface PostingSelectProps {
  readonly label: string;
  /** The id of a posting; empty while none is chosen. */
  readonly value: string;
  readonly onChange: (postingId: string) => void;
}

/** One of the postings. */
export function PostingSelect({ label, value, onChange }: PostingSelectProps) {
  const postings = usePostingNames();
  return (
    <NativeSelect
      label={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[
        { value: '', label: words.chooseOne },
        ...(postings.data?.postings.nodes ?? []).map(({ id, title }) => ({ value: id, label: title ?? words.postings.untitled })),
      ]}
    />
  );
}
