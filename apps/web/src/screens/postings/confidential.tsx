import { Switch } from '@mantine/core';
import { SetPostingConfidentialDocument } from '../../graphql/generated';
import { tellDone, useCommand } from '../../ui/commands';
import { confidential as WORDS } from '../../words/en/confidential';
import { type Posting, useReadAgain } from './posting';

/** Whether only the team knows of the posting. The switch stands as the server says, so a refusal leaves it. */
export function Confidential({ posting }: { readonly posting: Posting }) {
  const { id, version, confidential } = posting;
  const readAgain = useReadAgain(id);
  const set = useCommand(SetPostingConfidentialDocument, {
    onDone: () => {
      tellDone(confidential ? WORDS.off : WORDS.on);
      readAgain();
    },
  });
  return (
    <Switch
      label={WORDS.label}
      description={WORDS.note}
      checked={confidential}
      disabled={set.busy}
      onChange={(event) => set.run({ postingId: id, expectedVersion: version, confidential: event.currentTarget.checked })}
    />
  );
}
