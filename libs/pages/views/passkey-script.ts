const BEGIN = 'mutation { done: beginPasskeySignIn { options } }';
const FINISH =
  'mutation ($input: SignInWithPasskeyInput!) { done: signInWithPasskey(input: $input) { __typename ... on UserError { message } } }';

/** What scripts of the server's own pages ask of the API, for servers that answer known documents alone. */
export const PAGE_DOCUMENTS = [BEGIN, FINISH] as const;

/**
 * Signing in with a passkey, where the browser can do it: the button is hidden until then. The device is asked by the browser; what it answers goes to the API, which sets the cookie.
 */
export const PASSKEY_SCRIPT = `
const place = document.querySelector('[data-passkey]');
if (place && window.PublicKeyCredential?.parseRequestOptionsFromJSON) {
  const status = place.querySelector('[data-status]');
  const ask = async (query, variables) => {
    const answer = await fetch('/graphql', {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query, variables }) });
    return (await answer.json()).data.done;
  };
  place.querySelector('button').addEventListener('click', async () => {
    status.textContent = '';
    try {
      const { options } = await ask(${JSON.stringify(BEGIN)});
      const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(options));
      const credential = await navigator.credentials.get({ publicKey });
      const done = await ask(${JSON.stringify(FINISH)}, { input: { response: JSON.stringify(credential.toJSON()) } });
      if (done.__typename === 'SignInPayload') location.assign(place.dataset.to);
      else status.textContent = done.message;
    } catch { status.textContent = status.dataset.failed; }
  });
  place.hidden = false;
}
`.trim();
