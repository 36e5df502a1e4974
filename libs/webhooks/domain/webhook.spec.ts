import { describe, expect, it } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { newId } from '#libs/kernel/index.js';
import { chatBody, dataOf, pauseAfterTry_ms, signedBody, signedHeaders, TOLD, webhookSecret } from './webhook.js';

const [organizationId, endpointId] = [newId(), newId()];

describe('a telling', () => {
  it('is accepted by the reference verifier of Standard Webhooks, with the secret before and after a change, and changed by nobody', () => {
    const [before, after, strange] = [1, 2, 3].map((version) =>
      webhookSecret('installation', organizationId, endpointId, version),
    );
    const body = signedBody('application.moved', new Date('2026-11-10T09:00:00Z'), { applicationId: newId(), note: 'Grüße 👋' });
    const headers = signedHeaders([after!, before!], newId(), new Date(), body);
    for (const secret of [before!, after!]) expect(new Webhook(secret).verify(body, headers)).toEqual(JSON.parse(body));
    expect(() => new Webhook(strange!).verify(body, headers)).toThrow();
    expect(() => new Webhook(after!).verify(body.replace('moved', 'hired'), headers)).toThrow();
    const old = signedHeaders([after!], newId(), new Date(Date.now() - 3_600_000), body);
    expect(() => new Webhook(after!).verify(body, old)).toThrow();
  });

  it('holds what is named for its event and nothing else', () => {
    const payload = {
      applicationId: 'a',
      postingId: 'p',
      candidateId: 'c',
      version: 3,
      effects: [{ secret: true }],
      passedOver: [],
    };
    expect(dataOf(TOLD.ApplicationMoved!, payload)).toEqual({ applicationId: 'a', postingId: 'p', candidateId: 'c', version: 3 });
  });

  it('is a line in a chat in which a title is no markup', () => {
    const { text } = JSON.parse(chatBody('posting.opened', 'C&C <!channel> $& Engineer', 'https://jobs.example/x')) as {
      text: string;
    };
    expect(text).toBe('C&amp;C &lt;!channel&gt; $&amp; Engineer is open. <https://jobs.example/x|Open it>');
  });

  it('is tried again after growing pauses for about three days', () => {
    const pauses = Array.from({ length: 9 }, (_, n) => pauseAfterTry_ms(n + 1, 0)!);
    expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
    expect(pauses.reduce((sum, each) => sum + each, 0) / 86_400_000).toBeCloseTo(3.15, 1);
    expect(pauseAfterTry_ms(10, 0.5)).toBeNull();
  });
});
