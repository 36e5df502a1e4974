import type { Language } from '#libs/kernel/index.js';
import { type Html, html } from '#libs/platform/index.js';

const WORDS: Readonly<Record<Language, { readonly sending: string; readonly checking: string; readonly failed: string }>> = {
  en: {
    sending: 'Sending …',
    checking: 'All of it has arrived. It is being checked …',
    failed: 'That did not arrive. What you typed and chose is still here: check the connection and press the button again.',
  },
  de: {
    sending: 'Wird gesendet …',
    checking: 'Alles ist angekommen und wird geprüft …',
    failed:
      'Das ist nicht angekommen. Was Sie geschrieben und gewählt haben, ist noch hier: Prüfen Sie die Verbindung und drücken Sie noch einmal.',
  },
};

/** How much of a form's file has left; unseen until the form is sent, and without a script. */
export function uploadProgress(language: Language = 'en'): Html {
  const { sending, checking, failed } = WORDS[language];
  return html`<div class="upload" data-upload data-sending="${sending}" data-checking="${checking}" data-failed="${failed}" hidden>
<progress max="1" aria-label="${sending}"></progress><span class="soft" data-part></span><p role="status"></p></div><script src="/assets/upload.js" defer></script>`;
}
