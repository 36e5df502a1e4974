import type { FastifyReply } from 'fastify';
import { candidateWords } from '../views/candidate-words.js';
import { messagePage } from '../views/layout.js';
import { sendPage } from './form.js';
import { preferredLanguage } from './preferred-language.js';

/** Answers with the page of a candidate's link that opens nothing, whatever the reason. Whose it was is not known, so the browser says the language. */
export async function nothingHere(reply: FastifyReply): Promise<void> {
  const language = preferredLanguage(reply.request.headers['accept-language']);
  const { title, heading, text } = candidateWords(language).linkEnded;
  await sendPage(reply, 404, messagePage({ title, heading, text, language, organization: { name: 'Rounds', home: null } }));
}
