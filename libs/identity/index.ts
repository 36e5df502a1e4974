export * from './domain/policy.js';
export * from './links/signed-link.js';
export * from './links/links.js';
export * from './queries/authenticate.js';
export * from './identity.module.js';
export { Person, RoleEnum } from './api/viewer.resolver.js';
