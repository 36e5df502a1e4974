export * from './result.js';
export * from './ids.js';
export * from './clock.js';
export * from './actor.js';
export * from './intervals.js';
export * from './zones.js';
export * from './email-address.js';
export * from './read-input.js';
