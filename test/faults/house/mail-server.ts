import { startMailSink } from '#libs/platform/embedded/index.js';

/** The mailbox of the embedded default as a process of its own, which can be killed; it keeps every mail of a long run, as the oracle counts them. */
export const MAILBOX = { messages: 1_000_000, disk_bytes: 2e9, memory_bytes: 1e9 };

const { FAULTS_MAIL_HOME, FAULTS_MAIL_PORT } = process.env;
if (FAULTS_MAIL_HOME) {
  const sink = await startMailSink({ home: FAULTS_MAIL_HOME, port: Number(FAULTS_MAIL_PORT), limits: MAILBOX });
  console.log(`ready ${sink.url}`);
}
