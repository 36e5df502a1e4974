export {
  defaultCandidateHours,
  SLOT_LIMITS,
  type Seat,
  type SeatFilled,
  type SeatMember,
  type Slot,
  type SlotQuery,
  type SlotsFound,
} from './domain/slot-query.js';
export { compile, withBusy, type Compiled } from './domain/compile.js';
export { search, searchSlots } from './domain/search-slots.js';
export { explainNoSlots, type Block, type BlockCode, type NoSlots, type Relaxation } from './domain/explain-no-slots.js';
