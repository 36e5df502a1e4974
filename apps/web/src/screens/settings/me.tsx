import { Stack } from '@mantine/core';
import { Passkeys } from './passkeys';
import { Password } from './password';
import { Profile } from './profile';
import { Sessions } from './sessions';

/** What others see of the viewer, how they prove who they are, and where they are signed in. */
export function MySettings() {
  return (
    <Stack>
      <Profile />
      <Password />
      <Passkeys />
      <Sessions />
    </Stack>
  );
}
