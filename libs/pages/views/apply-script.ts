const PRIMES = [...Array(312).keys()].filter((n) => n > 1 && [...Array(n).keys()].every((d) => d < 2 || n % d !== 0));

/** The first 32 bits after the point of a prime's square (2) or cube (3) root: the constants of SHA-256 (FIPS 180-4 §4.2.2, §5.3.3). */
function fraction(prime: number, root: 2 | 3): number {
  const scaled = BigInt(prime) << BigInt(32 * root);
  let [low, high] = [0n, 1n << 40n];
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (middle ** BigInt(root) <= scaled) low = middle;
    else high = middle;
  }
  return Number(low & 0xffffffffn);
}

/**
 * Does the work that the door for applications may ask for (`ProofsOfWork`) while a person types, in pieces of 25 ms. Where the form came back it is waited for
 * when it is sent. SHA-256 is written out, since browsers lend theirs to pages over https alone, and one hash at a time.
 */
export const APPLY_SCRIPT = `
{
  const K = new Uint32Array([${PRIMES.slice(0, 64).map((prime) => fraction(prime, 3))}]);
  const START = new Uint32Array([${PRIMES.slice(0, 8).map((prime) => fraction(prime, 2))}]);
  const W = new Uint32Array(64), H = new Uint32Array(8);
  const turn = (x, by) => (x >>> by) | (x << (32 - by));
  /** The first word of the hash of a text of plain letters. */
  const firstWord = (text) => {
    const size = text.length, blocks = ((size + 8) >> 6) + 1, words = new Uint32Array(blocks * 16);
    for (let i = 0; i < size; i += 1) words[i >> 2] |= text.charCodeAt(i) << (24 - (i & 3) * 8);
    words[size >> 2] |= 0x80 << (24 - (size & 3) * 8);
    words[words.length - 1] = size * 8;
    H.set(START);
    for (let block = 0; block < words.length; block += 16) {
      for (let i = 0; i < 64; i += 1) {
        if (i < 16) { W[i] = words[block + i]; continue; }
        const a = W[i - 15], b = W[i - 2];
        W[i] = W[i - 16] + (turn(a, 7) ^ turn(a, 18) ^ (a >>> 3)) + W[i - 7] + (turn(b, 17) ^ turn(b, 19) ^ (b >>> 10));
      }
      let [a, b, c, d, e, f, g, h] = H;
      for (let i = 0; i < 64; i += 1) {
        const t = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + K[i] + W[i]) | 0;
        const u = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
        h = g; g = f; f = e; e = (d + t) | 0; d = c; c = b; b = a; a = (t + u) | 0;
      }
      H[0] += a; H[1] += b; H[2] += c; H[3] += d; H[4] += e; H[5] += f; H[6] += g; H[7] += h;
    }
    return H[0];
  };
  /** Works for the field's form, if there is one, once; answers at last whoever waits to send it. */
  const begin = (field) => {
    if (!field || field.dataset.begun) return;
    field.dataset.begun = 'yes';
    const apart = 32 - Number(field.dataset.bits);
    const stamp = field.dataset.work + ':' + [...crypto.getRandomValues(new Uint32Array(4))].map((word) => word.toString(36)).join('') + ':';
    let counter = 0;
    const work = () => {
      for (const until = performance.now() + 25; performance.now() < until; counter += 1) {
        if (firstWord(stamp + counter) >>> apart !== 0) continue;
        field.value = stamp + counter;
        if (field.dataset.waited) field.form.requestSubmit();
        return;
      }
      setTimeout(work);
    };
    work();
  };
  const find = () => document.querySelector('input[data-work]');
  const cameBack = () => document.querySelector('.notice.bad') !== null;
  addEventListener('input', () => begin(find()));
  addEventListener('submit', (event) => {
    const field = find();
    if (!field || field.value !== '' || !cameBack()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    field.dataset.waited = 'yes';
    begin(field);
  }, true);
  if (cameBack()) begin(find());
}
`.trim();
