import { says } from '../../layout.js';

/** What the German mails have in common. */
export const WHY =
  'Sie bekommen diese Mail, weil Sie sich bei {{ organization.name }} auf die Stelle „{{ posting.title }}“ beworben haben.';
export const GREETING = 'Guten Tag {{ recipient.name }},';
export const REGARDS = `Freundliche Grüße
{{ contact.name }}
{{ organization.name }}`;

export function signed(): string {
  return says('Freundliche Grüße<br />{{ contact.name }}');
}
