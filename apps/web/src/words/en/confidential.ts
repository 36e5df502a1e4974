export const confidential = {
  label: 'Confidential: only this team knows of the posting',
  note: 'Nobody else in the organisation finds it, administrators neither, but for interviewers with a seat. It stands on no careers page; add the people who apply yourself.',
  on: 'Only the team knows of this posting from now on.',
  off: 'The organisation sees this posting again.',
} as const;
