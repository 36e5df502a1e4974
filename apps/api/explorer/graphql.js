// @ts-check
/**
 * Sends one operation to the API of this page's origin. The session cookie goes along; the content type is one that a foreign page cannot
 * send without being asked, which is what the API's protection against forged requests looks for.
 * @param {string} query
 * @param {object} [variables]
 * @returns {Promise<{ status: number, took_ms: number, body: { data?: Record<string, any> | null, errors?: { message: string }[] } }>}
 */
export async function send(query, variables = {}) {
  const started_ms = performance.now();
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    credentials: 'same-origin',
    body: JSON.stringify({ query, variables }),
  });
  const text = await response.text();
  const took_ms = Math.round(performance.now() - started_ms);
  try {
    return { status: response.status, took_ms, body: JSON.parse(text) };
  } catch {
    return {
      status: response.status,
      took_ms,
      body: { errors: [{ message: text.slice(0, 2000) || `HTTP ${response.status}` }] },
    };
  }
}
