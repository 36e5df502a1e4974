import { type Frame, maySearchCandidates } from './frame';

export type SettingsPlace =
  | 'me'
  | 'calendars'
  | 'tokens'
  | 'people'
  | 'pools'
  | 'lists'
  | 'organization'
  | 'webhooks'
  | 'retention'
  | 'privacy'
  | 'equality'
  | 'audit';
export type SettingsGroup = 'own' | 'hiring' | 'house';

/** The sections of the settings that the viewer may open, in their groups. */
export function settingsPlaces(frame: Frame): readonly (readonly [SettingsGroup, readonly SettingsPlace[]])[] {
  const administers = frame.viewer.role === 'ADMIN';
  return [
    ['own', ['me', 'calendars', 'tokens']],
    ...(maySearchCandidates(frame) ? [['hiring', ['pools', 'lists']] as const] : []),
    ...(administers
      ? [['house', ['organization', 'people', 'webhooks', 'retention', 'privacy', 'equality', 'audit']] as const]
      : []),
  ];
}

export function settingsAddress(place: SettingsPlace): string {
  return place === 'me' ? '/settings' : `/settings?tab=${place}`;
}

export const MAIL_PLACES = ['tasks', 'ledger', 'incoming', 'suppressions', 'templates', 'times'] as const;
export type MailPlace = (typeof MAIL_PLACES)[number];

export function mailAddress(place: MailPlace): string {
  return place === 'tasks' ? '/mail' : `/mail?tab=${place}`;
}
