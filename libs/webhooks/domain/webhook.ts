import { createHmac } from 'node:crypto';
import type { Id } from '#libs/kernel/index.js';

/** How an endpoint is told: as Standard Webhooks have it, or as a line in a chat (`{"text": …}`, which Slack, Mattermost and others take). */
export const WEBHOOK_KINDS = ['SIGNED', 'CHAT'] as const;
export type WebhookKind = (typeof WEBHOOK_KINDS)[number];

export const DELIVERY_STATES = ['PENDING', 'DELIVERED', 'FAILED'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** What is told, by the event of the house: its type outside, which fields go out (ids and plain data, nothing of a person), and the line for a chat. */
interface Told {
  readonly type: string;
  readonly fields: readonly string[];
  readonly line: string;
}

const OF_INTERVIEW = ['interviewId', 'applicationId', 'postingId', 'stageId', 'sequence'] as const;
const OF_MOVE = ['version', 'command', 'fromStageId', 'toStageId', 'fromStatus', 'toStatus'] as const;

export const TOLD: Readonly<Record<string, Told>> = {
  ApplicationReceived: {
    type: 'application.received',
    fields: ['applicationId', 'postingId', 'candidateId'],
    line: 'An application for {posting} has come in.',
  },
  ApplicationMoved: {
    type: 'application.moved',
    fields: ['applicationId', 'postingId', 'candidateId', ...OF_MOVE],
    line: 'An application for {posting} has moved.',
  },
  InterviewBooked: { type: 'interview.booked', fields: OF_INTERVIEW, line: 'An interview for {posting} is booked.' },
  InterviewRescheduled: {
    type: 'interview.rescheduled',
    fields: OF_INTERVIEW,
    line: 'An interview for {posting} has another time.',
  },
  InterviewCancelled: { type: 'interview.cancelled', fields: OF_INTERVIEW, line: 'An interview for {posting} is cancelled.' },
  TakeHomeSubmitted: {
    type: 'take-home.submitted',
    fields: ['takeHomeId', 'applicationId', 'postingId', 'stageId'],
    line: 'A take-home for {posting} is handed in.',
  },
  ScorecardSubmitted: {
    type: 'scorecard.submitted',
    fields: ['scorecardId', 'applicationId', 'postingId', 'stageId'],
    line: 'A scorecard for {posting} is in.',
  },
  PostingOpened: { type: 'posting.opened', fields: ['postingId'], line: '{posting} is open.' },
  PostingClosed: { type: 'posting.closed', fields: ['postingId'], line: '{posting} is closed.' },
};

/** The types that an endpoint may choose from. */
export const WEBHOOK_TYPES: readonly string[] = Object.values(TOLD).map(({ type }) => type);

/** When an id was made: a UUIDv7 begins with it (RFC 9562 §5.7). */
export function madeAt(id: Id): Date {
  return new Date(Number.parseInt(id.replace('-', '').slice(0, 12), 16));
}

/** What goes out of an event's payload. */
export function dataOf({ fields }: Told, payload: object): Record<string, unknown> {
  const given = payload as Record<string, unknown>;
  return Object.fromEntries(fields.filter((name) => given[name] !== undefined).map((name) => [name, given[name]]));
}

/** The body of a telling as Standard Webhooks advise: type, time, data. */
export function signedBody(type: string, happenedAt: Date, data: object): string {
  return JSON.stringify({ type, timestamp: happenedAt.toISOString(), data });
}

/** The body for a chat. Nothing in it is markup: `&`, `<` and `>` are written as Slack asks. */
export function chatBody(type: string, postingTitle: string, link: string): string {
  const line = Object.values(TOLD).find((told) => told.type === type)?.line ?? 'Something has happened.';
  const title = postingTitle.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  return JSON.stringify({ text: `${line.replace('{posting}', () => title)} <${link}|Open it>` });
}

/**
 * The secret of an endpoint, made from the installation's: nothing that signs rests in the database. As Standard Webhooks write it: `whsec_` and base64 of
 * 32 octets.
 */
export function webhookSecret(installation: string, organizationId: Id, endpointId: Id, version: number): string {
  const key = createHmac('sha256', installation).update(`webhook ${organizationId} ${endpointId} ${version}`).digest('base64');
  return `whsec_${key}`;
}

/** The headers that prove where a telling comes from and when it left (Standard Webhooks, symmetric); one signature for each secret that holds. */
export function signedHeaders(secrets: readonly string[], id: Id, sentAt: Date, body: string): Record<string, string> {
  const timestamp = String(Math.floor(sentAt.getTime() / 1000));
  const signature = (secret: string) =>
    createHmac('sha256', Buffer.from(secret.slice('whsec_'.length), 'base64'))
      .update(`${id}.${timestamp}.${body}`)
      .digest('base64');
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': secrets.map((secret) => `v1,${signature(secret)}`).join(' '),
  };
}

const SECOND_MS = 1_000;
const HOUR_MS = 3_600_000;
/** The pauses that Standard Webhooks propose: about three days in all. */
const PAUSES_MS = [
  5 * SECOND_MS,
  300 * SECOND_MS,
  HOUR_MS / 2,
  2 * HOUR_MS,
  5 * HOUR_MS,
  10 * HOUR_MS,
  14 * HOUR_MS,
  20 * HOUR_MS,
  24 * HOUR_MS,
];

/**
 * How long to wait after the n-th try that failed; null: that was the last one. Up to a fifth is added, so that what failed together does not come back together.
 * @param chance from 0 to below 1
 */
export function pauseAfterTry_ms(tries: number, chance: number): number | null {
  const pause_ms = PAUSES_MS[tries - 1];
  return pause_ms === undefined ? null : Math.round(pause_ms * (1 + chance / 5));
}
