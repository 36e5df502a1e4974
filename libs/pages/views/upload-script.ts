/**
 * What a form with a file does besides where there is a script: it shows how much of the file has left, keeps everything when the connection ends, and keeps the
 * chosen file when something else has to be mended. Without one the browser sends the form as ever. The words it says stand in the page.
 */
export const UPLOAD_SCRIPT = `{
const box = document.querySelector('[data-upload]');
const form = box?.closest('form');
const field = form?.querySelector('input[type=file]');
const [bar, part, status] = box?.querySelectorAll('progress, [data-part], [role=status]') ?? [];
const say = (what) => { status.textContent = box.dataset[what]; };
const show = (share) => {
  if (share === null) bar.removeAttribute('value'); else bar.value = share;
  part.textContent = share === null ? '' : Math.floor(100 * share) + ' %';
};
const busy = (is) => {
  form.ariaBusy = String(is);
  box.hidden = false;
  bar.hidden = !is;
  show(is ? 0 : null);
};
const fail = () => { busy(false); say('failed'); };
/** Shows an answer in the place of this page, as if the browser had gone there. */
const turnTo = (text) => {
  const answer = new DOMParser().parseFromString(text, 'text/html');
  const next = answer.querySelector('[data-upload]') && answer.querySelector('input[type=file]');
  if (next && next.ariaInvalid !== 'true') next.files = field.files;
  document.title = answer.title;
  const scripts = [...answer.body.querySelectorAll('script[src]')];
  document.body.replaceWith(answer.body);
  for (const { src } of scripts) document.head.append(Object.assign(document.createElement('script'), { src, async: false }));
  const first = document.querySelector('[autofocus]') ?? document.querySelector('h1');
  if (first.matches('h1')) { first.tabIndex = -1; scrollTo(0, 0); }
  first.focus();
};
const send = () => {
  const address = new URL(form.getAttribute('action') ?? '', location).href;
  const request = new XMLHttpRequest();
  request.upload.onprogress = ({ loaded, total }) => show(loaded / total);
  request.upload.onload = () => { show(null); say('checking'); };
  request.onerror = fail;
  request.onload = () => {
    if (request.responseURL !== address) location.replace(request.responseURL);
    else if (request.status === 200 || request.status === 422) turnTo(request.responseText);
    else fail();
  };
  request.open('POST', address);
  busy(true);
  say('sending');
  request.send(new FormData(form));
};
form?.addEventListener('submit', (event) => {
  if (event.defaultPrevented || field.files.length === 0) return;
  event.preventDefault();
  if (form.ariaBusy !== 'true') send();
});
}`;
