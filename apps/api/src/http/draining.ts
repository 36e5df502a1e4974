import { Injectable } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';

/** How long a stop waits for answers, and how long nothing may come in before the door is shut. */
const LONGEST_MS = 10_000;
const QUIET_MS = 150;

/**
 * The way from "answers everything" to "nobody is left". Node closes a connection whose request it has not read yet as if it were idle, so the door
 * stays open until nothing has come in for a moment; balancers are told by /health/ready and by `Connection: close` to go elsewhere.
 */
@Injectable()
export class Draining {
  private underWay = 0;
  private lastCame_ms = 0;
  private started = false;

  get isDraining(): boolean {
    return this.started;
  }

  /** Counts requests of the server. */
  watch(server: FastifyInstance): void {
    server.addHook('onRequest', (request, reply, done) => {
      this.underWay += 1;
      // Whoever looks whether we are ready sends nobody any more; it is answered, and keeps no door open.
      if (!request.url.startsWith('/health/')) this.lastCame_ms = performance.now();
      // Not `onResponse`: a client that hangs up would never be counted out.
      reply.raw.once('close', () => (this.underWay -= 1));
      if (this.started) void reply.header('connection', 'close');
      done();
    });
  }

  /** Resolves when nothing is under way and nothing came for a moment, or after ten seconds. */
  async drain(): Promise<void> {
    this.started = true;
    const began_ms = performance.now();
    this.lastCame_ms = began_ms;
    while (performance.now() - began_ms < LONGEST_MS) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      if (this.underWay === 0 && performance.now() - this.lastCame_ms >= QUIET_MS) return;
    }
  }
}
