/**
 * Every text of the app, by the names of modules, so that a screen is fetched with its own words alone. Another language is another catalogue of the same names, chosen here.
 */
export * as words from './catalogue';

/** The language that dates and numbers are written in. */
export const LANGUAGE = 'en-GB';
