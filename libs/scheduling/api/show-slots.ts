import { instance } from '#libs/platform/index.js';
import type { OfferedSlot, OfferedSlots } from '../queries/find-slots.js';
import { NoSlots, Slot, SlotBlock, SlotList, SlotRelaxation, SlotSeat } from './slots.types.js';

export function toSlot({ startsAt, endsAt, said, seats }: OfferedSlot): Slot {
  return instance(Slot, {
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    said,
    seats: seats.map(({ seatId, role, personId }) => instance(SlotSeat, { seatId, role, personId })),
  });
}

export function toSlotList(found: OfferedSlots): SlotList {
  const { applicationId, stageId, stageName, durationMin, zone, slots, count, none, moves } = found;
  return instance(SlotList, {
    applicationId,
    stageId,
    stageName,
    durationMin,
    zone,
    slots: slots.map(toSlot),
    count,
    none:
      none &&
      instance(NoSlots, {
        message: none.message,
        blocks: none.blocks.map(({ code, message, seatId }) => instance(SlotBlock, { code, message, seatId })),
        relaxations: none.relaxations.map((one) => instance(SlotRelaxation, { ...one })),
      }),
    moves,
  });
}
