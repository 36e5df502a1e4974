import type { Type } from '@nestjs/common';
import type { CandidateActor, Id, Refusal, Result, StaffActor } from '#libs/kernel/index.js';

import type { StoryClock } from './story-clock.js';

/** Where the use cases are found: a Nest application context of the house, with the clock that the sample moves. */
export interface House {
  get<T>(type: Type<T>): T;
}

export interface SamplePosting {
  readonly id: Id;
  readonly planId: Id;
  /** Openings that nobody was hired into yet, first to last. */
  readonly openings: Id[];
}

/** What the stories stand on. */
export interface SampleWorld {
  readonly house: House;
  readonly clock: StoryClock;
  readonly organizationId: Id;
  /** The instant at which the stories end. */
  readonly present_ms: number;
  readonly people: ReadonlyMap<string, StaffActor>;
  /** Rejection reasons by label. */
  readonly reasons: ReadonlyMap<string, Id>;
  readonly postings: ReadonlyMap<string, SamplePosting>;
  /** What the kits of stages rate, once they have been looked at. */
  readonly attributes: Map<Id, readonly Id[]>;
}

/** The value; a refusal is a fault of the sample's content and ends the load. */
export function must<T>(result: Result<T, Refusal>, what: string): T {
  if (result.ok) return result.value;
  throw new Error(`The sample cannot be loaded: ${what} was refused. ${result.refusal.message}`);
}

/** What the content means by a key. @throws Error when it means nothing. */
export function named<T>(map: ReadonlyMap<string, T>, key: string): T {
  const value = map.get(key);
  if (value === undefined) throw new Error(`The sample's content names "${key}", which it does not describe.`);
  return value;
}

/** What a step about an interview or a take-home knows of the application. */
export interface About {
  readonly applicationId: Id;
  readonly stageId: Id;
  candidate(purpose: CandidateActor['purpose']): CandidateActor;
}
