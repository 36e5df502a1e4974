import { board } from './en/board';
import { application } from './en/application';
import { everywhere } from './en/everywhere';
import { findTime } from './en/find-time';
import { home } from './en/home';
import { insights } from './en/insights';
import { kit } from './en/kit';
import { mail } from './en/mail';
import { people } from './en/people';
import { planning } from './en/planning';
import { postings } from './en/postings';
import { settings } from './en/settings';
import { schedule } from './en/schedule';

/** Every text of the app. Another language is another object of this type, chosen here. */
export const words = {
  ...everywhere,
  home,
  board,
  application,
  people,
  postings,
  planning,
  kit,
  mail,
  schedule,
  findTime,
  settings,
  insights,
};
export type Words = typeof words;

/** The language that dates and numbers are written in. */
export const LANGUAGE = 'en-GB';
