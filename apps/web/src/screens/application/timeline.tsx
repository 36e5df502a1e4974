import { Paper, Text, Title } from '@mantine/core';
import { Moment } from '../../ui/moment';
import { words } from '../../words';
import type { Application } from './application';

const WORDS = words.application;

interface Happened {
  readonly key: string;
  readonly at: string;
  readonly what: string;
  readonly by: string | null;
  readonly lines: readonly string[];
}

/** Everything that happened, newest first: moves, mails, interviews, work, cards, notes and files. */
export function Timeline({ application }: { readonly application: Application }) {
  return (
    <Paper withBorder p="md" mt="md" component="section" aria-labelledby="timeline" className="no-print">
      <Title order={2} id="timeline" mb="xs">
        {WORDS.timeline}
      </Title>
      <ol className="timeline">
        {happenedTo(application).map(({ key, at, what, by, lines }) => (
          <li key={key}>
            <Text size="sm" fw={600}>
              {what}
            </Text>
            <Text size="xs" c="dimmed">
              <Moment at={at} />
              {by && ` · ${WORDS.by(by)}`}
            </Text>
            {lines.map((line) => (
              <Text key={line} size="sm" className="prose">
                {line}
              </Text>
            ))}
          </li>
        ))}
      </ol>
    </Paper>
  );
}

function happenedTo(application: Application): Happened[] {
  const { did } = WORDS;
  const all: Happened[] = [
    { key: 'applied', at: application.appliedAt, what: did.applied, by: null, lines: [] },
    ...moves(application),
    ...(application.mails ?? []).map((mail) => ({
      key: mail.id,
      at: mail.decidedAt,
      what: mail.state === 'SKIPPED' ? did.mailSkipped(mail.template.replaceAll('-', ' ')) : did.mail(mail.subject),
      by: null,
      lines: [
        mail.recipient ? WORDS.mails.to(mail.recipient) : WORDS.mails.toNobody,
        ...(mail.skippedBecause ? [mail.skippedBecause] : []),
      ],
    })),
    ...application.interviews
      .filter(({ endsAt, state }) => state === 'CANCELLED' || Date.parse(endsAt) < Date.now())
      .map(({ id, startsAt, stageName, state }) => ({
        key: id,
        at: startsAt,
        what: did.interview(stageName, WORDS.interviews.states[state] ?? state),
        by: null,
        lines: [],
      })),
    ...application.takeHomes.flatMap(({ id, stageName, sentAt, submittedAt }) => [
      { key: `${id} sent`, at: sentAt, what: did.workSent(stageName), by: null, lines: [] },
      ...(submittedAt ? [{ key: `${id} in`, at: submittedAt, what: did.workIn(stageName), by: null, lines: [] }] : []),
    ]),
    ...application.scorecards.flatMap(({ id, submittedAt, author, stageName }) =>
      submittedAt ? [{ key: id, at: submittedAt, what: did.card(author.name, stageName), by: null, lines: [] }] : [],
    ),
    ...application.notes.map(({ id, createdAt, authorName, text }) => ({
      key: id,
      at: createdAt,
      what: did.note,
      by: authorName,
      lines: [text],
    })),
    ...application.attachments
      .filter(({ createdAt }) => createdAt > application.appliedAt)
      .map(({ id, createdAt, fileName }) => ({ key: id, at: createdAt, what: did.file(fileName), by: null, lines: [] })),
  ];
  return all.sort((a, b) => b.at.localeCompare(a.at));
}

function moves({ transitions, stages }: Application): Happened[] {
  const name = (id: string | null) => stages.find((stage) => stage.id === id)?.name ?? words.received;
  return transitions.map((move) => ({
    key: `move ${move.version}`,
    at: move.at,
    what: WORDS.did[move.command](move.toStageName ?? words.received, move.fromStageName ?? words.received),
    by: move.actorName ?? WORDS.actors[move.actorKind.toLowerCase()] ?? null,
    lines: [
      ...(move.reason ? [move.reason] : []),
      ...(move.evidence ? [`${WORDS.evidence}: ${move.evidence}`] : []),
      ...(move.passedOver.length > 0 ? [WORDS.passedOver(move.passedOver.map(name).join(', '))] : []),
    ],
  }));
}
