export const passkeys = {
  title: 'Passkeys',
  intro:
    'A passkey is a key on your phone, computer or security key that opens Rounds with your finger, face or PIN, without a password. It works at this address alone, so nobody can talk you out of it.',
  none: 'You have no passkey.',
  name: 'Name',
  nameNote: 'What you know the device by, such as “Work laptop”.',
  password: 'Your password, again',
  add: 'Add a passkey',
  added: 'The passkey opens Rounds from now on.',
  unavailable: 'This browser cannot make passkeys that Rounds understands. A newer one can.',
  notMade: 'No passkey was made: it was not confirmed on the device, or is there already. Nothing was changed.',
  made: (moment: string) => `made ${moment}`,
  used: (moment: string) => `last used ${moment}`,
  unused: 'never used',
  remove: 'Remove',
  removeOf: (name: string) => `Remove ${name}`,
  removed: 'The passkey opens nothing any more. Remove it on the device as well.',
} as const;
