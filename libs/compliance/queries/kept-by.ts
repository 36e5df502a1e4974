export { KEPT_BY } from '../persistence/retention-rows.js';
