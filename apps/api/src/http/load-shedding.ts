import type { FastifyInstance } from 'fastify';

/**
 * Requests that are worked on at once. Some ten connections to the database answer them in turn: who came after so many would wait for seconds, and so would
 * everybody after them.
 */
export const MOST_UNDER_WAY = 300;

/** Asked by balancers, who must see a busy process as a living one. */
const ALWAYS_ANSWERED = new Set(['/health/live', '/health/ready', '/metrics']);

/**
 * Answers 503 at once, before anything is read or asked, to whoever comes when too many are under way. A request counts from when it has been read to its end:
 * who sends byte by byte holds nobody's place. Forms with files are read while they are worked on; they do not count, and have limits of their own.
 */
export function shedLoad(server: FastifyInstance, most: number): void {
  let underWay = 0;
  server.addHook('onRequest', (request, reply, done) => {
    if (underWay < most || ALWAYS_ANSWERED.has(request.url)) return done();
    const message = 'Too many people ask at this moment; nothing was done. Try again in a second.';
    void reply
      .status(503)
      .header('retry-after', '1')
      .send({ errors: [{ message, extensions: { code: 'BUSY' } }] });
  });
  server.addHook('preHandler', (request, reply, done) => {
    if (!request.headers['content-type']?.startsWith('multipart/')) {
      underWay += 1;
      // Not `onResponse`: a client that hangs up would never be counted out.
      reply.raw.once('close', () => (underWay -= 1));
    }
    done();
  });
}
