import { messagePage } from '../views/layout.js';

/** The page of a candidate's link that opens nothing, whatever the reason. */
export function nothingHere(): string {
  return messagePage({
    title: 'This link has ended',
    organization: { name: 'Rounds', home: null },
    heading: 'This link does not open anything',
    text: 'It may have expired, or it was cut when it was copied. Use the newest mail about your application, or ask for a fresh link on the organisation’s careers page.',
  });
}
