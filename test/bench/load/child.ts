import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Programs of the benchmarks run as processes of their own, so that who measures does not slow what is measured. */

/** Starts a program that answers one message and stays, as a server does. */
export async function startChild<T>(program: URL, input: object): Promise<{ child: ChildProcess; answer: T }> {
  // As deployed: graphql-js checks more without it.
  const env = { ...process.env, NODE_ENV: 'production' };
  const child = fork(fileURLToPath(program), [JSON.stringify(input)], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], env });
  const answer = await new Promise<T>((resolve, reject) => {
    child.once('message', (message) => resolve(message as T));
    child.once('exit', (code) => reject(new Error(`${program.pathname} ended with ${code} and no answer`)));
  });
  return { child, answer };
}

/** Runs a program to its end and answers what it sent. */
export async function runChild<T>(program: URL, input: object): Promise<T> {
  const { child, answer } = await startChild<T>(program, input);
  if (child.exitCode === null) await new Promise((resolve) => child.once('exit', resolve));
  return answer;
}

/** Ends a server and waits for it. */
export async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.disconnect();
  await ended;
}

/** In the program: what it was started with. */
export function childInput<T>(): T {
  return JSON.parse(process.argv[2]!) as T;
}

/** In the program: its answer. */
export async function answerParent(answer: object): Promise<void> {
  await new Promise<void>((resolve, reject) =>
    process.send!(answer, undefined, undefined, (error) => (error ? reject(error) : resolve())),
  );
}
