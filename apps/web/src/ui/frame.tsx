import { createContext, useContext } from 'react';
import type { FrameQuery } from '../graphql/generated';

/** Who looks, and of which organisation. */
export interface Frame {
  readonly viewer: NonNullable<FrameQuery['viewer']>;
  readonly organization: FrameQuery['organization'];
}

export const FrameContext = createContext<Frame | null>(null);

export function useFrame(): Frame {
  const frame = useContext(FrameContext);
  if (!frame) throw new Error('useFrame is for screens inside the frame.');
  return frame;
}

/** The zone in which the viewer reads times. */
export function useZone(): string {
  return useFrame().viewer.zone;
}

/** What organisation roles may see; the server decides again whenever it is asked. */
export function maySearchCandidates({ viewer }: Frame): boolean {
  return viewer.role === 'ADMIN' || viewer.role === 'RECRUITER';
}

export function mayImport({ viewer }: Frame): boolean {
  return viewer.role !== 'INTERVIEWER';
}
