/**
 * What the kit does besides where there is a script: the draft is kept while it is typed, and digits rate. Without one the buttons do. The words it says
 * stand in the page. A save carries the version that the last one answered, so that two windows do not write over each other.
 */
export const KIT_SCRIPT = `
const form = document.querySelector('form[data-draft]');
if (form) {
  const status = form.querySelector('[data-status]');
  const say = (what) => { status.textContent = status.dataset[what]; };
  let due = 0, busy = false, again = false, left = false;
  const save = async (last) => {
    clearTimeout(due);
    due = 0;
    if (busy) { again = true; return; }
    busy = true;
    const fields = new URLSearchParams(new FormData(form));
    fields.set('action', 'save');
    try {
      const answer = await fetch(location.pathname, {
        method: 'POST', body: fields, keepalive: last === true, redirect: 'error', headers: { accept: 'application/json' } });
      const said = await answer.json();
      if (answer.ok) { form.elements.version.value = said.version; say('kept'); }
      else { status.textContent = said.message; }
    } catch { say('failed'); }
    busy = false;
    if (again) { again = false; save(); }
  };
  form.addEventListener('input', () => {
    clearTimeout(due);
    due = setTimeout(save, 900);
    say('typing');
  });
  form.addEventListener('submit', () => { left = true; clearTimeout(due); });
  addEventListener('pagehide', () => { if (due && !left) save(true); });
  form.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.type !== 'radio') return;
    const choices = event.target.closest('fieldset').querySelectorAll('input[type=radio]');
    const chosen = choices[Number(event.key) - 1];
    if (!chosen) return;
    chosen.click();
    chosen.focus();
    event.preventDefault();
  });
}
`.trim();
