export { PagesModule } from './pages.module.js';
export { PAGE_DOCUMENTS } from './views/passkey-script.js';
