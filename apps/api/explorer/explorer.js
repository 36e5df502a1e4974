// @ts-check
import { send } from './graphql.js';
import { OPERATIONS } from './operations.js';
import { showSchema } from './schema-browser.js';

/** @template {HTMLElement} T @param {string} id @returns {T} */
const element = (id) => /** @type {T} */ (document.getElementById(id));

/** @type {HTMLTextAreaElement} */
const query = element('query');
/** @type {HTMLTextAreaElement} */
const variables = element('variables');
const answer = element('answer');
const status = element('status');
const about = element('about');
const who = element('who');
/** @type {HTMLFormElement} */
const signIn = element('sign-in');
const signOut = element('sign-out');

/** What answers have told so far: ids and versions that the next steps need. @type {Record<string, unknown>} */
let known = {};
/** @type {(typeof OPERATIONS)[number] | null} */
let chosen = null;
let runs = 0;

/** Puts an operation into the editor. @param {string} text @param {unknown} values @param {string} why */
function edit(text, values, why) {
  query.value = text;
  variables.value = JSON.stringify(values, null, 2);
  about.textContent = why;
}

/** @param {(typeof OPERATIONS)[number]} operation @param {HTMLElement} button */
function choose(operation, button) {
  for (const other of document.querySelectorAll('#operations [aria-current]')) other.removeAttribute('aria-current');
  button.setAttribute('aria-current', 'step');
  chosen = operation;
  edit(operation.query, operation.variables(known), operation.why);
}

async function run() {
  let values;
  try {
    values = variables.value.trim() === '' ? {} : JSON.parse(variables.value);
  } catch (error) {
    return show('The variables are not JSON.', { message: /** @type {Error} */ (error).message }, true);
  }
  const mine = ++runs;
  const operation = chosen;
  show('Running …', null, false);
  try {
    const { status: code, took_ms, body } = await send(query.value, values);
    if (mine !== runs) return;
    const refused = Boolean(body.errors) || Object.values(body.data ?? {}).some((value) => value?.code && value?.message);
    show(`HTTP ${code}, ${took_ms} ms`, body, refused);
    if (operation && operation === chosen && body.data) Object.assign(known, operation.learn(body.data));
    if (/\bsign(In|Out)\b|acceptInvitation/.test(query.value)) await lookWho();
  } catch (error) {
    if (mine === runs) show('There is no answer. Is Rounds running?', { message: /** @type {Error} */ (error).message }, true);
  }
}

/** @param {string} line @param {unknown} body @param {boolean} bad */
function show(line, body, bad) {
  status.textContent = line;
  status.classList.toggle('bad', bad);
  answer.replaceChildren(...(body === null ? [] : coloured(JSON.stringify(body, null, 2))));
}

/** JSON with its keys, texts and other values told apart. @param {string} json @returns {Node[]} */
function coloured(json) {
  if (json.length > 300_000) return [document.createTextNode(json)];
  const nodes = [];
  let from = 0;
  for (const match of json.matchAll(/("(?:[^"\\]|\\.)*")(\s*:)?|\b(?:true|false|null)\b|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g)) {
    const token = match[1] ?? match[0];
    nodes.push(document.createTextNode(json.slice(from, match.index)));
    const span = document.createElement('span');
    span.className = match[1] === undefined ? 'number' : match[2] === undefined ? 'text' : 'key';
    span.textContent = token;
    nodes.push(span);
    from = match.index + token.length;
  }
  nodes.push(document.createTextNode(json.slice(from)));
  return nodes;
}

async function lookWho() {
  const { body } = await send('{ viewer { id name role } }');
  const viewer = body.data?.viewer ?? null;
  const organization = viewer && (await send('{ organization { slug name } }')).body.data?.organization;
  known = viewer ? { ...known, viewerId: viewer.id, organization: organization?.slug } : {};
  who.classList.remove('bad');
  who.textContent = viewer ? `${viewer.name}, ${viewer.role}, at ${organization?.name}` : 'Nobody is signed in.';
  signIn.hidden = Boolean(viewer);
  signOut.hidden = !viewer;
}

signIn.addEventListener('submit', async (event) => {
  event.preventDefault();
  const fields = new FormData(signIn);
  const input = {
    organization: String(fields.get('organization') ?? '').trim() || null,
    email: fields.get('email'),
    password: fields.get('password'),
  };
  const { body } = await send(
    'mutation SignIn($input: SignInInput!) { signIn(input: $input) { ... on SignInPayload { expiresAt } ... on UserError { code message } } }',
    { input },
  );
  const refusal = body.errors?.[0]?.message ?? body.data?.signIn.message;
  if (refusal) {
    who.textContent = refusal;
    who.classList.add('bad');
    return;
  }
  signIn.reset();
  await lookWho();
  query.focus();
});

signOut.addEventListener('click', async () => {
  await send('mutation { signOut { message } }');
  await lookWho();
  signIn.querySelector('input')?.focus();
});

/** Tab indents, so Escape must free it again: the keyboard is not to be trapped (WCAG 2.1.2). @param {HTMLTextAreaElement} area */
function makeEditor(area) {
  let free = false;
  area.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void run();
    } else if (event.key === 'Escape') free = true;
    else if (event.key === 'Tab' && !event.shiftKey && !free) {
      event.preventDefault();
      // Unlike setRangeText this can be undone with Ctrl-Z.
      document.execCommand('insertText', false, '  ');
    } else if (event.key !== 'Tab' && event.key !== 'Shift') free = false;
  });
  area.addEventListener('focus', () => (free = false));
  area.addEventListener('input', () => {
    if (area === query) chosen = chosen && query.value.includes(chosen.name) ? chosen : null;
  });
}

makeEditor(query);
makeEditor(variables);
element('run').addEventListener('click', () => void run());
const items = OPERATIONS.map((operation) => {
  const item = document.createElement('li');
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = operation.title;
  button.addEventListener('click', () => choose(operation, button));
  item.append(button);
  return item;
});
element('operations').replaceChildren(...items);
items[0]?.querySelector('button')?.click();
await lookWho();
await showSchema(element('schema'), element('schema-search'), (text, values, why) => {
  chosen = null;
  for (const other of document.querySelectorAll('#operations [aria-current]')) other.removeAttribute('aria-current');
  edit(text, values, why);
  query.focus();
});
