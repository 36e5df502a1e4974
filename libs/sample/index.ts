export { type LoadedSample, loadSample, type SampleAccount, type SampleOptions } from './use-cases/load-sample.js';
export { StoryClock } from './use-cases/story-clock.js';
export { type House } from './use-cases/sample-world.js';
export { type SampleState, sampleState } from './queries/sample-state.js';
export { clearHalfLoaded } from './persistence/clear-half-loaded.js';
export { aloneOn } from './persistence/sample-lock.js';
