export * from './plan.js';
export * from './validate-plan.js';
export * from './command.js';
export * from './application-state.js';
export * from './advance.js';
