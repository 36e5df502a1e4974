import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** Counters for /metrics (Prometheus text format). Labels are names of operations and states, never of people. */
export class Metrics {
  readonly registry = new Registry();
  readonly operations = new Histogram({
    name: 'rounds_graphql_operation_seconds',
    help: 'Time to answer a GraphQL operation',
    labelNames: ['operation', 'outcome'] as const,
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers: [this.registry],
  });
  readonly mails = new Counter({
    name: 'rounds_mails_total',
    help: 'Mails by outcome',
    labelNames: ['state'] as const,
    registers: [this.registry],
  });
  readonly events = new Counter({
    name: 'rounds_events_total',
    help: 'Outbox events handled, by name',
    labelNames: ['event'] as const,
    registers: [this.registry],
  });
  readonly live = new Gauge({ name: 'rounds_live_subscriptions', help: 'Open board subscriptions', registers: [this.registry] });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }
}
