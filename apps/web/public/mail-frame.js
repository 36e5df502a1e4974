// Shows a mail's HTML in a page of no origin, under a policy that runs nothing but this file (web.controller.ts).
addEventListener('message', (event) => {
  if (event.source !== parent || typeof event.data !== 'string') return;
  const mail = new DOMParser().parseFromString(event.data, 'text/html');
  document.head.querySelectorAll('style').forEach((style) => style.remove());
  document.head.append(...mail.head.querySelectorAll('style'));
  document.body.replaceWith(mail.body);
});
parent.postMessage('ready', '*');
