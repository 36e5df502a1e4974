import { IdentityModule } from '#libs/identity/index.js';

/** Every capability of the house, lower ranks first; the API and the worker run the same ones. */
export const capabilities = [IdentityModule];

/** Every entity, for the one DataSource. */
export const entities = [];
