import { ApplicationsModule, applicationsEntities } from '#libs/applications/index.js';
import { IdentityModule, identityEntities } from '#libs/identity/index.js';
import { platformEntities } from '#libs/platform/index.js';

/** Every capability of the house, lower ranks first; the API and the worker run the same ones. */
export const capabilities = [IdentityModule, ApplicationsModule];

/** Every entity, for the one DataSource. */
export const entities = [...platformEntities, ...identityEntities, ...applicationsEntities];
