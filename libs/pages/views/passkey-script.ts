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
      const { options } = await ask('mutation { done: beginPasskeySignIn { options } }');
      const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(options));
      const credential = await navigator.credentials.get({ publicKey });
      const done = await ask(
        'mutation ($input: SignInWithPasskeyInput!) { done: signInWithPasskey(input: $input) { __typename ... on UserError { message } } }',
        { input: { response: JSON.stringify(credential.toJSON()) } });
      if (done.__typename === 'SignInPayload') location.assign(place.dataset.to);
      else status.textContent = done.message;
    } catch { status.textContent = status.dataset.failed; }
  });
  place.hidden = false;
}
`.trim();
