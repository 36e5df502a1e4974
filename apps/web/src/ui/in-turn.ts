/** Does all of it, a few at a time, and answers in the order of what was given. */
export async function inTurn<In, Out>(all: readonly In[], atOnce: number, act: (one: In) => Promise<Out>): Promise<Out[]> {
  const answers: Out[] = [];
  let next = 0;
  const work = async () => {
    while (next < all.length) {
      const at = next;
      next += 1;
      answers[at] = await act(all[at]!);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, all.length) }, work));
  return answers;
}
