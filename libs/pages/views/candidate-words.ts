import type { Language } from '#libs/kernel/index.js';
import { type CandidateWords, english } from './candidate-words-english.js';
import { german } from './candidate-words-german.js';

export type { CandidateWords } from './candidate-words-english.js';

const WORDS: Readonly<Record<Language, CandidateWords>> = { en: english, de: german };

/** The words of a candidate's pages in their language. */
export function candidateWords(language: Language): CandidateWords {
  return WORDS[language];
}
