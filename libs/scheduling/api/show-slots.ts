import { instance } from '#libs/platform/index.js';
import type { OfferedSlot, OfferedSlots } from '../queries/find-slots.js';
import type { SaidRule } from '../domain/say-why.js';
import type { OfferedLoops } from '../queries/find-loops.js';
import type { WhyNotTime as Explained } from '../queries/why-not.js';
import {
  Loop,
  LoopList,
  LoopRound,
  MemberObstacles,
  RoundWithoutTimes,
  NoSlots,
  SeatObstacles,
  Slot,
  SlotBlock,
  SlotList,
  SlotRelaxation,
  SlotRule,
  SlotSeat,
  WayOut,
  WhyNotTime,
} from './slots.types.js';

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
        waysOut: none.waysOut.map(({ rules, count: times, first_ms, message }) =>
          instance(WayOut, { rules: rules.map(toRule), count: times, firstAt: new Date(first_ms).toISOString(), message }),
        ),
      }),
    moves,
  });
}

export function toWhyNot({ startsAt, said, possible, message, rules, seats, alternatives }: Explained): WhyNotTime {
  return instance(WhyNotTime, {
    startsAt: startsAt.toISOString(),
    said,
    possible,
    message,
    rules: rules.map(toRule),
    seats: seats.map(({ seatId, role, members }) =>
      instance(SeatObstacles, {
        seatId,
        role,
        members: members.map(({ personId, name, rules: theirs }) =>
          instance(MemberObstacles, { personId, name, rules: theirs.map(toRule) }),
        ),
      }),
    ),
    alternatives: alternatives.map(toSlot),
  });
}

export function toLoopList({ applicationId, zone, loops, without }: OfferedLoops): LoopList {
  return instance(LoopList, {
    applicationId,
    zone,
    loops: loops.map(({ rounds, spanMin }) =>
      instance(Loop, {
        spanMin,
        rounds: rounds.map(({ stageId, stageName, ...slot }) => instance(LoopRound, { stageId, stageName, ...toSlot(slot) })),
      }),
    ),
    without: without.map((one) => instance(RoundWithoutTimes, one)),
  });
}

function toRule({ code, message, personId, during }: SaidRule): SlotRule {
  return instance(SlotRule, {
    code,
    message,
    personId,
    startsAt: during && new Date(during.start_ms).toISOString(),
    endsAt: during && new Date(during.end_ms).toISOString(),
  });
}
